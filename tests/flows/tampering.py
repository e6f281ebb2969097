"""A home with a row in every table, and how its files are opened past the product."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from events.log.checking import Fault
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, STANDARDS_LANE, WINDOW_LANE
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.foreign import FOREIGN, Book, join_foreign
from tests.flows.kz_days import KzDays


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
    days.close_until(FIRST_DAY.replace(month=5, day=4))
    days.close(silent=[STANDARDS_LANE])
    days.close_lanes(STANDARDS_LANE, day=FIRST_DAY.replace(month=5, day=4))  # It comes back.
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


def faults_of(home: Path) -> list[Fault]:
    """Verify a home."""
    return list(Verifying(Realm(home)).faults())
