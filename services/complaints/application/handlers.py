"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from events.acts.shared import HANDLERS
from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from services.complaints.application.knowing import agency_of, competence
from services.complaints.domain import (
    answering,
    applicants_acts,
    examining,
    extending,
    receiving,
    restoring,
)
from services.complaints.domain.addressed import ToComplaint, id_at_stage
from services.complaints.domain.commands import (
    CheckRestoration,
    DecideComplaint,
    DemandRestoration,
    ExtendExamination,
    ForwardComplaint,
    LodgeComplaint,
    MakeCheck,
    NotifyExtension,
    NotifyOutcome,
    RegisterComplaint,
    ReportCourtAction,
    ReportCourtOutcome,
    SendDecision,
    WithdrawComplaint,
)
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint

Decision = Callable[[Any, Any, Header], Sequence[Act]]


def handlers(agency: str, known: Callable[[], Known]) -> Handlers:
    """Give the handlers of a body that examines complaints.

    Args:
        agency: which body.
        known: reads what the instance knows of agencies and norms now.
    """
    at = _WithCompetence(agency, known)
    decide: dict[type[Any], Decision] = {
        LodgeComplaint: receiving.lodge,
        RegisterComplaint: at.knowing(receiving.register),
        ForwardComplaint: at.forward,
        ExtendExamination: at.knowing(extending.extend),
        NotifyExtension: at.knowing(extending.notify_extension),
        MakeCheck: examining.make_check,
        DecideComplaint: at.knowing(examining.decide),
        SendDecision: answering.send_decision,
        NotifyOutcome: answering.notify_outcome,
        DemandRestoration: at.demand,
        CheckRestoration: at.knowing(restoring.check),
        WithdrawComplaint: applicants_acts.withdraw,
        ReportCourtAction: applicants_acts.report_court_action,
        ReportCourtOutcome: applicants_acts.report_court_outcome,
    }
    own = {kind: Handler(stream=stream, decide=one) for kind, one in decide.items()}
    return {**own, **HANDLERS}


def stream(command: ToComplaint) -> str:
    """Name the stream of the complaint that a command goes to."""
    return f"complaint-{id_at_stage(command.complaint_id, command.stage)}"


class _WithCompetence(NamedTuple):
    """The decisions that ask who must examine the complaint, and who is who."""

    agency: str
    known: Callable[[], Known]

    def knowing(
        self, decide: Callable[[Complaint, Any, Header, Competence], Sequence[Act]]
    ) -> Decision:
        return lambda state, command, by: decide(state, command, by, self._competence(state))

    def forward(self, state: Complaint, command: ForwardComplaint, by: Header) -> Sequence[Act]:
        addressee = agency_of(self.known(), command.to_lane, "complaints")
        return receiving.forward(state, command, by, self._competence(state), addressee)

    def demand(self, state: Complaint, command: DemandRestoration, by: Header) -> Sequence[Act]:
        addressee = agency_of(self.known(), command.to_lane, "provider")
        return restoring.demand(state, command, by, self._competence(state), addressee)

    def _competence(self, state: Complaint) -> Competence:
        return competence(self.known(), self.agency, state.lodged)
