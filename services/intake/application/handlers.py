"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from services.intake.domain import accepting, handing_out, taking_in
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
from services.intake.domain.window import Window

CENTRE = "centre"
"""The role of a public service centre; `specialised_centre` is the other kind (1(13), 1(14))."""
SPECIALISED_CENTRE = "specialised_centre"


def handlers(agency: str, known: Callable[[], Known]) -> Handlers:
    """Give the intake's handlers.

    Args:
        agency: whose window it is.
        known: reads what the instance knows of agencies and norms now.
    """
    at = _WithNorms(agency, known)
    decide: dict[type[Any], Callable[[Application, Any, Header], Sequence[Act]]] = {
        LodgeApplication: at.lodge,
        AcceptApplication: at.accept,
        RefuseAcceptance: at.refuse,
        ForwardApplication: handing_out.forward,
        GiveNotice: handing_out.give_notice,
        ReceiveResult: handing_out.receive_result,
        HandOutResult: handing_out.hand_out,
        TellStatus: handing_out.tell_status,
    }
    return {kind: Handler(stream=_stream, decide=one) for kind, one in decide.items()}


class _WithNorms(NamedTuple):
    """The decisions that ask what the window is and which standard governs the case."""

    agency: str
    known: Callable[[], Known]

    def lodge(self, state: Application, command: LodgeApplication, by: Header) -> Sequence[Act]:
        window = self._window(command.service_code, command.standard_edition)
        return taking_in.lodge(state, command, by, window)

    def accept(self, state: Application, command: AcceptApplication, by: Header) -> Sequence[Act]:
        return accepting.accept(state, command, by, self._of(state))

    def refuse(self, state: Application, command: RefuseAcceptance, by: Header) -> Sequence[Act]:
        return taking_in.refuse_acceptance(state, command, by, self._of(state))

    def _of(self, state: Application) -> Window:
        if state.lodged is None:
            return self._window("", None)
        return self._window(state.lodged.service_code, state.lodged.standard_edition)

    def _window(self, service_code: str, edition: str | None) -> Window:
        known = self.known()
        norms = known.norms
        roles = known.register.agencies[self.agency].roles
        return Window(
            is_centre=bool(roles & {CENTRE, SPECIALISED_CENTRE}),
            standard=norms.standard_in_use(service_code)
            if edition is None
            else norms.standard(service_code, edition),
            calendars=norms.calendars,
            agency_of=known.register.agency_id,
        )


def _stream(command: Any) -> str:  # noqa: ANN401 -- every command of this service names a case
    return f"application-{command.case_id}"
