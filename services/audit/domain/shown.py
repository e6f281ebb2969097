"""When the agency that an act names was shown it: nobody owes what it could not know (B9)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from events.register import Lane, Register
from services.audit.domain.entry import Entry


class Told(NamedTuple):
    """Where the ledger says when it was told something."""

    closed_on: Callable[[Entry], date]
    """The first ledger day whose input can hold an entry; the last of all dates if none can yet."""
    counted_on: Callable[[str], date]
    """The first ledger day whose register knows of a registration; as above."""


class _Readers(NamedTuple):
    """Whom the register lists as readers of a lane, from one ledger day up to another."""

    since: date
    until: date | None
    agencies: frozenset[str]


def shown_on(entry: Entry, register: Register, told: Told) -> date | None:
    """Give the first ledger day on which the agency that an act names could know of it.

    An act names an agency by a lane of it, in `to_lane`. One that names none, or a lane that
    nobody has registered, is known on the day that closes over it.

    Args:
        entry: the act.
        register: as known when it is asked.
        told: when the ledger was told of acts and of registrations.

    Returns:
        None if the agency is not shown it: `to` does not name it (protocol I3), or the register
        lists it on no day as a reader of the lane (C5). Its own agency and the authority read a
        lane whole (A8).
    """
    named: str | None = getattr(entry.data, "to_lane", None)
    agency = None if named is None else register.agency_id(named)
    if agency is None:
        return told.closed_on(entry)
    if not entry.event.admits(agency):
        return None
    lane = register.lanes.get(entry.lane)
    if lane is None or agency in (lane.agency, _authority(lane, register)):
        return told.closed_on(entry)
    return _first(_readers(lane, told), agency, told.closed_on(entry))


def _authority(lane: Lane, register: Register) -> str | None:
    """Name the agency of the lane that registers all others."""
    return register.agency_id(lane.registered_by.partition("/")[0])


def _first(spans: Iterator[_Readers], agency: str, closed_on: date) -> date | None:
    """Give the first day from the closing on, on which an agency is a reader."""
    for span in spans:
        first = max(closed_on, span.since)
        if agency in span.agencies and (span.until is None or first < span.until):
            return first
    return None


def _readers(lane: Lane, told: Told) -> Iterator[_Readers]:
    """Give the readers of a lane, span by span: before it was registered nobody read it."""
    first, *later = lane.readers_told or (("", lane.readers),)
    sinces: Sequence[date] = [date.min, *(told.counted_on(ref) for ref, _ in later)]
    untils = [*(until for _, until in pairwise(sinces)), None]
    for since, until, (_, agencies) in zip(sinces, untils, (first, *later), strict=True):
        yield _Readers(since, until, agencies)
