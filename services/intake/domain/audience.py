"""Who may read what a window says (art. 24)."""

from collections.abc import Callable
from typing import Any

from events.common import DayClosed
from events.envelope import EVERYBODY
from events.intake import AcceptanceRefused, ApplicationLodged
from events.intake_course import CaseTakenOver, CaseTransferred, ComplaintHandedIn
from services.intake.domain.application import Application


def audience(data: Any, state: Any, agency_of: Callable[[str], str | None]) -> set[str]:  # noqa: ANN401 -- any event of this service
    """Give the agencies, besides the own and the authority, that may read an event.

    Of a case nobody else before acceptance; from then on the deliverer that has it now, and where
    it moves from window to window both windows. A complaint is for the body that examines it.

    Args:
        data: what the event says.
        state: its stream after it.
        agency_of: lane -> its agency, as registered.
    """
    match data:
        case DayClosed():
            return {EVERYBODY}
        case ComplaintHandedIn(to_agency=agency):
            return {agency}
        case ApplicationLodged() | AcceptanceRefused():
            return set()
        case CaseTransferred(to_agency=agency) | CaseTakenOver(from_agency=agency):
            return {agency, *_deliverer(state, agency_of)}
        case _:
            return _deliverer(state, agency_of)


def _deliverer(state: Any, agency_of: Callable[[str], str | None]) -> set[str]:  # noqa: ANN401 -- any stream's state
    lane = state.deliverer_lane if isinstance(state, Application) else None
    agency = None if lane is None else agency_of(lane)
    return set() if agency is None else {agency}
