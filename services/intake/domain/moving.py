"""A case moves from window to window; the clock and the told date stay (1(4))."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from events.common import Act
from events.deciding import Header
from events.identity import made_by
from events.intake_course import CaseAtWindow, CaseTakenOver, CaseTransferred
from services.intake.domain.applicants import must_be_random, still_applying
from services.intake.domain.application import Application
from services.intake.domain.coming_back import taken_back
from services.intake.domain.commands_course import TakeOverCase, TransferCase
from services.intake.domain.status import CAME, Status
from services.intake.domain.window import Window

WINDOW_LANES: Final = "intake."
"""How the name of every window's lane begins."""


def transfer(
    application: Application, command: TransferCase, by: Header, window: Window
) -> Sequence[Act]:
    """Hand the case over to another window; it must have been sent to its deliverer before."""
    by.form(
        application.status not in CAME,
        "result-already-here",
        f"The result of case {application.case_id} has come to this window",
        "1(4)",
    )
    application.must_be(by, Status.WITH_DELIVERER)
    _must_be_another_window(command, by, window)
    transferred = CaseTransferred(
        **by.act(),
        to_agency=command.to_agency,
        to_lane=command.to_lane,
        reason=command.reason,
        case=_as_it_is_now(application, window),
    )
    return [transferred]


def _must_be_another_window(command: TransferCase, by: Header, window: Window) -> None:
    by.form(
        command.to_lane.startswith(WINDOW_LANES)
        and command.to_lane != window.lane
        and window.agency_of(command.to_lane) == command.to_agency,
        "not-a-window",
        f"{command.to_lane} is not registered as another window's lane, of {command.to_agency}",
        "1(4)",
    )


def _as_it_is_now(application: Application, window: Window) -> CaseAtWindow:
    """Give what was accepted, without those who have withdrawn, with the deliverer of now."""
    case = application.the_case()
    lane = application.deliverer_lane or case.deliverer_lane
    return replace(
        case,
        applicants=still_applying(application),
        deliverer=window.agency_of(lane) or case.deliverer,
        deliverer_lane=lane,
    )


def take_over(
    application: Application, command: TakeOverCase, by: Header, window: Window
) -> Sequence[Act]:
    """Go on with a case that another window hands over to this one, or back to it.

    Of one that comes back stands what this window knows (`coming_back.py`). On that window's word
    alone only if it made the case's id, or has the case from here; an officer decides otherwise.
    """
    application.must_be(by, Status.ABSENT, Status.ELSEWHERE)
    by.form(
        command.to_lane == window.lane
        and (not by.heard or _is_theirs(application, command.from_lane)),
        "not-addressed-here",
        f"Case {application.case_id} is not {command.from_lane}'s to hand over to {window.lane}",
        "1(4), protocol E3",
    )
    from_agency = window.agency_of(command.from_lane) or ""
    by.form(
        bool(from_agency) and command.from_lane.startswith(WINDOW_LANES),
        "not-a-window",
        f"{command.from_lane} is not registered as a window's lane",
        "1(4)",
    )
    must_be_random(command.case.applicants, by)
    taken_over = CaseTakenOver(
        **by.act(),
        from_agency=from_agency,
        from_lane=command.from_lane,
        case=taken_back(application, command.case, window),
    )
    return [taken_over]


def _is_theirs(application: Application, lane: str) -> bool:
    gone = application.transferred
    return made_by(application.case_id, lane) if gone is None else gone.to_lane == lane
