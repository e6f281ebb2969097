"""Recomputes what an instance has received: every record again, as if it came now."""

import sqlite3
from collections.abc import Iterator

from events.catalogue import CATALOGUE
from events.known import tells_reference
from events.log.adapters.sqlite_check import note_fault, own_reference
from events.log.adapters.sqlite_check_places import place_faults
from events.log.checking import Fault
from events.log.reading.admit import Sender
from events.log.reading.arrivals import Record, Verified, arrive
from events.log.reading.parts import Me
from events.log.reading.take import Held
from events.log.tree.checkpoint import CheckpointRefused, parse
from events.log.tree.edge import Edge
from events.register import Lane, Register


class ReceivedCheck:
    """One instance's archive of other lanes."""

    def __init__(self, db: sqlite3.Connection, me: Me, register: Register) -> None:
        self._db = db
        self._me = me
        self._register = register
        self._kept: set[tuple[str, int, bytes]] = set()
        self._unread: set[tuple[str, int, str]] = set()

    def faults(self) -> Iterator[Fault]:
        """Check all lanes, then what was copied from them."""
        for (lane,) in self._db.execute("SELECT DISTINCT lane FROM received ORDER BY lane"):
            yield from self._lane(lane)
        for lane, place, what in place_faults(self._db):
            yield self._fault(lane, place, what)
        yield from self._copies()
        yield from self._convicted()
        yield from self._memory()

    def _lane(self, lane: str) -> Iterator[Fault]:
        if lane not in self._register.lanes:
            yield self._fault(lane, 0, "not in the register")
            return
        registered = self._register.lane(lane)
        sender = self._sender(registered)
        edge, events = Edge(), 0
        rows = self._db.execute(
            "SELECT size, start, events, root, note, value, edge FROM received "
            "WHERE lane = ? ORDER BY size",
            (lane,),
        )
        for size, start, stored_events, root, note, value, stored_edge in rows:
            held = Held(edge=edge, root_at=lambda _: None, whole=sender.whole, as_kept=True)
            arrival = arrive(Record(note, value), held, registered, sender)
            if not isinstance(arrival, Verified):
                yield self._fault(lane, size, f"record does not follow: {arrival.why}")
                return
            edge, events = arrival.edge, events + arrival.count
            stored = (size, start, stored_events, root, stored_edge)
            checkpoint = arrival.checkpoint
            if stored != (checkpoint.size, arrival.start, events, checkpoint.root, edge.to_bytes()):
                yield self._fault(
                    lane, size, "stored size, start, count, root or edge is not its own"
                )
            if arrival.value != value:
                yield self._fault(lane, size, "the record holds events that are not for its reader")
            self._remember(lane, arrival)

    def _sender(self, lane: Lane) -> Sender:
        me = self._me
        whole = me.authority or me.agency == lane.agency
        return Sender(
            realm=me.realm, lane=lane.lane, agency=lane.agency, reader=me.agency, whole=whole
        )

    def _remember(self, lane: str, arrival: Verified) -> None:
        self._kept |= {
            (lane, seq, raw) for seq, raw, event in arrival.events if tells_reference(event.data)
        }
        self._unread |= {(lane, seq, wire_name) for seq, wire_name in arrival.unknown}

    def _copies(self) -> Iterator[Fault]:
        own = {(self._me.lane, seq, raw) for seq, raw in own_reference(self._db)}
        kept = {tuple(row) for row in self._db.execute("SELECT lane, seq, state FROM kept")}
        for lane, seq, _ in sorted(kept ^ (self._kept | own)):
            yield self._fault(lane, seq, "kept copy is not the event")
        yield from self._unread_rows()

    def _unread_rows(self) -> Iterator[Fault]:
        """Check what waits for its type: all that is unknown today, and what an upgrade knows."""
        unread = {tuple(row) for row in self._db.execute("SELECT lane, seq, type FROM unread")}
        read = {tuple(row) for row in self._db.execute("SELECT lane, seq FROM reread")}
        waiting = {row for row in unread if row[:2] not in read}
        odd = {row[:2] for row in self._unread - waiting}
        odd |= {row[:2] for row in unread - self._unread if row[2] not in CATALOGUE}
        odd |= read - {row[:2] for row in unread}
        for lane, seq in sorted(odd):
            yield self._fault(lane, seq, "is counted as unread and is not, or the other way")

    def _convicted(self) -> Iterator[Fault]:
        for lane, size, note in self._db.execute("SELECT lane, size, note FROM convicted"):
            if lane not in self._register.lanes:
                yield self._fault(lane, size, "convicted, and not in the register")
                continue
            try:
                claimed = parse(note.decode(errors="replace").partition("\n\n")[0] + "\n")
            except CheckpointRefused as bad:
                yield self._fault(lane, size, f"convicting note: {bad}")
                continue
            fault = note_fault(note, self._register.lane(lane), size, claimed.root)
            if claimed.root == self._root_at(lane, size):
                fault = "its root is the one that is held"
            if fault:
                yield self._fault(lane, size, f"convicting note: {fault}")

    def _root_at(self, lane: str, size: int) -> bytes | None:
        held = self._db.execute(
            "SELECT root FROM received WHERE lane = ? AND size = ?", (lane, size)
        )
        row = held.fetchone()
        return None if row is None else row[0]

    def _memory(self) -> Iterator[Fault]:
        """Check for sense what is not evidence: positions and remembered commands."""
        rows = self._db.execute(
            "SELECT application_name, notification_id, coalesce((SELECT max(size) FROM received "
            "WHERE application_name IN (lane, 'derived/' || lane)), "
            "(SELECT max(size) FROM sealed)) FROM tracking "
            "WHERE application_name NOT LIKE '!_!_%' ESCAPE '!'"
        )
        for name, position, size in rows:
            if position > (size or 0):
                lane = name.removeprefix("derived/")
                did = "answered" if lane == name else "derived"
                yield self._fault(lane, position, f"{did} up to {position} of {size}")
        unknown = self._db.execute(
            "SELECT id FROM (SELECT id, CAST(answer AS TEXT) AS answer FROM command) "
            "WHERE NOT json_valid(answer) OR (json_array_length(answer, '$.events') > 0 AND "
            "json_extract(answer, '$.stream') NOT IN (SELECT originator_id FROM stored_events)) "
            "LIMIT 1"
        ).fetchone()
        if unknown:
            yield self._fault(self._me.lane, 0, f"command {unknown[0]!r} answers for no stream")

    def _fault(self, lane: str, seq: int, what: str) -> Fault:
        where = self._me.lane if lane == self._me.lane else f"{self._me.lane} <- {lane}"
        return Fault(lane=where, seq=seq, what=what)
