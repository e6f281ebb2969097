"""A complaint that comes to a window, which examines none and turns none away (19.1)."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act
from events.deciding import Header
from events.intake_course import ComplaintHandedIn
from services.intake.domain.commands_course import HandInComplaint
from services.intake.domain.window import Window


class ComplaintAtWindow(Struct, frozen=True, kw_only=True):
    """Whether a complaint was handed in here, and of which case it is."""

    complaint_id: str
    handed_in: bool = False
    case_id: str = ""
    """Empty: of no case that is known."""

    def evolve(self, event: Any) -> "ComplaintAtWindow":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case ComplaintHandedIn(case_id=case_id):
                return replace(self, handed_in=True, case_id=case_id or "")
            case _:
                return self


def hand_in(
    complaint: ComplaintAtWindow, command: HandInComplaint, by: Header, window: Window
) -> Sequence[Act]:
    """Take a complaint in for the body that examines it first."""
    _must_be_well_formed(complaint, command, by, window)
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
        taken_in=command.taken_in,
        sealed=command.sealed,
    )
    return [handed_in]


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
