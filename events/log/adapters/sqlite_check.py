"""Recomputes an instance's file from its bytes alone: hashes, roots, signatures, places, copies."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from events import codec
from events.codec import CannotRead, UnknownType
from events.envelope import Recorded
from events.known import tells_reference
from events.log.checking import Fault
from events.log.reading.admit import read_of_lane
from events.log.reading.trust import key_for
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused, open_checkpoint
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.note import NoteRefused, UnknownKey
from events.register import Lane

Row = Any


def check_lane_tables(db: sqlite3.Connection, realm: str, lane: Lane) -> Iterator[Fault]:
    """Check a lane's events and seals."""
    check = _LaneCheck(db, realm, lane)
    yield from check.commits()
    yield from check.leftover()


class _LaneCheck:
    def __init__(self, db: sqlite3.Connection, realm: str, lane: Lane) -> None:
        self._db = db
        self._lane = lane
        self._origin = f"{realm}/{lane.lane}"
        self._edge = Edge()
        self._versions: dict[str, int] = {}

    def commits(self) -> Iterator[Fault]:
        seals = self._db.execute(
            "SELECT size, previous, note, edge, nodes FROM sealed ORDER BY size"
        )
        for size, previous, note, edge, nodes in seals:
            if previous != self._edge.size:
                yield self._fault(size, f"begins after {previous}, not after {self._edge.size}")
                return
            events = self._events(previous, size)
            if len(events) != size - previous:
                yield self._fault(size, "events are missing, or too many")
                return
            yield from self._commit(size, events, note, edge, nodes)

    def _events(self, previous: int, size: int) -> list[Row]:
        return self._db.execute(
            "SELECT rowid, originator_id, originator_version, topic, state FROM stored_events "
            "WHERE rowid > ? AND rowid <= ? ORDER BY rowid",
            (previous, size),
        ).fetchall()

    def _commit(
        self, size: int, events: list[Row], note: bytes, edge: bytes, nodes: bytes
    ) -> Iterator[Fault]:
        for row in events:
            yield from self._event(row)
        if self._edge.extend(leaf(row[4]) for row in events) != nodes:
            yield self._fault(size, "stored inner nodes are not those of the events")
        if self._edge.to_bytes() != edge:
            yield self._fault(size, "stored edge is not that of the events")
        yield from self._note(size, note)
        yield from self._audience(size, events)

    def _event(self, row: Row) -> Iterator[Fault]:
        seq, stream, version, topic, raw = row
        try:
            event = read_of_lane(raw, self._origin)
        except CannotRead as bad:
            yield self._fault(seq, str(bad))
            return
        if (event.stream, event.version, event.type) != (stream, version, topic):
            yield self._fault(seq, f"stands as {topic} {stream}:{version}, signed as {event.id}")
        expected = self._versions.get(event.stream, 0) + 1
        if event.version != expected:
            yield self._fault(seq, f"{event.id} should have version {expected}")
        self._versions[event.stream] = event.version

    def _note(self, size: int, note: bytes) -> Iterator[Fault]:
        fault = note_fault(note, self._lane, size, self._edge.root())
        if fault:
            yield self._fault(size, fault)

    def _audience(self, size: int, events: list[Row]) -> Iterator[Fault]:
        rows = self._db.execute("SELECT reader FROM audience WHERE size = ?", (size,))
        readers = {reader for row in events for reader in codec.readers(row[4]).split()}
        if {row[0] for row in rows} != readers:
            yield self._fault(size, "stored audience is not that of the events")

    def leftover(self) -> Iterator[Fault]:
        size = self._edge.size
        (last,) = self._db.execute("SELECT coalesce(max(rowid), 0) FROM stored_events").fetchone()
        if last > size:
            yield self._fault(last, f"events after {size} are not sealed")
        strangers = self._db.execute(
            "SELECT size FROM audience WHERE size NOT IN (SELECT size FROM sealed) LIMIT 1"
        ).fetchone()
        if strangers:
            yield self._fault(strangers[0], "audience of a commit that does not exist")

    def _fault(self, seq: int, what: str) -> Fault:
        return Fault(lane=self._lane.lane, seq=seq, what=what)


def note_fault(note: bytes, lane: Lane, size: int, root: bytes) -> str:
    """Say what is wrong with a note that should seal this size and root; empty if nothing."""
    key = key_for(lane, size)
    if key is None:
        return "the register has no key for this size"
    try:
        checkpoint = open_checkpoint(note, key)
    except (NoteRefused, UnknownKey, CheckpointRefused) as bad:
        return f"checkpoint: {bad}"
    if checkpoint != Checkpoint(origin=key.name, size=size, root=root):
        return "checkpoint is of another size or root than the events"
    return ""


def own_reference(db: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """Read the lane's own events that tell of agencies or norms, each with its seq."""
    sql = "SELECT rowid, state FROM stored_events WHERE typeof(state) = 'blob' ORDER BY rowid"
    for seq, raw in db.execute(sql):
        event = _readable(raw)
        if event is not None and tells_reference(event.data):
            yield seq, raw


def kept_reference(db: sqlite3.Connection, lane: str) -> Iterator[bytes]:
    """Read the copies that an instance keeps of another lane's events that tell of agencies."""
    sql = "SELECT state FROM kept WHERE lane = ? AND typeof(state) = 'blob' ORDER BY pos"
    return (raw for (raw,) in db.execute(sql, (lane,)))


def _readable(raw: bytes) -> Recorded[Any] | None:
    try:
        return codec.read(raw)
    except (CannotRead, UnknownType):
        return None
