"""When the agency that an act names was shown it: nobody owes what it could not know (B9, A11)."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from typing import Final, NamedTuple

from events.register import Lane, Register
from services.audit.domain.entry import Entry
from services.audit.domain.told import Told


class Hidden(Enum):
    """Why nothing shows that the agency that an act names was shown it."""

    NOT_NAMED = auto()
    """`to` does not name it: the act is not for it to read (protocol I3)."""
    NOT_LISTED = auto()
    """The register lists it on no day as a reader of the lane: no record is cut for it (C5)."""
    NOT_STATED = auto()
    """It says what it was shown of other lanes, and of this one not so much (A11)."""
    NOT_COUNTED = auto()
    """It says that it was shown more of this lane than the ledger counts yet: that may be so."""


NEVER_SHOWN: Final = (Hidden.NOT_NAMED, Hidden.NOT_LISTED)
"""No record of it is ever cut for the agency."""


class Shown(NamedTuple):
    """When the agency that an act names was shown it, or why nothing says so."""

    on: date
    """The first ledger day on which it could know of it; if not stated, should have."""
    hidden: Hidden | None = None


class _Readers(NamedTuple):
    """Whom the register lists as readers of a lane, from one ledger day up to another."""

    since: date
    until: date | None
    agencies: frozenset[str]


_NEVER: Final = date.max


def shown(entry: Entry, register: Register, told: Told) -> Shown:
    """Say since which ledger day the agency that an act names could know of it.

    An act names an agency by a lane of it, in `to_lane`. One that names none, or a lane that
    nobody has registered, is known on the day that holds it; so it is to its own agency and to the
    authority, which read a lane whole (A8). Others know it when the register lists them as
    readers, and they say that they were shown it. Whose software reads no lane is told on paper;
    who is silent on the day on which it should have said so cannot deny it afterwards.

    Args:
        entry: the act.
        register: as known when it is asked.
        told: when the ledger was told of acts, of registrations and of what lanes were shown.
    """
    named: str | None = getattr(entry.data, "to_lane", None)
    agency = None if named is None else register.agency_id(named)
    if named is None or agency is None:
        return Shown(told.closed_on(entry))
    if not entry.event.admits(agency):
        return Shown(_NEVER, Hidden.NOT_NAMED)
    lane = register.lanes.get(entry.lane)
    if lane is None or agency in (lane.agency, registrar(lane, register)):
        return Shown(told.closed_on(entry))
    listed = _first(_readers(lane, told), agency, told.closed_on(entry))
    if listed is None:
        return Shown(_NEVER, Hidden.NOT_LISTED)
    if listed == _NEVER or lane.historic or register.lanes[named].historic:
        return Shown(listed)  # A lane of the past states nothing.
    return _stated(entry, named, listed, told)


def registrar(lane: Lane, register: Register) -> str | None:
    """Name the agency that has registered a lane, and lists its readers."""
    return register.agency_id(lane.registered_by.partition("/")[0])


def _stated(entry: Entry, named: str, listed: date, told: Told) -> Shown:
    stated = told.stated(entry, named)
    if stated.on is not None and stated.on <= listed:
        return Shown(listed)
    if told.is_silent(named, listed) or told.states_nothing(named, listed):
        return Shown(listed)
    if stated.on is not None:
        return Shown(stated.on)
    return Shown(listed, Hidden.NOT_COUNTED if stated.waits else Hidden.NOT_STATED)


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
    sinces: Sequence[date] = [
        date.min,
        *(told.registered_on(lane.lane, ref) for ref, _ in later),
    ]
    untils = [*(until for _, until in pairwise(sinces)), None]
    for since, until, (_, agencies) in zip(sinces, untils, (first, *later), strict=True):
        yield _Readers(since, until, agencies)
