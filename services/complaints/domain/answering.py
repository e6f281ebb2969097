"""After the decision: the applicant gets it, the quality authority its one notice (19.4)."""

from collections.abc import Sequence

from events.common import Act
from events.complaints import DecisionSent
from events.complaints_after import OutcomeNotified
from events.deciding import Header, refuse
from services.complaints.domain.commands import NotifyOutcome, SendDecision
from services.complaints.domain.complaint import Complaint, Status


def send_decision(complaint: Complaint, command: SendDecision, by: Header) -> Sequence[Act]:
    """Send the applicant the decision; whether it tells the next step is said, not demanded."""
    complaint.must_be(by, Status.DECIDED)
    sent = DecisionSent(
        **by.act(),
        medium=command.medium or complaint.the_lodging().medium,
        tells_next_step=command.tells_next_step,
        sealed=command.sealed,
    )
    return [sent]


def notify_outcome(complaint: Complaint, command: NotifyOutcome, by: Header) -> Sequence[Act]:
    """Tell the quality authority, once, that the complaint was registered and how it ended."""
    complaint.must_be(by, Status.DECIDED, Status.ANSWERED)
    by.form(
        not complaint.notified,
        "already-notified",
        f"The authority has its notice of complaint {complaint.complaint_id}",
        "19.4",
    )
    registered = complaint.registered
    if registered is None:
        raise refuse("no-registration", "A notice tells of a registration: none was made", "19.4")
    notified = OutcomeNotified(
        **by.act(),
        registration_no=registered.registration_no,
        registered_on=registered.on,
        outcome=complaint.the_decision().outcome,
        summary=command.summary,
    )
    return [notified]
