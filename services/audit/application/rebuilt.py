"""A ledger made again: its tables in a temporary database that sees the stored file beside it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from events import codec
from events.audit import DayCounted, DayJudged, FindingMade, FindingSuperseded
from events.envelope import Recorded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.checking import Fault
from events.log.lane.store import Position
from services.audit.application.deriving import cursor

Recording = tuple[int, bytes, FindingMade | FindingSuperseded]
"""Seq, bytes and what they say."""


class RecordedDay(Struct, kw_only=True):
    """A ledger day between `day_counted` and `day_judged`, as the audit lane has it."""

    seq: int
    """Of `day_counted`."""
    counted: Recorded[DayCounted]
    findings: list[Recording]
    """In the order of the lane."""
    judged_at: int
    """The seq of `day_judged`; while the day is open, of its last finding."""
    edition: str | None = None
    """Of the rules that judged it; None while the day is open."""


class RebuiltTransaction(SqliteTransaction):
    """Reads the stored file, writes the rebuilt tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.cursor = db.cursor()

    def position(self, lane: str) -> int:
        """Say how far the rebuilt tables are derived."""
        rows = self.all("SELECT seq FROM rebuilt WHERE lane = ?", lane)
        return rows[0][0] if rows else 0

    def track(self, position: Position) -> None:
        """Move that forward."""
        self.cursor.execute(
            "INSERT OR REPLACE INTO rebuilt VALUES (?, ?)", (position.lane, position.seq)
        )

    def derived_to(self, lane: str) -> int:
        """Say how far the stored tables are derived."""
        rows = self.all(
            "SELECT notification_id FROM tracking WHERE application_name = ?", cursor(lane)
        )
        return rows[0][0] if rows else 0


class RebuiltStore:
    """The one transaction of a ledger made again."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.tx = RebuiltTransaction(db)

    @contextmanager
    def transaction(self) -> Iterator[RebuiltTransaction]:
        """Go on in it."""
        yield self.tx

    reading = transaction


@contextmanager
def rebuilding(path: Path) -> Iterator[tuple[sqlite3.Connection, RebuiltStore]]:
    """Open an empty ledger beside a stored one, `stored`, which stays as it is.

    Args:
        path: the audit instance's file.
    """
    with closing(sqlite3.connect("", isolation_level=None, uri=True)) as db:
        db.execute("ATTACH ? AS stored", (f"{path.absolute().as_uri()}?mode=ro",))
        db.execute("CREATE TABLE rebuilt (lane TEXT PRIMARY KEY, seq INTEGER)")
        db.execute("BEGIN")
        yield db, RebuiltStore(db)


def differences(db: sqlite3.Connection, lane: str, tables: Sequence[str]) -> Iterator[Fault]:
    """Compare stored tables with rebuilt ones."""
    for table in tables:
        for one, other in (("main", "stored"), ("stored", "main")):
            row = db.execute(
                f"SELECT * FROM {one}.{table} EXCEPT SELECT * FROM {other}.{table} LIMIT 1"  # noqa: S608 -- own names
            ).fetchone()
            if row is not None:
                where = "is missing from" if one == "main" else "does not belong in"
                yield Fault(lane=lane, seq=0, what=f"{_brief(row)} {where} {table}")


def _brief(row: Sequence[Any]) -> str:
    return ", ".join(str(value) for value in row if not isinstance(value, bytes))


def recorded_days(tx: RebuiltTransaction, lane: str) -> Iterator[RecordedDay | Fault]:
    """Read the days in the order in which they were judged, open ones last.

    A fault is what stands in no day: findings belong between their day's count and its judgement.
    """
    days: dict[str, RecordedDay] = {}
    rows = tx.separate_cursor().execute(
        "SELECT rowid, state FROM stored_events WHERE topic IN ('audit.day_counted.v1', "
        "'audit.finding_made.v1', 'audit.finding_superseded.v1', 'audit.day_judged.v1') "
        "ORDER BY rowid"
    )
    for seq, raw in rows:
        event = codec.read(raw)
        day = days.get(event.data.jurisdiction)
        match event.data:
            case DayCounted(jurisdiction=where) if day is None:
                days[where] = RecordedDay(seq=seq, counted=event, findings=[], judged_at=seq)
            case DayJudged() as judged if day is not None and day.counted.data.date == judged.date:
                day.judged_at, day.edition = seq, judged.rules_edition
                yield days.pop(judged.jurisdiction)
            case FindingMade() | FindingSuperseded() as finding if (
                day is not None and finding.judged_day == day.counted.data.date
            ):
                day.findings.append((seq, raw, finding))
                day.judged_at = seq
            case _:
                yield Fault(lane=lane, seq=seq, what=f"{event.id} is outside its ledger day")
    yield from days.values()
