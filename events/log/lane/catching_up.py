"""A lane restored from a backup takes back what its readers hold of it, before it writes (A7).

The same events in the same commits give the same roots, and an Ed25519 signature is the same each
time (RFC 8032): so a commit that is appended again bears the very note that was shipped.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from events import codec
from events.envelope import Recorded
from events.known import tells_reference
from events.log.lane.store import Kept, NewEvent, Store, Transaction
from events.log.lane.work import ANY_BODY, Answer, Remembered
from events.log.reading.arrivals import Record
from events.log.reading.batch import BatchRefused, split_batch


class CannotCatchUp(Exception):
    """What readers hold does not follow what this lane holds: two lanes have used one key."""


def catch_up(store: Store, lane: str, records: Iterable[Record]) -> int:
    """Append the commits that a lane lacks.

    Args:
        store: the lane's.
        lane: its name.
        records: of the whole lane, in order, as its own agency and the authority have them.

    Returns:
        How many events were appended.

    Raises:
        CannotCatchUp: a record is none of this lane's, or does not follow; nothing of it is kept.
    """
    appended = 0
    for record in records:
        with store.transaction() as tx:
            appended += _append(tx, lane, record)
    return appended


def end_of(lane: str, record: Record) -> int:
    """Read the size at which a record of readers ends; whether the lane signed it shows later.

    Raises:
        CannotCatchUp: it bears no checkpoint.
    """
    try:
        return int(record.note.split(b"\n", 2)[1])
    except (IndexError, ValueError) as bad:
        raise CannotCatchUp(f"{lane}: a record of readers bears no checkpoint: {bad}") from bad


def _append(tx: Transaction, lane: str, record: Record) -> int:
    """Append one commit; nothing of one that is held."""
    size, end = tx.size(), end_of(lane, record)
    if end <= size:
        if tx.note_at(end) != record.note:
            raise CannotCatchUp(f"{lane}: readers hold another commit at size {end}")
        return 0
    events = _events(lane, record)
    if size + len(events) != end:
        raise CannotCatchUp(f"{lane}: readers hold nothing of {size} to {end - len(events)}")
    tx.append([_new(event, raw) for event, raw in events], _answers(events), None)
    if tx.note_at(end) != record.note:
        raise CannotCatchUp(f"{lane}: readers hold another commit at size {end}")
    for seq, (event, raw) in enumerate(events, size + 1):
        if tells_reference(event.data):
            tx.keep(Kept(lane, seq, raw))
    return len(events)


def _events(lane: str, record: Record) -> list[tuple[Recorded[Any], bytes]]:
    try:
        return [
            (codec.read(raw), raw) for raw in split_batch(record.value) if isinstance(raw, bytes)
        ]
    except (BatchRefused, codec.CannotRead) as bad:
        raise CannotCatchUp(f"{lane}: a record of readers cannot be read: {bad}") from bad


def _new(event: Recorded[Any], raw: bytes) -> NewEvent:
    return NewEvent(event.stream, event.version, event.type, raw, tells_reference(event.data))


def _answers(events: Sequence[tuple[Recorded[Any], bytes]]) -> Mapping[str, Remembered]:
    """Remember what the commit's commands were answered; what they asked stands in no event."""
    found: dict[str, Answer] = {}
    for event, _ in events:
        command_id = str(event.commandid)
        before = found.get(command_id)
        ids = (*(() if before is None else before.events), event.id)
        found[command_id] = Answer(stream=event.stream, version=event.version, events=ids)
    return {
        command_id: Remembered(body_hash=ANY_BODY, answer=msgspec.json.encode(answer))
        for command_id, answer in found.items()
    }
