"""The lanes that a case has named, and as what: only they count in its file (protocol B11).

A window names the deliverer that it sends the request to and the window that goes on after it; a
deliverer or body names the holder that it asks; a body names the body that is competent, and who
must restore rights. A complaint may come to any door (19.1): a window that takes one in names the
body to which it hands it, though nothing names the window; who lodges one is a body, and whether a
competent one the rules ask.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from events.complaints import ComplaintForwarded, ComplaintLodged
from events.complaints_after import RestorationDemanded
from events.exchange import InquirySent
from events.identity import made_by
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
    naming = [entry for entry in entries if type(entry.data) in (*_NAMING, *_AT_ANY_DOOR)]
    while any([_name(named, entry) for entry in naming]):  # noqa: C419 -- each entry is looked at
        pass
    return named


def hands_in(entry: Entry) -> bool:
    """Say whether a window tells of a complaint that it took in itself (19.1).

    The complaint's id bears its mark then (protocol E3).
    """
    data = entry.data
    return type(data) is ComplaintHandedIn and made_by(data.complaint_id, entry.lane)


def _handed_to(entry: Entry) -> str | None:
    return _body(entry.data.to_lane) if hands_in(entry) else None


def _body(lane: str) -> str | None:
    """Give a lane if complaints are kept in it; an act of another service names no body."""
    return lane if lane.startswith("complaints.") else None


def _name(named: Named, entry: Entry) -> bool:
    """Take what one entry names; say whether that is a lane that was not named before."""
    lane, as_ = _named_by(named, entry)
    lanes: list[str] = getattr(named, as_)
    if lane is None or lane in lanes:
        return False
    lanes.append(lane)
    return True


def _named_by(named: Named, entry: Entry) -> tuple[str | None, str]:
    """Give the lane that an entry names, and as what."""
    body = _AT_ANY_DOOR.get(type(entry.data))
    if body is not None:
        return body(entry), "bodies"
    by, as_ = _NAMING[type(entry.data)]
    is_named = any(entry.lane in getattr(named, role) for role in by)
    return (entry.data.to_lane if is_named else None), as_


_NAMING: Final[dict[type[Any], tuple[tuple[str, ...], str]]] = {
    ApplicationAccepted: (("windows",), "deliverers"),
    ApplicationForwarded: (("windows",), "deliverers"),
    CaseTransferred: (("windows",), "windows"),
    InquirySent: (("windows", "deliverers", "bodies"), "holders"),
    ComplaintForwarded: (("bodies",), "bodies"),
    RestorationDemanded: (("bodies",), "restoring"),
}
"""What names a lane -> (as what the lane that says it must have been named, as what it names)."""

_AT_ANY_DOOR: Final[dict[type[Any], Callable[[Entry], str | None]]] = {
    ComplaintHandedIn: _handed_to,
    ComplaintLodged: lambda entry: _body(entry.lane),
}
"""What begins a complaint -> the body that examines it, whoever says so."""
