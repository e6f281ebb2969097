"""The changing of one bit in a home's files, and where that must be found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from events.log.checking import Fault
from tests.flows.tampering import Column, file_of, raw

FOR_SENSE_ONLY: Final = {"command", "tracking", "ignored"}
"""What an instance remembers of its own work: no evidence, and nothing is derived from it."""
SEQ: Final = {
    "stored_events": "rowid",
    "sealed": "size",
    "audience": "size",
    "received": "size",
    "convicted": "size",
    "kept": "seq",
    "unread": "seq",
    "reread": "seq",
}
"""Which column of an evidence's table says where in its lane a row stands."""
BITS: Final = 40
"""Of an integer: a low bit may make a value that stands there already, a higher one does not."""

Value = bytes | str | int | None
Row = dict[str, Value]


class Place(NamedTuple):
    """Where a row stands: its lane, and its commit's first and last event; 0 to 0 is nowhere.

    Beyond the last commit it is the row's own place alone.
    """

    lane: str
    first: int
    last: int

    def is_of(self, fault: Fault) -> bool:
        """Say whether a fault names this place."""
        return fault.lane == self.lane and self.first <= fault.seq <= self.last


@contextmanager
def flipped(home: Path, lane: str, column: Column) -> Iterator[list[Place]]:
    """Change one bit of one value in the middle of a table; change it back afterwards.

    Yields:
        Where the row stood, and where it stands if the bit was one of its place.
    """
    path = file_of(home, lane)
    with raw(path) as db:
        before = rows(path, column.table)
        row = before[len(before) // 2]
        changed = _change(db, column, row)
        assert rows(path, column.table) != before, f"nothing was changed in {column}"
        places = [_place(db, lane, column.table, one) for one in (row, changed)]
        yield places
        _update(db, column, row[column.name], changed)
        assert rows(path, column.table) == before


def rows(path: Path, table: str) -> list[Row]:
    """Read a table as somebody else sees it."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f"SELECT * FROM {table}")]  # noqa: S608 -- a table of the file


def _change(db: sqlite3.Connection, column: Column, row: Row) -> Row:
    for bit in range(BITS):
        changed = {**row, column.name: flip(row[column.name], bit)}
        try:
            _update(db, column, changed[column.name], row)
        except sqlite3.IntegrityError:
            continue
        return changed
    raise AssertionError(f"no bit of {column} can be changed")


def _update(db: sqlite3.Connection, column: Column, value: Value, row: Row) -> None:
    where = " AND ".join(f"{name} IS ?" for name in row)
    sql = f"UPDATE {column.table} SET {column.name} = ? WHERE {where}"  # noqa: S608 -- names of the file
    assert db.execute(sql, (value, *row.values())).rowcount == 1, column


def _place(db: sqlite3.Connection, reader: str, table: str, row: Row) -> Place:
    """Say where a row stands; what is derived stands nowhere, and follows from the whole lane."""
    if table not in SEQ:
        return Place(reader, 0, 0)
    of, seq = str(row.get("lane", reader)), int(str(row[SEQ[table]]))
    ends = db.execute("SELECT size, ? FROM sealed", (reader,)).fetchall()
    ends += db.execute("SELECT size, lane FROM received").fetchall()
    sizes = {0, *(size for size, lane in ends if lane == of)}
    first = 1 + max(size for size in sizes if size < seq)
    last = min((size for size in sizes if size >= seq), default=seq)
    return Place(reader if of == reader else f"{reader} <- {of}", first, last)


def flip(value: Value, bit: int) -> Value:
    """Change one bit of a value; of none, or of an empty text, make something."""
    match value:
        case None:
            return 0
        case "":
            return "x"
        case b"":
            return b"x"
        case int():
            return value ^ (1 << bit)
        case str():
            place = len(value) // 2
            return value[:place] + chr(ord(value[place]) ^ (1 << bit % 4)) + value[place + 1 :]
        case bytes():
            place = len(value) // 2
            return value[:place] + bytes([value[place] ^ (1 << bit % 8)]) + value[place + 1 :]
