"""The ledger's tables on SQLite: filled from the archive, read by the closing of a day."""

from typing import NamedTuple

from events import codec
from events.codec import CannotRead
from events.log.reading.batch import split_batch
from services.audit.adapters.sqlite_cases import CaseTables
from services.audit.adapters.sqlite_claims import ClaimTables
from services.audit.adapters.sqlite_judged import JudgedTables
from services.audit.adapters.sqlite_lanes import LaneTables
from services.audit.adapters.sqlite_own import OwnLane
from services.audit.adapters.tables import INDEXES, TABLES
from services.audit.domain.entry import Entry


class ArchivedRecord(NamedTuple):
    """One verified record as the archive holds it."""

    lane: str
    start: int
    size: int
    value: bytes


class LedgerTables(CaseTables, LaneTables, ClaimTables, JudgedTables, OwnLane):
    """The derived tables, and what they are derived from, within one transaction."""

    def create(self) -> None:
        """Create the tables where they are missing."""
        for name, columns in TABLES.items():
            self._tx.sql.run(f"CREATE TABLE IF NOT EXISTS {name} {columns}")
        for name, on in INDEXES.items():
            self._tx.sql.run(f"CREATE INDEX IF NOT EXISTS {name} ON {on}")

    def drop(self, positions: str) -> None:
        """Drop the tables, and the positions up to which they were derived.

        Args:
            positions: what the positions' names begin with.
        """
        for name in TABLES:
            self._tx.sql.run(f"DROP TABLE IF EXISTS {name}")
        self._tx.sql.run(
            "DELETE FROM tracking WHERE substr(application_name, 1, ?) = ?",
            len(positions),
            positions,
        )

    def archived(self, lane: str, after: int, limit: int) -> list[ArchivedRecord]:
        """Read the records of a lane that go beyond a size."""
        rows = self._tx.all(
            "SELECT lane, start, size, value FROM received "
            "WHERE lane = ? AND size > ? ORDER BY size LIMIT ?",
            lane,
            after,
            limit,
        )
        return [ArchivedRecord(*row) for row in rows]

    def event(self, ref: str) -> Entry | None:
        """Find an archived event by `<lane>/<event id>`; None also if it cannot be read."""
        lane, _, id_ = ref.partition("/")
        seq = self.first_of_id(lane, id_)
        if seq is None:
            return None
        (record,) = self.archived(lane, seq - 1, 1)
        raw = split_batch(record.value)[seq - record.start - 1]
        try:
            return Entry(lane, seq, codec.read(raw), raw) if isinstance(raw, bytes) else None
        except CannotRead:
            return None
