"""The embedded transport: a reader's records, cut from a lane's SQLite file or its lane file.

Nobody trusts it: what comes out is checked like anything from a broker. The bounds of a reader's
records follow from the commits and are the same for ever (protocol A2).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from events.envelope import EVERYBODY
from events.log.reading.admit import readers
from events.log.reading.arrivals import Record
from events.log.reading.batch import Item, encode_batch
from events.log.reading.lane_file import LINE_BYTES_MAX, parse_line, read_lines
from events.log.reading.views import cut
from events.log.tree.exact_base64 import from_base64
from events.log.tree.hashing import HASH_BYTES, leaf
from events.log.tree.nodes import completed_by, completing_size, locate


class NotShipped(Exception):
    """The reader holds what this file does not: a lane restored from a backup, or a fork."""


class LaneFile:
    """A lane as its commits, read from its SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def records(self, reader: str | None, after: int = 0) -> Iterator[Record]:
        """Cut a reader's records; none of a lane that has not begun.

        Args:
            reader: an agency; None reads the whole lane, as its own agency and the authority do.
            after: the end of the last record that the reader has.

        Raises:
            NotShipped: no commit of the file ends there (protocol A7).
        """
        if not self.path.exists():
            return
        with closing(self._open()) as db:
            if after and _one(db, "SELECT 1 FROM sealed WHERE size = ?", after) is None:
                raise NotShipped(
                    f"{self.path}: no commit ends at {after}; a restored copy, or a fork"
                )
            start = after
            for size in _commits(db, reader, after):
                previous, note = _one(db, "SELECT previous, note FROM sealed WHERE size = ?", size)
                yield Record(note, encode_batch(_items(db, reader, start, previous, size)))
                start = size

    def size(self) -> int:
        """Say how far the lane goes; 0 of one that has not begun."""
        if not self.path.exists():
            return 0
        with closing(self._open()) as db:
            (size,) = db.execute("SELECT coalesce(max(size), 0) FROM sealed").fetchone()
        return int(size)

    def root_at(self, size: int) -> bytes | None:
        """Give the root that the lane signed at a size; None if no commit ends there."""
        if not self.path.exists():
            return None
        with closing(self._open()) as db:
            row = _one(db, "SELECT note FROM sealed WHERE size = ?", size)
        return None if row is None else from_base64(row[0].split(b"\n", 3)[2].decode())

    def has_read(self, lane: str) -> bool:
        """Say whether something of another lane was received here."""
        if not self.path.exists():
            return False
        with closing(self._open()) as db:
            return _one(db, "SELECT 1 FROM received WHERE lane = ? LIMIT 1", lane) is not None

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)


def _commits(db: sqlite3.Connection, reader: str | None, after: int) -> list[int]:
    if reader is None:
        rows = db.execute("SELECT size FROM sealed WHERE size > ? ORDER BY size", (after,))
    else:
        rows = db.execute(
            "SELECT DISTINCT size FROM audience WHERE reader IN (?, ?) AND size > ? ORDER BY size",
            (reader, EVERYBODY, after),
        )
    return [row[0] for row in rows.fetchall()]


def _items(
    db: sqlite3.Connection, reader: str | None, start: int, previous: int, size: int
) -> Sequence[Item]:
    rows = db.execute(
        "SELECT state FROM stored_events WHERE rowid > ? AND rowid <= ? ORDER BY rowid",
        (previous, size),
    ).fetchall()
    events = [row[0] for row in rows]
    if reader is None:
        return events
    admitted = [not readers(raw).isdisjoint((reader, EVERYBODY)) for raw in events]
    return cut(start, previous, events, admitted, Nodes(db))


class Nodes:
    """The lane's tree, read a node at a time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __call__(self, level: int, index: int) -> bytes:
        """Give the root of a complete subtree; level 0 is the hash of an event."""
        if level == 0:
            (state,) = _one(self._db, "SELECT state FROM stored_events WHERE rowid = ?", index + 1)
            return leaf(state)
        previous, nodes = _one(
            self._db,
            "SELECT previous, nodes FROM sealed WHERE size >= ? ORDER BY size LIMIT 1",
            completing_size(level, index),
        )
        at = (locate(level, index) - completed_by(previous)) * HASH_BYTES
        found: bytes = nodes[at : at + HASH_BYTES]
        return found


def _one(db: sqlite3.Connection, sql: str, value: int | str) -> Any:  # noqa: ANN401 -- a row
    return db.execute(sql, (value,)).fetchone()


def lane_file_records(path: Path) -> Iterator[Record]:
    """Read the records of a lane file, as another agency's software wrote it.

    A last line without its line feed is not yet written.

    Raises:
        LineRefused: a line is not a record; the message names the line.
    """
    with path.open("rb") as file:
        for number, line in enumerate(read_lines(file), 1):
            if line.endswith(b"\n") or len(line) > LINE_BYTES_MAX:
                yield Record(*parse_line(line, number))
