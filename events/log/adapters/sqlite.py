"""LaneRecorder: eventsourcing's SQLite process recorder, sealed in the commit.

It overrides the library's private `_insert_events` (so the library's version is pinned): there is
no way to store an event that no checkpoint covers.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import (
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteProcessRecorder,
    SQLiteTransaction,
)

from events.log.adapters.sqlite_schema import EVENTS, IMMUTABLE, LANE, RECEIVED, refuse_changes
from events.log.reading.admit import readers
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.keys import Signer

WAL_PAGES: Final = 10_000
"""Pages of 4 KB in the WAL before it is copied into the file. A commit is synced in the WAL all the
same; but ids are random, so pages come again and again, and are copied once for many commits."""


class _ImmediateTransaction(SQLiteTransaction):
    """Takes the write lock first: what is read inside is still so when it is written."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        return cursor


class _Connection(SQLiteConnection):
    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _ImmediateTransaction(self, commit=commit) as cursor, cursor:
            yield cursor


class _Pool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        made = super()._create_connection()
        connection = made._sqlite_conn  # noqa: SLF001 -- the library's way
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA recursive_triggers=ON")  # else REPLACE deletes past a trigger
        connection.execute(f"PRAGMA wal_autocheckpoint={WAL_PAGES}")
        return _Connection(connection, self.max_age)


class LaneDatastore(SQLiteDatastore):
    """One SQLite file: WAL, every commit synced, write transactions begin with the write lock."""

    def __init__(self, path: str) -> None:
        super().__init__(path, originator_id_type="text")
        self.pool.close()
        self.pool = _Pool(db_name=path)


class LaneRecorder(SQLiteProcessRecorder):
    """The store of one lane."""

    def __init__(self, datastore: SQLiteDatastore, signer: Signer) -> None:
        self.signer = signer
        super().__init__(datastore)

    def construct_create_table_statements(self) -> list[str]:
        """List the statements of an instance's file."""
        _, *tracking = super().construct_create_table_statements()
        immutable = [trigger for table in IMMUTABLE for trigger in refuse_changes(table)]
        events = EVENTS.format(table=self.events_table_name)
        return [events, *tracking, *LANE, *RECEIVED, *immutable]

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 -- the library's signature
    ) -> Sequence[int]:
        """Append events and seal them in the same transaction; return their seqs."""
        if kwargs.get("tracking") is not None:
            self._insert_tracking(c, kwargs["tracking"])
        if not stored_events:
            return []
        previous, edge = self._edge(c)
        nodes = edge.extend(leaf(event.state) for event in stored_events)
        seqs = range(previous + 1, edge.size + 1)
        c.executemany(
            f"INSERT INTO {self.events_table_name} VALUES (?, ?, ?, ?, ?)",  # noqa: S608 -- own name
            [(seq, *_row(event)) for seq, event in zip(seqs, stored_events, strict=True)],
        )
        self._seal(c, previous, edge, nodes)
        _index_audience(c, edge.size, stored_events)
        return list(seqs)

    def _edge(self, c: SQLiteCursor) -> tuple[int, Edge]:
        c.execute("SELECT size, edge FROM sealed ORDER BY size DESC LIMIT 1")
        row = c.fetchone()
        return (0, Edge()) if row is None else (row["size"], Edge.from_bytes(*row))

    def _seal(self, c: SQLiteCursor, previous: int, edge: Edge, nodes: bytes) -> None:
        note = seal(
            Checkpoint(origin=self.signer.name, size=edge.size, root=edge.root()), self.signer
        )
        c.execute(
            "INSERT INTO sealed VALUES (?, ?, ?, ?, ?)",
            (edge.size, previous, note, edge.to_bytes(), nodes),
        )


def _row(event: StoredEvent) -> tuple[str, int, str, bytes]:
    stream = event.originator_id
    name = stream if isinstance(stream, str) else stream.hex
    return name, event.originator_version, event.topic, event.state


def _index_audience(c: SQLiteCursor, size: int, stored_events: Sequence[StoredEvent]) -> None:
    named = {reader for event in stored_events for reader in readers(event.state)}
    c.executemany("INSERT INTO audience VALUES (?, ?)", [(reader, size) for reader in named])
