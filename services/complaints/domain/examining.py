"""The body checks and decides a complaint, with reasons and by another officer (19.4, 19.5)."""

from collections.abc import Sequence

from events.common import Act
from events.complaints import CheckMade, ComplaintDecided, Verdict
from events.deciding import Header
from services.complaints.domain.commands import DecideComplaint, MakeCheck
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status


def make_check(complaint: Complaint, command: MakeCheck, by: Header) -> Sequence[Act]:
    """Check what is complained of."""
    complaint.must_be_examined_here(by)
    return [CheckMade(**by.act(), on_site=command.on_site)]


def decide(
    complaint: Complaint, command: DecideComplaint, by: Header, competence: Competence
) -> Sequence[Act]:
    """Decide the complaint; late or not, that is never refused."""
    by.form(
        complaint.status not in (Status.DECIDED, Status.ANSWERED),
        "already-decided",
        f"Complaint {complaint.complaint_id} is decided at stage {complaint.stage}",
    )
    complaint.must_be_examined_here(by)
    _may_decide(command, by, competence)
    decided = ComplaintDecided(
        **by.act(),
        outcome=command.outcome,
        reasons_given=command.reasons_given,
        reasons=command.reasons,
        participation=command.participation,
        measures=command.measures,
        measures_by=command.measures_by,
        unlawful_act=command.unlawful_act,
        causes=command.causes,
        sealed=command.sealed,
    )
    return [decided]


def _may_decide(command: DecideComplaint, by: Header, competence: Competence) -> None:
    by.law(
        command.outcome is not Verdict.NOT_RECORDED,
        "outcome-missing",
        "A decision says whether the complaint is satisfied",
        "19.4",
    )
    by.law(command.reasons_given, "reasons-missing", "A decision gives its reasons", "19.4")
    by.law(
        by.actor.rpartition("/")[2] not in command.contested_officers,
        "same-officer",
        "Another officer must examine a complaint of one's own act",
        "19.4(2), 20(2)",
    )
    by.law(
        bool(command.causes) or not competence.is_last_word(command.stage),
        "causes-missing",
        "The quality authority studies why the applicant was not satisfied",
        "19.5(1)",
    )
