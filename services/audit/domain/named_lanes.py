"""The lanes that a case has named, and as what: only they count in its file (protocol B11).

A window names the deliverer that it sends the request to, the window that goes on after it, and
the body to which it hands a complaint; a deliverer or body names the holder that it asks; a body
names the body that is competent, and who must restore rights. A complaint may be lodged at any
door (19.1): who lodges one is a body, and whether a competent one the rules ask.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from events.complaints import ComplaintForwarded, ComplaintLodged
from events.complaints_after import RestorationDemanded
from events.exchange import InquirySent
from events.intake import ApplicationAccepted, ApplicationForwarded
from events.intake_course import CaseTransferred, ComplaintHandedIn
from services.audit.domain.entry import Entry


class Named(NamedTuple):
    """Lanes in the order in which the case named them."""

    windows: list[str]
    """The first is the one that took the request in."""
    deliverers: list[str]
    holders: list[str]
    """Asked for documents or information (5.5(4))."""
    bodies: list[str]
    """They examine a complaint (19)."""
    restoring: list[str]
    """Told to restore rights (19.5(2))."""

    @property
    def all(self) -> set[str]:
        """All of them."""
        return {lane for lanes in self for lane in lanes}


def named_lanes(window: str | None, entries: Sequence[Entry]) -> Named:
    """Follow what lanes name, from the window on.

    Args:
        window: the lane that took the request in; None if nobody did.
        entries: what all lanes tell of the case, by date.
    """
    named = Named([] if window is None else [window], [], [], [], [])
    naming = [entry for entry in entries if type(entry.event.data) in _NAMING]
    while any([_name(named, entry) for entry in naming]):  # noqa: C419 -- each entry is looked at
        pass
    return named


def _name(named: Named, entry: Entry) -> bool:
    """Take what one entry names; say whether that is a lane that was not named before."""
    by, as_ = _NAMING[type(entry.event.data)]
    if by and not any(entry.lane in getattr(named, role) for role in by):
        return False
    lane: str | None = entry.data.to_lane if by else entry.lane
    lanes: list[str] = getattr(named, as_)
    if lane is None or lane in lanes or (not by and not lane.startswith("complaints.")):
        return False
    lanes.append(lane)
    return True


_NAMING: Final[dict[type[Any], tuple[tuple[str, ...], str]]] = {
    ApplicationAccepted: (("windows",), "deliverers"),
    ApplicationForwarded: (("windows",), "deliverers"),
    CaseTransferred: (("windows",), "windows"),
    ComplaintHandedIn: (("windows",), "bodies"),
    InquirySent: (("windows", "deliverers", "bodies"), "holders"),
    ComplaintForwarded: (("bodies",), "bodies"),
    RestorationDemanded: (("bodies",), "restoring"),
    ComplaintLodged: ((), "bodies"),
}
"""What names a lane -> (as what the lane that says it must have been named, as what it names)."""
