"""From a record in transport to what it holds: signature first, then root, then each event.

Verified      what a record holds, checked
Dropped       known already, or cut otherwise, ahead of a gap, forged: nothing changes
Waiting       signed by a key that the register does not know (yet): it is asked for again
Convicted     a second root for a size that is held: the lane stops, aloud
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

from events.codec import CannotRead, UnknownType
from events.envelope import Recorded
from events.log.reading.admit import Sender, admit
from events.log.reading.batch import BatchRefused, split_batch
from events.log.reading.take import CutDiffers, Gap, Held, Known, Refused, Taken, TwoRoots, take
from events.log.reading.trust import key_for, key_names
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused, open_checkpoint, parse
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.note import NoteRefused, UnknownKey
from events.register import Lane


class Record(NamedTuple):
    """One sealed batch in transport: the signed note and the batch that it covers."""

    note: bytes
    value: bytes


class Drop(StrEnum):
    """Why a record changes nothing."""

    KNOWN = "known"
    CUT_DIFFERS = "cut_differs"
    GAP = "gap"
    FORGED = "forged"


class Dropped(Struct, frozen=True, kw_only=True):
    """The record changes nothing; `alarm` is for a person, empty where nothing is wrong."""

    drop: Drop
    alarm: str = ""


class Waiting(Struct, frozen=True, kw_only=True):
    """The record waits for the register."""

    alarm: str


class Convicted(Struct, frozen=True, kw_only=True):
    """Two roots for one size, both signed."""

    size: int
    alarm: str


class Verified(Struct, frozen=True, kw_only=True):
    """A record that follows what is held, taken apart."""

    checkpoint: Checkpoint
    start: int
    edge: Edge
    events: Sequence[tuple[int, bytes, Recorded[Any]]]
    """(seq, bytes, event), ascending."""
    unknown: Sequence[tuple[int, str]]
    """(seq, wire name) of types of the lane's service that today's catalogue lacks."""
    rejected: Sequence[tuple[int, bytes, str]]
    """(seq, leaf hash, reason)."""
    count: int
    """Events in the record, of any kind."""


Arrival = Verified | Dropped | Waiting | Convicted


def arrive(record: Record, held: Held, lane: Lane, sender: Sender) -> Arrival:
    """Check one record against what is held of its lane (PROTOCOL.md, "Receiving")."""
    origin = f"{sender.realm}/{sender.lane}"
    try:
        checkpoint = _open(record.note, lane, origin)
        items = split_batch(record.value)
    except _NoKeyYet as none:
        return Waiting(alarm=f"{sender.lane}: {none}; waiting for the register")
    except UnknownKey as unknown:
        return _unknown_key(unknown, lane)
    except (NoteRefused, CheckpointRefused, BatchRefused) as forged:
        return Dropped(drop=Drop.FORGED, alarm=f"{sender.lane}: {forged}")
    outcome = take(held, items, checkpoint)
    if isinstance(outcome, Taken):
        return _sort(outcome, checkpoint, sender)
    return _not_taken(outcome, sender.lane)


def _unknown_key(unknown: UnknownKey, lane: Lane) -> Arrival:
    """Refuse a key of this lane that signs other sizes; let a stranger's note wait (A12)."""
    alarm = f"{lane.lane}: {unknown}"
    if set(unknown.signers) & key_names(lane):
        return Dropped(drop=Drop.FORGED, alarm=f"{alarm}; that key signs other sizes")
    return Waiting(alarm=f"{alarm}; waiting for the register")


class _NoKeyYet(LookupError):
    """The register gives no key for this size (yet)."""


def _open(note: bytes, lane: Lane, origin: str) -> Checkpoint:
    """Open a note with the key that signs checkpoints of its size (protocol A12)."""
    claimed = parse(note.decode(errors="replace").partition("\n\n")[0] + "\n")
    key = key_for(lane, claimed.size)
    if claimed.origin != origin:
        raise CheckpointRefused(f"a checkpoint of {claimed.origin}, not of {origin}")
    if key is None:
        raise _NoKeyYet(f"the register has no key of {origin} for size {claimed.size}")
    return open_checkpoint(note, key)


def _not_taken(outcome: Known | Gap | CutDiffers | TwoRoots | Refused, lane: str) -> Arrival:
    match outcome:
        case Known():
            return Dropped(drop=Drop.KNOWN)
        case Gap(start=start, mine=mine):
            alarm = f"{lane}: a record begins at {start}, held up to {mine}: waiting for the refill"
            return Dropped(drop=Drop.GAP, alarm=alarm)
        case CutDiffers(size=size, mine=mine):
            alarm = f"{lane}: a record to {size} is cut otherwise than what is held to {mine}"
            return Dropped(drop=Drop.CUT_DIFFERS, alarm=alarm)
        case TwoRoots(size=size):
            alarm = f"{lane} signed two roots for size {size}: it is stopped, both notes are kept"
            return Convicted(size=size, alarm=alarm)
        case Refused(reason=reason):
            return Dropped(drop=Drop.FORGED, alarm=f"{lane}: {reason}")


def _sort(taken: Taken, checkpoint: Checkpoint, sender: Sender) -> Verified:
    events: list[tuple[int, bytes, Recorded[Any]]] = []
    unknown: list[tuple[int, str]] = []
    rejected: list[tuple[int, bytes, str]] = []
    for seq, raw in taken.events:
        try:
            events.append((seq, raw, admit(raw, sender)))
        except UnknownType as new:
            unknown.append((seq, new.wire_name))
        except CannotRead as bad:
            rejected.append((seq, leaf(raw), str(bad)))
    return Verified(
        checkpoint=checkpoint,
        start=taken.start,
        edge=taken.new_edge,
        events=events,
        unknown=unknown,
        rejected=rejected,
        count=len(taken.events),
    )
