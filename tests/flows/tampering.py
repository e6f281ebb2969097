"""A home with a row in every table, and the changing of one bit in its files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from events.log.checking import Fault
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, WINDOW_LANE
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.foreign import FOREIGN, Book, join_foreign
from tests.flows.kz_days import KzDays

FOR_SENSE_ONLY: Final = {"command", "tracking", "ignored"}
"""What an instance remembers of its own work: no evidence, and nothing is derived from it."""
BITS: Final = 40
"""Of an integer: a low bit may make a value that stands there already, a higher one does not."""

Value = bytes | str | int | None


class Column(NamedTuple):
    """One column of one table."""

    table: str
    name: str


def play_everything(days: KzDays) -> None:
    """Play a few days after which no table of the authority's and the window's file is empty."""
    join_foreign(days.driver)
    book = Book()
    unknown = book.event(type="provider.weather_told.v9", data={"on": str(FIRST_DAY)})
    book.commit(unknown, book.step(FIRST_DAY), book.day_closed())
    book.commit(
        book.step(FIRST_DAY),  # Backdated: its day is closed.
        book.heard({"lane": WINDOW_LANE, "size": 1, "root": "A" * 43 + "=", "events": 1}),
        *(book.day_closed() for _ in range(9)),
    )
    book.write(days.realm.home)
    days.driver.quiet()
    window = days.realm.instance(WINDOW_LANE)
    window.receive(FOREIGN, book.records)
    _fork(days, len(book.records) - 1)
    days.close_until(FIRST_DAY.replace(month=5, day=3))
    days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
    days.close_until(FIRST_DAY.replace(month=5, day=5))
    for lane in (AUDIT_LANE, WINDOW_LANE):
        _upgrade(days.realm.home, lane)


def _upgrade(home: Path, lane: str) -> None:
    """Leave what an upgrade leaves: an event that was unknown when it came, and is known now."""
    with raw(file_of(home, lane)) as db:
        db.execute("INSERT INTO unread VALUES (?, 2, 'provider.step_started.v1')", (FOREIGN,))
        db.execute("INSERT INTO reread VALUES (?, 2)", (FOREIGN,))


def _fork(days: KzDays, before: int) -> None:
    """Let both readers hear another root for the size that they hold."""
    other = Book()
    for _ in range(before):
        other.commit(*(other.step(FIRST_DAY) for _ in range(3)))
    other.commit(*(other.step(FIRST_DAY) for _ in range(11)))
    for lane in (AUDIT_LANE, WINDOW_LANE):
        report = days.realm.instance(lane).receive(FOREIGN, other.records[-1:])
        assert report.counts == {"convicted": 1}, report


def file_of(home: Path, lane: str) -> Path:
    return home / "lanes" / lane / "lane.db"


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file without the product, and without the triggers that refuse changes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in db.execute(triggers).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        yield db


def columns(db: sqlite3.Connection) -> list[Column]:
    """List every column of every table that the file has."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        Column(table, row[1])
        for (table,) in sorted(tables)
        if not table.startswith("sqlite_")
        for row in db.execute(f"PRAGMA table_info({table})")
    ]


@contextmanager
def flipped(db: sqlite3.Connection, column: Column) -> Iterator[None]:
    """Change one bit of one value in the middle of a table; change it back afterwards."""
    table, name = column
    rows = db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 -- a table of the file
    assert rows or table in FOR_SENSE_ONLY, f"{table} is empty, so nothing of it is tested"
    if not rows:
        yield
        return
    names = [one.name for one in columns(db) if one.table == table]
    row = rows[len(rows) // 2]
    where = " AND ".join(f"{one} IS ?" for one in names)
    changed = dict(zip(names, row, strict=True))
    for bit in range(BITS):
        changed[name] = flip(dict(zip(names, row, strict=True))[name], bit)
        try:
            _update(db, column, where, changed[name], row)
        except sqlite3.IntegrityError:
            continue
        break
    yield
    old = dict(zip(names, row, strict=True))[name]
    _update(db, column, where, old, tuple(changed.values()))


def _update(
    db: sqlite3.Connection, column: Column, where: str, value: Value, row: tuple[Value, ...]
) -> None:
    sql = f"UPDATE {column.table} SET {column.name} = ? WHERE {where}"  # noqa: S608 -- names of the file
    assert db.execute(sql, (value, *row)).rowcount == 1, column


def flip(value: Value, bit: int) -> Value:
    """Change one bit of a value; of none, or of an empty text, make something."""
    match value:
        case None:
            return 0
        case "":
            return "x"
        case int():
            return value ^ (1 << bit)
        case str():
            place = len(value) // 2
            return value[:place] + chr(ord(value[place]) ^ (1 << bit % 4)) + value[place + 1 :]
        case bytes():
            place = len(value) // 2
            return value[:place] + bytes([value[place] ^ (1 << bit % 8)]) + value[place + 1 :]


def faults_of(home: Path) -> list[Fault]:
    """Verify a home."""
    return list(Verifying(Realm(home)).faults())
