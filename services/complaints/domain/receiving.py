"""A complaint comes in: it is never turned away, but goes on the books or to another body (19)."""

from collections.abc import Sequence

from events.acts.told import told_or
from events.common import Act
from events.complaints import (
    ComplaintAtBody,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
)
from events.deciding import Header
from services.complaints.domain.anothers_word import as_told
from services.complaints.domain.commands import (
    ForwardComplaint,
    LodgeComplaint,
    RegisterComplaint,
)
from services.complaints.domain.competence import (
    Competence,
)
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.told_date import date_of_stage


def lodge(complaint: Complaint, command: LodgeComplaint, by: Header) -> Sequence[Act]:
    """Take a complaint in, whatever its stage, its lateness, its body."""
    complaint.must_be(by, Status.ABSENT, Status.ELSEWHERE)
    if command.from_lane is not None:
        command = as_told(complaint, command.from_lane, command, by)
    _must_name_something(command, by)
    lodged = ComplaintLodged(
        **by.act(),
        complaint_id=command.complaint_id,
        stage=command.stage,
        case_id=command.case_id or None,
        service_code=command.service_code or None,
        respondent=command.respondent,
        about=command.about,
        medium=command.medium,
        handed_in_at=command.handed_in_at,
        received_on=command.received_on or by.on,
        previous=command.previous,
        taken_in=command.taken_in,
        sealed=command.sealed,
    )
    return [lodged]


def _must_name_something(command: LodgeComplaint, by: Header) -> None:
    by.form(
        bool(command.case_id or command.service_code or command.about),
        "nothing-to-complain-about",
        "Name a case, a service or an act",
        "19.1",
    )


def register(
    complaint: Complaint, command: RegisterComplaint, by: Header, competence: Competence
) -> Sequence[Act]:
    """Put the complaint on the books and tell the applicant the date."""
    complaint.must_be(by, Status.LODGED)
    counted = date_of_stage(complaint, competence, by.on)
    registered = ComplaintRegistered(
        **by.act(),
        registration_no=command.registration_no,
        told=told_or(by, command.told, counted),
    )
    return [registered]


def forward(
    complaint: Complaint,
    command: ForwardComplaint,
    by: Header,
    competence: Competence,
    addressee: str | None,
) -> Sequence[Act]:
    """Send the complaint, with all that the next body must know, to who is competent.

    Args:
        complaint: lodged or registered here.
        command: says where to.
        by: who forwards, and when.
        competence: who must examine.
        addressee: the agency of `to_lane`, as registered; None if nobody's complaints lane.
    """
    complaint.must_be(by, Status.LODGED, Status.REGISTERED)
    _may_forward(command, by, competence, addressee)
    forwarded = ComplaintForwarded(
        **by.act(),
        to_agency=command.to_agency,
        to_lane=command.to_lane,
        reason=command.reason,
        complaint=_for_the_next(complaint.the_lodging()),
    )
    return [forwarded]


def _may_forward(
    command: ForwardComplaint, by: Header, competence: Competence, addressee: str | None
) -> None:
    by.law(
        not competence.is_here(command.stage),
        "competent-here",
        f"{competence.agency} must examine this complaint itself at stage {command.stage}",
        "19.2, 19.3",
    )
    by.form(
        command.to_agency != competence.agency,
        "same-body",
        "A complaint is forwarded to another body than this one",
        "19.2, 19.3",
    )
    by.form(
        addressee == command.to_agency,
        "not-the-bodys-lane",
        f"{command.to_lane} is not registered as a complaints lane of {command.to_agency}",
        "19.2, 19.3",
    )


def _for_the_next(lodged: ComplaintLodged) -> ComplaintAtBody:
    return ComplaintAtBody(
        **{name: getattr(lodged, name) for name in ComplaintAtBody.__struct_fields__}
    )
