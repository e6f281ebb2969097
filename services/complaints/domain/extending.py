"""The examination takes longer, and the applicant is told in time and why (19.6)."""

from collections.abc import Sequence

from events.acts.told import told_or
from events.common import Act
from events.complaints import ExaminationExtended, ExtensionNotified
from events.deciding import Header
from services.complaints.domain.commands import ExtendExamination, NotifyExtension
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint
from services.complaints.domain.told_date import date_extended, last_day_to_tell


def extend(
    complaint: Complaint, command: ExtendExamination, by: Header, competence: Competence
) -> Sequence[Act]:
    """Take more time, as long as the applicant can still be told in time."""
    complaint.must_be_examined_here(by)
    days = complaint.days_extended + command.by_days
    _may_extend(command, by, competence, days)
    _in_time(complaint, by, competence)
    extended = ExaminationExtended(
        **by.act(),
        by_days=command.by_days,
        ground=command.ground,
        reasons=command.reasons,
        told=told_or(by, command.told, date_extended(complaint, days, competence, by.on)),
        sealed=command.sealed,
    )
    return [extended]


def notify_extension(
    complaint: Complaint, command: NotifyExtension, by: Header, competence: Competence
) -> Sequence[Act]:
    """Tell the applicant of the extension made last, or of a few together."""
    complaint.must_be_examined_here(by)
    by.form(
        bool(complaint.extensions),
        "not-extended",
        f"The examination of complaint {complaint.complaint_id} was not extended",
        "19.6",
    )
    _in_time(complaint, by, competence)
    by.law(command.reasons_given, "reasons-missing", "A notice gives the reasons", "19.6")
    medium = complaint.the_lodging().medium
    by.law(
        command.medium == medium,
        "wrong-medium",
        f"Who complained by {medium} is told by {medium}",
        "19.6",
    )
    notified = ExtensionNotified(
        **by.act(),
        medium=command.medium,
        reasons_given=command.reasons_given,
        told=told_or(by, command.told, complaint.extensions[-1].told),
        sealed=command.sealed,
    )
    return [notified]


def _may_extend(command: ExtendExamination, by: Header, competence: Competence, days: int) -> None:
    by.law(
        competence.may_extend_on(command.ground),
        "ground-not-in-law",
        f"Only a check or further information extends an examination, not {command.ground}",
        "19.6(1), 19.6(2)",
    )
    by.law(
        competence.may_extend_by(days),
        "too-long",
        f"{days} working days more in all are too many: ten at most",
        "19.6",
    )
    by.law(bool(command.reasons), "reasons-missing", "An extension has its reasons", "19.6")


def _in_time(complaint: Complaint, by: Header, competence: Competence) -> None:
    """Refuse once the applicant can no longer be told before the original term (19.6)."""
    last = last_day_to_tell(complaint, competence, by.on)
    by.law(
        last is None or by.on <= last,
        "too-late",
        f"The applicant had to be told by {last}: three working days before the term",
        "19.6",
    )
