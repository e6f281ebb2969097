"""Whether the agencies that acts name were shown them (protocol I3, C5, A11)."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from services.audit.domain.entry import Entry
from services.audit.domain.shown import NEVER_SHOWN, Shown


class Addressees(NamedTuple):
    """The entries of a case, by whether those whom they name were shown them."""

    ordered: Sequence[Entry]
    """What counts, by (on, lane, seq)."""
    unaddressed: Sequence[Entry]
    """What asks a lane for an act, or brings it something, and is never shown to its agency: kept
    apart, as it counts for nothing."""
    unstated: Sequence[Entry]
    """The same, where the agency alone could say that it was shown it, and does not: it was done,
    and counts, but nobody owes an answer to it."""


def by_addressee(entries: Iterable[Entry], shown: Callable[[Entry], Shown]) -> Addressees:
    """Sort what lanes tell of a case."""
    told = sorted(entries, key=lambda entry: (entry.event.data.on, entry.lane, entry.seq))
    naming = (one for one in told if getattr(one.data, "to_lane", None) is not None)
    hidden = {(one.lane, one.seq): shown(one).hidden for one in naming}
    unaddressed = [one for one in told if hidden.get((one.lane, one.seq)) in NEVER_SHOWN]
    unstated = [one for one in told if hidden.get((one.lane, one.seq)) and one not in unaddressed]
    ordered = [one for one in told if one not in unaddressed]
    return Addressees(ordered, unaddressed, unstated)


def acted_on(act: Entry, entries: Iterable[Entry]) -> Entry | None:
    """Give what the lane that an act names did first on that act: so it was shown it.

    What it did on a later act of that lane proves nothing: a hash may stand for this one.

    Args:
        act: names a lane.
        entries: of the case, by date.
    """
    for one in entries:
        if one.lane == act.data.to_lane and one.event.causationid == act.ref:
            return one
    return None
