"""A ledger made again: its tables in a temporary database that sees the stored file beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from events.log.adapters.sql import SqliteSql
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import Position
from services.audit.application.deriving import cursor


class RebuiltTransaction(SqliteTransaction):
    """Reads the stored file, writes the rebuilt tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.cursor = db.cursor()
        self.sql = SqliteSql(self.cursor)

    def position(self, lane: str) -> int:
        """Say how far the rebuilt tables are derived."""
        rows = self.all("SELECT seq FROM rebuilt WHERE lane = ?", lane)
        return rows[0][0] if rows else 0

    def track(self, position: Position) -> None:
        """Move that forward."""
        self.cursor.execute(
            "INSERT OR REPLACE INTO rebuilt VALUES (?, ?)", (position.lane, position.seq)
        )

    def stored(self, name: str) -> int | None:
        """Give a position of the stored tables; none if there is none."""
        rows = self.all("SELECT notification_id FROM tracking WHERE application_name = ?", name)
        return rows[0][0] if rows else None

    def derived_to(self, lane: str) -> int:
        """Say how far the stored tables are derived."""
        return self.stored(cursor(lane)) or 0

    def forget_judged(self) -> None:
        """Forget what judging has left for the days to come, as tables do that are made anew."""
        self.cursor.execute("DELETE FROM main.agenda")
        self.cursor.execute("UPDATE main.claim SET differs = NULL")


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
    """Open an empty ledger beside a stored one, `stored`, which stays as it is at this moment.

    Args:
        path: the audit instance's file.
    """
    with closing(sqlite3.connect("", isolation_level=None, uri=True)) as db:
        db.execute("ATTACH ? AS stored", (f"{path.absolute().as_uri()}?mode=ro",))
        db.execute("CREATE TABLE rebuilt (lane TEXT PRIMARY KEY, seq INTEGER)")
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM stored.sqlite_master").fetchone()  # Holds this moment.
        yield db, RebuiltStore(db)
