"""What the applicant does beside complaining: withdraws, or goes to court at any stage (19.8)."""

from collections.abc import Sequence

from events.common import Act
from events.complaints_after import (
    ComplaintWithdrawn,
    CourtActionReported,
    CourtOutcomeReported,
)
from events.deciding import Header
from services.complaints.domain.commands import (
    ReportCourtAction,
    ReportCourtOutcome,
    WithdrawComplaint,
)
from services.complaints.domain.complaint import Complaint, Status


def withdraw(complaint: Complaint, command: WithdrawComplaint, by: Header) -> Sequence[Act]:
    """Take the complaint back; what was late till then stays late."""
    complaint.must_be(by, Status.LODGED, Status.REGISTERED)
    return [ComplaintWithdrawn(**by.act(), sealed=command.sealed)]


def report_court_action(
    complaint: Complaint, command: ReportCourtAction, by: Header
) -> Sequence[Act]:
    """Record that the applicant went to court; the stage runs on."""
    _must_be_known(complaint, by)
    return [CourtActionReported(**by.act(), court=command.court)]


def report_court_outcome(
    complaint: Complaint, command: ReportCourtOutcome, by: Header
) -> Sequence[Act]:
    """Record what the court said; it does not decide the complaint."""
    _must_be_known(complaint, by)
    return [CourtOutcomeReported(**by.act(), court=command.court, outcome=command.outcome)]


def _must_be_known(complaint: Complaint, by: Header) -> None:
    by.form(
        complaint.status is not Status.ABSENT,
        "complaint-unknown",
        f"Complaint {complaint.complaint_id} never came here at stage {complaint.stage}",
    )
