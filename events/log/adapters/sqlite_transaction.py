"""What a writer and an inbox do in one transaction, on SQLite: the port's other half."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from eventsourcing.persistence import StoredEvent, Tracking
from eventsourcing.sqlite import SQLiteCursor
from msgspec.structs import astuple

from events.log.adapters.sql import Sql, SqliteSql
from events.log.adapters.sqlite import LaneRecorder
from events.log.lane.store import Arrived, Head, Kept, NewEvent, Position, Received
from events.log.lane.work import Remembered

_IN_MAX: Final = 500
"""Parameters of one statement; SQLite's own limit is 32,766, older builds' 999."""


class SqliteTransaction:
    """One open transaction on an instance's file."""

    def __init__(self, recorder: LaneRecorder, cursor: SQLiteCursor) -> None:
        self._recorder = recorder
        self._library_cursor = cursor
        self.cursor = cursor.sqlite_cursor
        self.sql: Sql = SqliteSql(self.cursor)

    def all(self, sql: str, *parameters: Any) -> list[Any]:  # noqa: ANN401 -- SQL values
        """Read all rows; never leave a cursor open over a snapshot."""
        return self.sql.all(sql, *parameters)

    def size(self) -> int:
        """Count the lane's events."""
        return int(self.all("SELECT coalesce(max(size), 0) FROM sealed")[0][0])

    def note_at(self, size: int) -> bytes | None:
        """Read the checkpoint that the lane signed at a size; None if no commit ends there."""
        rows = self.all("SELECT note FROM sealed WHERE size = ?", size)
        return rows[0][0] if rows else None

    def last(self, stream: str | None = None) -> bytes | None:
        """Read the newest event, of the lane or of one stream."""
        if stream is None:
            rows = self.all("SELECT state FROM stored_events ORDER BY rowid DESC LIMIT 1")
        else:
            rows = self.all(
                "SELECT state FROM stored_events WHERE originator_id = ? "
                "ORDER BY originator_version DESC LIMIT 1",
                stream,
            )
        return rows[0][0] if rows else None

    def own_after(self, seq: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Read the lane's events after a seq, each with its own."""
        rows = self.all(
            "SELECT rowid, state FROM stored_events WHERE rowid > ? ORDER BY rowid LIMIT ?",
            seq,
            limit,
        )
        return [(row[0], row[1]) for row in rows]

    def answers(self, command_ids: Sequence[str]) -> Mapping[str, Remembered]:
        """Find remembered answers."""
        rows = self._where_in("SELECT id, body_hash, answer FROM command WHERE id IN", command_ids)
        return {row[0]: Remembered(body_hash=row[1], answer=row[2]) for row in rows}

    def history(self, streams: Sequence[str]) -> Mapping[str, Sequence[bytes]]:
        """Read streams, each in order of version."""
        found: dict[str, list[bytes]] = {}
        sql = "SELECT originator_id, state FROM stored_events WHERE originator_id IN"
        tail = "ORDER BY originator_id, originator_version"
        for stream, state in self._where_in(sql, streams, tail):
            found.setdefault(stream, []).append(state)
        return found

    def _where_in(self, sql: str, values: Sequence[str], tail: str = "") -> Iterator[Any]:
        for first in range(0, len(values), _IN_MAX):
            part = values[first : first + _IN_MAX]
            marks = ",".join("?" * len(part))
            yield from self.all(f"{sql} ({marks}) {tail}", *part)

    def heads(self) -> Sequence[Head]:
        """Say how far other lanes are held, ascending by lane: two looks into an index a lane."""
        found: list[Head] = []
        while True:
            after = found[-1].lane if found else ""
            ((lane,),) = self.all("SELECT min(lane) FROM received WHERE lane > ?", after)
            if lane is None:
                return found
            (row,) = self.all(
                "SELECT size, root, events FROM received WHERE lane = ? ORDER BY size DESC LIMIT 1",
                lane,
            )
            found.append(Head(lane=lane, size=row[0], root=row[1], events=row[2]))

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],
        position: Position | None,
    ) -> None:
        """Append events and seal them; remember answers; move the position forward."""
        stored = [StoredEvent(new.stream, new.version, new.wire_name, new.raw) for new in events]
        tracking = None if position is None else Tracking(position.lane, position.seq)
        self._recorder._insert_events(self._library_cursor, stored, tracking=tracking)  # noqa: SLF001 -- ours
        self.sql.run_many(
            "INSERT INTO command VALUES (?, ?, ?)",
            [(id_, known.body_hash, known.answer) for id_, known in answers.items()],
        )

    def position(self, lane: str) -> int:
        """Say up to which seq of a lane everything has been answered."""
        return self._recorder._max_tracking_id(lane, self._library_cursor) or 0  # noqa: SLF001 -- the library's

    def track(self, position: Position) -> None:
        """Move a position forward by itself."""
        tracking = Tracking(position.lane, position.seq)
        self._recorder._insert_tracking(self._library_cursor, tracking)  # noqa: SLF001 -- the library's

    def receive(self, record: Received) -> None:
        """Keep a verified record of another lane."""
        self.sql.run(
            "INSERT INTO received (lane, size, root, note, value, edge, start, events) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *astuple(record),
        )

    def keep(self, event: Kept) -> None:
        """Keep an event that was for everybody."""
        self.sql.run("INSERT INTO kept (lane, seq, state) VALUES (?, ?, ?)", *event)

    def kept(self, after: int = 0) -> Sequence[tuple[int, Kept]]:
        """Read what was kept after a place in the order of keeping, each with its place."""
        rows = self.all("SELECT pos, lane, seq, state FROM kept WHERE pos > ? ORDER BY pos", after)
        return [(row[0], Kept(*tuple(row)[1:])) for row in rows]

    def held(self, lane: str) -> tuple[int, bytes, int] | None:
        """Give size, edge and number of events for this agency of the last record of a lane."""
        rows = self.all(
            "SELECT size, edge, events FROM received WHERE lane = ? ORDER BY size DESC LIMIT 1",
            lane,
        )
        return tuple(rows[0]) if rows else None

    def root_at(self, lane: str, size: int) -> bytes | None:
        """Give the root held of a lane at a size, if a record ended there."""
        rows = self.all("SELECT root FROM received WHERE lane = ? AND size = ?", lane, size)
        return rows[0][0] if rows else None

    def convict(self, lane: str, size: int, note: bytes) -> None:
        """Keep the second of two notes for one size."""
        self.sql.run(
            "INSERT INTO convicted VALUES (?, ?, ?) ON CONFLICT DO NOTHING", lane, size, note
        )

    def convicted(self, lane: str) -> bool:
        """Say whether the lane has signed two roots for one size."""
        return bool(self.all("SELECT 1 FROM convicted WHERE lane = ? LIMIT 1", lane))

    def unread(self, lane: str, seq: int, wire_name: str) -> None:
        """Remember that an event's type is not known today."""
        self.sql.run(
            "INSERT INTO unread VALUES (?, ?, ?) ON CONFLICT DO NOTHING", lane, seq, wire_name
        )

    def still_unread(self) -> Sequence[tuple[str, int, str]]:
        """List (lane, seq, wire name) of events that wait for their type to be known."""
        rows = self.all(
            "SELECT lane, seq, type FROM unread "
            "WHERE (lane, seq) NOT IN (SELECT lane, seq FROM reread) ORDER BY lane, seq"
        )
        return [tuple(row) for row in rows]

    def record_of(self, lane: str, seq: int) -> tuple[int, bytes]:
        """Give start and batch of the received record that holds an event."""
        sql = "SELECT start, value FROM received WHERE lane = ? AND size >= ? ORDER BY size LIMIT 1"
        (row,) = self.all(sql, lane, seq)
        return row[0], row[1]

    def received_after(self, pos: int, limit: int) -> Sequence[Arrived]:
        """Read received records after a place in the order of arrival."""
        sql = "SELECT pos, lane, start, value FROM received WHERE pos > ? ORDER BY pos LIMIT ?"
        return [Arrived(*row) for row in self.all(sql, pos, limit)]

    def reread(self, lane: str, seq: int) -> None:
        """Note that an event was read again."""
        self.sql.run("INSERT INTO reread VALUES (?, ?)", lane, seq)

    def ignore(self, ref: str, because: str) -> None:
        """State why a foreign event led to nothing."""
        self.sql.run("INSERT INTO ignored VALUES (?, ?) ON CONFLICT DO NOTHING", ref, because)
