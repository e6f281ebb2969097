"""From a record in transport to what it holds: signature first, then root, then each event.

What comes of it is `Verified`, or passed over (`events.log.reading.not_taken`).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from events.codec import CannotRead, UnknownType
from events.envelope import Recorded
from events.log.reading.admit import Sender, admit, is_for_reader
from events.log.reading.batch import BatchRefused, Item, encode_batch, split_batch
from events.log.reading.not_taken import (
    Convicted,
    Dropped,
    Waiting,
    forged,
    passed_over,
    waiting,
)
from events.log.reading.own_part import own_part
from events.log.reading.take import Held, Taken, take
from events.log.reading.trust import NoKeyYet, key_names, opened
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.note import NoteRefused, UnknownKey
from events.register import Lane

__all__ = [
    "Arrival",
    "Convicted",
    "Dropped",
    "Record",
    "Verified",
    "Waiting",
    "arrive",
]


class Record(NamedTuple):
    """One sealed batch in transport: the signed note and the batch that it covers."""

    note: bytes
    value: bytes


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
    """Events in the record that are for the reader, of any kind; the whole lane is for some."""
    value: bytes
    """The batch as it is kept: without the bytes of events that are not for the reader."""


Arrival = Verified | Dropped | Waiting | Convicted


def arrive(record: Record, held: Held, lane: Lane, sender: Sender) -> Arrival:
    """Check one record against what is held of its lane (PROTOCOL.md, "Receiving")."""
    origin = f"{sender.realm}/{sender.lane}"
    try:
        checkpoint = opened(record.note, lane, origin)
        items = split_batch(record.value)
    except NoKeyYet as none:
        return waiting(lane.lane, str(none))
    except UnknownKey as unknown:
        return _unknown_key(unknown, lane)
    except (NoteRefused, CheckpointRefused, BatchRefused) as bad:
        return forged(lane.lane, str(bad))
    outcome = take(held, items, checkpoint)
    if isinstance(outcome, Taken):
        return _sort(outcome, checkpoint, sender, record.value, items)
    return passed_over(outcome, lane.lane)


def _unknown_key(unknown: UnknownKey, lane: Lane) -> Arrival:
    """Refuse a key of this lane that signs other sizes; let a stranger's note wait (A12)."""
    if set(unknown.signers) & key_names(lane):
        return forged(lane.lane, f"{unknown}; that key signs other sizes")
    return waiting(lane.lane, str(unknown))


def _sort(
    taken: Taken, checkpoint: Checkpoint, sender: Sender, value: bytes, items: Sequence[Item]
) -> Verified:
    events: list[tuple[int, bytes, Recorded[Any]]] = []
    unknown: list[tuple[int, str]] = []
    rejected: list[tuple[int, bytes, str]] = []
    of_others = set[bytes]()
    for seq, raw in taken.events:
        try:
            events.append((seq, raw, admit(raw, sender)))
        except UnknownType as new:
            unknown.append((seq, new.wire_name))
        except CannotRead as bad:
            rejected.append((seq, leaf(raw), str(bad)))
            if not is_for_reader(raw, sender):
                of_others.add(raw)
    mine = [raw for _, raw in taken.events if raw not in of_others]
    if of_others:
        value = encode_batch(own_part(taken.start, items, lambda raw: raw not in of_others))
    return Verified(
        checkpoint=checkpoint,
        start=taken.start,
        edge=taken.new_edge,
        events=events,
        unknown=unknown,
        rejected=rejected,
        count=len(mine),
        value=value,
    )
