"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any

from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from services.intake.domain import handing_out, taking_in
from services.intake.domain.application import Application
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    GiveNotice,
    HandOutResult,
    LodgeApplication,
    ReceiveResult,
    RefuseAcceptance,
    TellStatus,
)
from services.intake.domain.taking_in import Window

CENTRE = "centre"
"""The role of a public service centre; `specialised_centre` is the other kind (1(13), 1(14))."""
SPECIALISED_CENTRE = "specialised_centre"


def handlers(agency: str, known: Callable[[], Known]) -> Handlers:
    """Give the intake's handlers.

    Args:
        agency: whose window it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def window(service_code: str, edition: str | None) -> Window:
        now = known()
        norms = now.norms
        standard = (
            norms.standard_in_use(service_code)
            if edition is None
            else norms.standard(service_code, edition)
        )
        roles = now.register.agencies[agency].roles
        return Window(
            is_centre=bool(roles & {CENTRE, SPECIALISED_CENTRE}),
            standard=standard,
            calendars=norms.calendars,
        )

    def lodge(state: Application, command: LodgeApplication, by: Header) -> Sequence[Act]:
        at = window(command.service_code, command.standard_edition)
        return taking_in.lodge(state, command, by, at)

    def accept(state: Application, command: AcceptApplication, by: Header) -> Sequence[Act]:
        return taking_in.accept(state, command, by, _of(state))

    def refuse(state: Application, command: RefuseAcceptance, by: Header) -> Sequence[Act]:
        return taking_in.refuse_acceptance(state, command, by, _of(state))

    def _of(state: Application) -> Window:
        lodged = state.lodged
        return (
            window("", None)
            if lodged is None
            else window(lodged.service_code, lodged.standard_edition)
        )

    decide: dict[type[Any], Callable[[Application, Any, Header], Sequence[Act]]] = {
        LodgeApplication: lodge,
        AcceptApplication: accept,
        RefuseAcceptance: refuse,
        ForwardApplication: handing_out.forward,
        GiveNotice: handing_out.give_notice,
        ReceiveResult: handing_out.receive_result,
        HandOutResult: handing_out.hand_out,
        TellStatus: handing_out.tell_status,
    }
    return {kind: Handler(stream=_stream, decide=one) for kind, one in decide.items()}


def _stream(command: Any) -> str:  # noqa: ANN401 -- every command of this service names a case
    return f"application-{command.case_id}"
