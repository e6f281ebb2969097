"""A complaint that comes to a window, which examines none and turns none away (19.1)."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act
from events.deciding import Header
from events.intake_course import CaseAtWindow, ComplaintHandedIn
from events.law.complaint_path import TakenIn
from services.intake.domain.application import Application
from services.intake.domain.commands_course import HandInComplaint
from services.intake.domain.window import Window


class ComplaintAtWindow(Struct, frozen=True, kw_only=True):
    """Whether a complaint was handed in here, and of what it tells."""

    complaint_id: str
    handed_in: bool = False
    case_id: str = ""
    """The case complained of; the complaint itself where there is none, as at the body."""

    def evolve(self, event: Any) -> "ComplaintAtWindow":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case ComplaintHandedIn(case_id=case_id):
                return replace(self, handed_in=True, case_id=case_id or self.complaint_id)
            case _:
                return self


def hand_in(
    complaint: ComplaintAtWindow,
    command: HandInComplaint,
    by: Header,
    window: Window,
    case: Application | None = None,
) -> Sequence[Act]:
    """Take a complaint in for the body that examines it first.

    Args:
        complaint: not handed in yet.
        command: says of what it is, and to whom it goes.
        by: who takes it in, and when.
        window: this one.
        case: the case complained of as this window has it; None where the complaint names none.
    """
    _must_be_well_formed(complaint, command, by, window)
    taken_in = _as_recorded(case, command, by)
    handed_in = ComplaintHandedIn(
        **by.act(),
        complaint_id=command.complaint_id,
        case_id=command.case_id,
        service_code=command.service_code,
        to_agency=command.to_agency,
        to_lane=command.to_lane,
        respondent=command.respondent,
        about=command.about,
        medium=command.medium,
        taken_in=taken_in,
        sealed=command.sealed,
    )
    return [handed_in]


def _as_recorded(case: Application | None, command: HandInComplaint, by: Header) -> TakenIn | None:
    """Give how the request was taken in, by this window's own record of it: no clerk's word is."""
    request = None if case is None else case.request
    taken_in = None
    if request is not None:
        deliverer = request.deliverer if isinstance(request, CaseAtWindow) else None
        taken_in = TakenIn(standard_edition=request.standard_edition, deliverer=deliverer)
    by.form(
        command.taken_in in (None, taken_in),
        "taken-in-differs",
        "How the request was taken in is told as this window has it on record: leave it out",
        "8.1(11)",
    )
    return taken_in


def _must_be_well_formed(
    complaint: ComplaintAtWindow, command: HandInComplaint, by: Header, window: Window
) -> None:
    by.form(
        not complaint.handed_in,
        "complaint-exists",
        f"Complaint {complaint.complaint_id} was handed in here already",
    )
    window.must_have_made(command.complaint_id, by)
    by.form(
        bool(command.case_id or command.service_code or any(one.event for one in command.about)),
        "nothing-to-complain-about",
        "Name a case, a service or an act",
        "19.1",
    )
    by.form(
        window.agency_of(command.to_lane) == command.to_agency,
        "not-the-bodys-lane",
        f"{command.to_lane} is not registered as a lane of {command.to_agency}",
        "19.1",
    )
