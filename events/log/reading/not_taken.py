"""What becomes of a record that brings nothing in, and why, in words: the one place that has them.

Dropped       known already, or cut otherwise, ahead of a gap, forged: nothing changes
Waiting       signed by a key that the register does not know (yet): it is asked for again
Convicted     a second root for a size that is held: the lane stops, aloud
"""

from enum import StrEnum

from msgspec import Struct

from events.log.reading.take import CutDiffers, Gap, Known, NotTaken, Refused, TwoRoots


class Drop(StrEnum):
    """Why a record changes nothing."""

    KNOWN = "known"
    CUT_DIFFERS = "cut_differs"
    GAP = "gap"
    FORGED = "forged"


class PassedOver(Struct, frozen=True, kw_only=True):
    """A record that brings nothing in."""

    why: str
    """A sentence; whose record it is, is known."""
    alarm: str = ""
    """For a person: the lane, why, and what happens now; empty if nothing is wrong."""


class Dropped(PassedOver, frozen=True, kw_only=True):
    """The record changes nothing."""

    drop: Drop


class Waiting(PassedOver, frozen=True, kw_only=True):
    """The record waits for the register."""


class Convicted(PassedOver, frozen=True, kw_only=True):
    """Two roots for one size, both signed."""

    size: int


def why_not(outcome: NotTaken) -> str:
    """Say why a record was not taken; whose it is, the caller says."""
    match outcome:
        case Known(size=size):
            return f"a record to {size} is held already"
        case Gap(start=start, mine=mine):
            return f"a record begins at {start}, held up to {mine}"
        case CutDiffers(size=size, mine=mine):
            return f"a record to {size} is cut otherwise than what is held to {mine}"
        case TwoRoots(size=size):
            return f"the lane signed two roots for size {size}"
        case Refused(reason=reason):
            return reason.value


def passed_over(outcome: NotTaken, lane: str) -> Dropped | Convicted:
    """Say what becomes of a record that does not follow what is held of its lane."""
    why = why_not(outcome)
    alarm = f"{lane}: {why}"
    match outcome:
        case Known():
            return Dropped(drop=Drop.KNOWN, why=why)
        case Gap():
            return Dropped(drop=Drop.GAP, why=why, alarm=f"{alarm}: waiting for the refill")
        case CutDiffers():
            return Dropped(drop=Drop.CUT_DIFFERS, why=why, alarm=alarm)
        case TwoRoots(size=size):
            stopped = f"{alarm}: it is stopped, both notes are kept"
            return Convicted(size=size, why=why, alarm=stopped)
        case Refused():
            return forged(lane, why)


def forged(lane: str, why: str) -> Dropped:
    """Drop a record that its lane cannot have signed so, or that was damaged on its way."""
    return Dropped(drop=Drop.FORGED, why=why, alarm=f"{lane}: {why}")


def waiting(lane: str, why: str) -> Waiting:
    """Let a record wait until the register says more."""
    return Waiting(why=why, alarm=f"{lane}: {why}; waiting for the register")
