"""The table of routes: every entry says what it does and who may ask. Handlers are made from it."""

from collections.abc import Iterator, Mapping
from typing import Final

from events.log.lane.work import Answer
from services.audit.entrypoints.routes import COMMANDS as AUDIT
from services.complaints.entrypoints.routes import COMMANDS as COMPLAINTS
from services.http import commands
from services.http.acts import ACTS
from services.http.route import Route, Whose
from services.http.routes_of_lanes import AT_LANES
from services.http.routes_of_ledger import OF_THE_LEDGER
from services.http.routes_of_process import OF_THE_PROCESS
from services.intake.entrypoints.routes import COMMANDS as INTAKE
from services.officers import CommandRoutes, Role
from services.provider.entrypoints.routes import COMMANDS as PROVIDER

OF_SERVICES: Final[Mapping[str, CommandRoutes]] = {
    "intake": INTAKE,
    "provider": PROVIDER,
    "complaints": COMPLAINTS,
    "audit": AUDIT,
}
"""Service -> which of its commands officers send."""

_COMMAND_REFUSALS: Final = (
    "command-malformed",
    "command-reused",
    "command-unknown",
    "in-flight",
    "version-changed",
)


def _commands() -> Iterator[Route]:
    for service, routes in OF_SERVICES.items():
        for name, roles in routes.live.items():
            yield _command(name, roles, f"{service}: commands", (service,))
    for name, roles in ACTS.live.items():
        yield _command(name, roles, "every service: commands", ())


TOLD_AFTERWARDS: Final = ("SendInquiry", "Correct", "AnswerFinding")
"""Of what every service does; what lets personal data go is never told afterwards: it is done."""


def _command(name: str, roles: tuple[Role, ...], group: str, services: tuple[str, ...]) -> Route:
    return Route(
        method="POST",
        path=f"/lanes/{{lane}}/commands/{name}",
        group=group,
        summary=f"Send {name}.",
        whose=Whose.LANES_AGENCY,
        roles=roles,
        answers=commands.send,
        refusals=_COMMAND_REFUSALS,
        command=name,
        told_afterwards=name in TOLD_AFTERWARDS or (bool(services) and services != ("audit",)),
        services=services,
        says=Answer,
        tagged=True,
    )


ROUTES: Final[tuple[Route, ...]] = (*_commands(), *AT_LANES, *OF_THE_LEDGER, *OF_THE_PROCESS)
"""All there is; a request that fits none is refused."""
