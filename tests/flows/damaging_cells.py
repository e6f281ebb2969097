"""Random damage to what stands in a file's tables, whatever they demand."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from tests.flows.tampering import Column, columns, raw

CELLS_MAX: Final = 3
ROWS_LOST: Final = 0.1

VALUES: Final = (
    "NULL",
    "CAST(x'fffe41' AS TEXT)",  # not UTF-8
    "'text'",
    "''",
    "x''",
    "x'00ff'",
    "CAST({0} AS TEXT)",
    "CAST({0} AS BLOB)",
    "substr({0}, 1, length({0}) / 2)",
    "{0} || {0}",
    "-1",
    "0",
    "1.5",
    "1 << 40",
    "9223372036854775807",
)
"""What a cell may come to hold; `{0}` is its column."""


def damage_cells(path: Path, random: Random) -> str:
    """Let some cells hold anything, whatever their table demands, or let their rows be gone."""
    with raw(path) as db:
        demands = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    _declare(path, [(name, sql.replace("NOT NULL", "NULL")) for name, sql in demands])
    with raw(path) as db:
        filled = [one for one in columns(db) if _count(db, one.table)]
        times = random.randint(1, CELLS_MAX)
        done = [_cell(db, random.choice(filled), random) for _ in range(times)]
    _declare(path, demands)
    return f"{path.parent.name}: {'; '.join(done)}"


def _cell(db: sqlite3.Connection, column: Column, random: Random) -> str:
    table, name = column
    row = f"LIMIT 1 OFFSET {random.randrange(max(_count(db, table), 1))}"
    keys = [one[1] for one in db.execute(f"PRAGMA table_info({table})") if one[5]] or ["rowid"]
    where = f"({', '.join(keys)}) IN (SELECT {', '.join(keys)} FROM {table} {row})"  # noqa: S608 -- names of the file
    value = random.choice(VALUES).format(name)
    change = f"UPDATE OR REPLACE {table} SET {name} = {value} WHERE {where}"  # noqa: S608 -- names of the file
    if random.random() < ROWS_LOST:
        change = f"DELETE FROM {table} WHERE {where}"  # noqa: S608 -- names of the file
    try:
        db.execute(change)
    except sqlite3.IntegrityError as refused:
        return f"{change}: {refused}"
    return change


def _count(db: sqlite3.Connection, table: str) -> int:
    (count,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 -- names of the file
    return int(count)


def _declare(path: Path, tables: list[tuple[str, str]]) -> None:
    """Change what a file says of its tables, and nothing in them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.executemany("UPDATE sqlite_master SET sql = ?2 WHERE name = ?1", tables)
