"""Where an event stands, on SQLite: its place in its lane, its seal, the record that brought it."""

from typing import NamedTuple

from events.log.adapters.local import Nodes
from events.log.adapters.sqlite_transaction import SqliteTransaction


class Sealed(NamedTuple):
    """A checkpoint that covers an event."""

    size: int
    note: bytes


class RecordOver(NamedTuple):
    """A received record that covers a place of another lane, whether it shows it or not."""

    start: int
    size: int
    root: bytes
    note: bytes


def own_seq(tx: SqliteTransaction, stream: str, version: int) -> int | None:
    """Give the seq of an event of this lane; None if there is no such event."""
    rows = tx.all(
        "SELECT rowid FROM stored_events WHERE originator_id = ? AND originator_version = ?",
        stream,
        version,
    )
    return rows[0][0] if rows else None


def sealed_over(tx: SqliteTransaction, seq: int) -> Sealed | None:
    """Give the first checkpoint of this lane that covers a seq of it; None if none does."""
    sql = "SELECT size, note FROM sealed WHERE size >= ? ORDER BY size LIMIT 1"
    rows = tx.all(sql, seq)
    return Sealed(*rows[0]) if rows else None


def record_over(tx: SqliteTransaction, lane: str, seq: int) -> RecordOver | None:
    """Give the record that brought a seq of another lane, or its hash; None if none has."""
    rows = tx.all(
        "SELECT start, size, root, note FROM received WHERE lane = ? AND size >= ? "
        "ORDER BY size LIMIT 1",
        lane,
        seq,
    )
    return RecordOver(*rows[0]) if rows else None


def own_nodes(tx: SqliteTransaction) -> Nodes:
    """Give this lane's tree."""
    return Nodes(tx.cursor.connection)
