"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from events.acts.shared import HANDLERS
from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from events.roles import CENTRE, SPECIALISED_CENTRE
from services.intake.domain import (
    accepting,
    applicants,
    complaint,
    fees,
    handing_out,
    moving,
    storing,
    taking_in,
    telling,
)
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
from services.intake.domain.commands_course import (
    HandInComplaint,
    RecordOutage,
    ReturnResult,
    SupplyDocuments,
    TakeFee,
    TakeOverCase,
    TransferCase,
    Withdraw,
)
from services.intake.domain.outage import Outage
from services.intake.domain.window import Window

Decision = Callable[[Any, Any, Header], Sequence[Act]]
AtWindow = Callable[[Any, Any, Header, Window], Sequence[Act]]

_OF_A_CASE: Final[Mapping[type[Any], Decision]] = {
    GiveNotice: telling.give_notice,
    TellStatus: telling.tell_status,
    ReceiveResult: handing_out.receive_result,
    HandOutResult: handing_out.hand_out,
    SupplyDocuments: applicants.supply,
    Withdraw: applicants.withdraw,
}
_WITH_NORMS: Final[Mapping[type[Any], AtWindow]] = {
    AcceptApplication: accepting.accept,
    RefuseAcceptance: taking_in.refuse_acceptance,
    TakeFee: fees.take_fee,
    ForwardApplication: handing_out.forward,
    TransferCase: moving.transfer,
    TakeOverCase: moving.take_over,
    ReturnResult: storing.return_result,
}
"""Decisions that also ask what the window is and which standard governs the case."""


def handlers(agency: str, known: Callable[[], Known], *, lane: str) -> Handlers:
    """Give the intake's handlers.

    Args:
        agency: whose window it is.
        known: reads what the instance knows of agencies and norms now.
        lane: the window's own.
    """
    at = _AtWindow(agency, known, lane)
    cases: dict[type[Any], Decision] = {LodgeApplication: at.lodge, **_OF_A_CASE}
    cases.update({kind: at.deciding(decide) for kind, decide in _WITH_NORMS.items()})
    return {
        **{kind: Handler(stream=_case, decide=one) for kind, one in cases.items()},
        HandInComplaint: Handler(
            stream=lambda command: f"complaint-{command.complaint_id}",
            decide=at.hand_in,
            beside=lambda command: None if command.case_id is None else _case(command),
        ),
        RecordOutage: Handler(
            stream=lambda command: f"outage-{command.outage_id}", decide=Outage.record
        ),
        **HANDLERS,
    }


class _AtWindow(NamedTuple):
    """What the window is and knows, brought to the decisions that ask for it."""

    agency: str
    known: Callable[[], Known]
    lane: str

    def lodge(self, state: Application, command: LodgeApplication, by: Header) -> Sequence[Act]:
        window = self._window(command.service_code, command.standard_edition)
        return taking_in.lodge(state, command, by, window)

    def hand_in(
        self, state: complaint.ComplaintAtWindow, command: HandInComplaint, by: Header
    ) -> Sequence[Act]:
        return complaint.hand_in(state, command, by, self._window("", None), by.beside)

    def deciding(self, decide: AtWindow) -> Decision:
        """Let a decision on a case know the window, under the edition of the case."""

        def decided(state: Application, command: Any, by: Header) -> Sequence[Act]:  # noqa: ANN401 -- any command on a case
            request = state.request
            if request is None:
                return decide(state, command, by, self._window("", None))
            window = self._window(request.service_code, request.standard_edition)
            return decide(state, command, by, window)

        return decided

    def _window(self, service_code: str, edition: str | None) -> Window:
        known = self.known()
        norms, agency = known.norms, known.register.agencies[self.agency]
        specialised = SPECIALISED_CENTRE in agency.roles
        return Window(
            lane=self.lane,
            is_centre=specialised or CENTRE in agency.roles,
            only_deliverer=agency.parent if specialised else None,
            standard=norms.standard_in_use(service_code)
            if edition is None
            else norms.standard(service_code, edition),
            calendars=norms.calendars,
            agency_of=known.register.agency_id,
        )


def _case(command: Any) -> str:  # noqa: ANN401 -- any command that names a case
    return f"application-{command.case_id}"
