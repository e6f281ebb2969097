"""The ledger's tables on SQLite: filled from the archive, read by the closing of a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from events import codec
from events.log.reading.batch import split_batch
from services.audit.adapters.sqlite_judged import JudgedTables
from services.audit.adapters.tables import TABLES
from services.audit.domain.case_file import Entry
from services.audit.domain.lane_file import Oddity
from services.audit.projections.sorting import DayRow, Rows

FOUND_MAX: Final = 20
"""Cases shown for the beginning of an id: more is not an answer."""


class ArchivedRecord(NamedTuple):
    """One verified record as the archive holds it."""

    lane: str
    start: int
    size: int
    value: bytes


class Ledger(JudgedTables):
    """The derived tables, within one transaction."""

    def create(self) -> None:
        """Create the tables where they are missing."""
        for statement in TABLES:
            self._tx.cursor.execute(statement)

    def archived(self, lane: str, after: int, limit: int) -> list[ArchivedRecord]:
        """Read records of a lane that begin at or after a size."""
        rows = self._tx.all(
            "SELECT lane, start, size, value FROM received "
            "WHERE lane = ? AND size > ? ORDER BY size LIMIT ?",
            lane,
            after,
            limit,
        )
        return [ArchivedRecord(*row) for row in rows]

    def read_again(self, lane: str, upto: int) -> list[int]:
        """List events that were read again after an upgrade and are in no table yet."""
        rows = self._tx.all(
            "SELECT seq FROM reread WHERE lane = ? AND seq <= ? AND seq NOT IN "
            "(SELECT seq FROM identity WHERE lane = ? UNION "
            "SELECT seq FROM oddity WHERE lane = ?) ORDER BY seq",
            lane,
            upto,
            lane,
            lane,
        )
        return [row[0] for row in rows]

    def day_closing(self, lane: str, seq: int) -> DayRow | None:
        """Give the day that closes over an event; None while it is open."""
        rows = self._tx.all(
            "SELECT * FROM lane_day WHERE lane = ? AND seq > ? ORDER BY seq LIMIT 1", lane, seq
        )
        return DayRow(*rows[0]) if rows else None

    def last_day_before(self, lane: str, seq: int) -> DayRow | None:
        """Give the last day that a lane had closed before an event."""
        rows = self._tx.all(
            "SELECT * FROM lane_day WHERE lane = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            lane,
            seq,
        )
        return DayRow(*rows[0]) if rows else None

    def add(self, rows: Rows) -> None:
        """Write what a stretch of a lane sorts into, in order of the tables' keys."""
        put = self._tx.cursor.executemany
        put("INSERT INTO case_event VALUES (?, ?, ?, ?)", sorted(rows.cases))
        put("INSERT OR IGNORE INTO case_number VALUES (?, ?)", sorted(rows.numbers))
        put("INSERT INTO lane_day VALUES (?, ?, ?, ?)", rows.days)
        put("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", rows.claims)
        put("INSERT INTO oddity VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_odd_row, rows.oddities))

    def add_readers(self, lane: str, size: int, counts: Mapping[str, int]) -> None:
        """Add to how many events are for each reader, up to the end of a record."""
        self._tx.cursor.executemany(
            "INSERT INTO reader_count VALUES (?, ?, ?, ?)",
            [
                (lane, reader, size, self.count_for(lane, reader, size) + count)
                for reader, count in sorted(counts.items())
            ],
        )

    def count_for(self, lane: str, reader: str, size: int) -> int:
        """Count the events of a lane, up to a size, whose `to` names a reader (or is `*`)."""
        rows = self._tx.all(
            "SELECT events FROM reader_count WHERE lane = ? AND reader = ? AND size <= ? "
            "ORDER BY size DESC LIMIT 1",
            lane,
            reader,
            size,
        )
        return rows[0][0] if rows else 0

    def add_ids(self, lane: str, ids: Mapping[str, int]) -> None:
        """Write the first seq of each new id."""
        self._tx.cursor.executemany(
            "INSERT OR IGNORE INTO identity VALUES (?, ?, ?)",
            [(lane, id_, seq) for id_, seq in sorted(ids.items())],
        )

    def first_of_id(self, lane: str, id_: str) -> int | None:
        """Give the first seq of an id in a lane."""
        rows = self._tx.all("SELECT seq FROM identity WHERE lane = ? AND id = ?", lane, id_)
        return rows[0][0] if rows else None

    def event(self, ref: str) -> Entry | None:
        """Find an archived event by `<lane>/<event id>`."""
        lane, _, id_ = ref.partition("/")
        seq = self.first_of_id(lane, id_)
        if seq is None:
            return None
        (record,) = self.archived(lane, seq - 1, 1)
        raw = split_batch(record.value)[seq - record.start - 1]
        return Entry(lane, seq, codec.read(raw)) if isinstance(raw, bytes) else None

    def days(self, lane: str) -> list[DayRow]:
        """Read the days that a lane has closed, ascending."""
        rows = self._tx.all("SELECT * FROM lane_day WHERE lane = ? ORDER BY day", lane)
        return [DayRow(*row) for row in rows]

    def day(self, lane: str, day: date) -> DayRow | None:
        """Find where a lane closed a day."""
        rows = self._tx.all(
            "SELECT * FROM lane_day WHERE lane = ? AND day = ?", lane, day.isoformat()
        )
        return DayRow(*rows[0]) if rows else None

    def last_day(self, lane: str, before: date | None = None) -> DayRow | None:
        """Give the last day that a lane has closed, or the last before a day."""
        limit = date.max if before is None else before
        rows = self._tx.all(
            "SELECT * FROM lane_day WHERE lane = ? AND day < ? ORDER BY day DESC LIMIT 1",
            lane,
            limit.isoformat(),
        )
        return DayRow(*rows[0]) if rows else None

    def case(self, subject: str) -> list[Entry]:
        """Read one case from all lanes."""
        rows = self._tx.all("SELECT lane, seq, state FROM case_event WHERE subject = ?", subject)
        return [Entry(lane, seq, codec.read(state)) for lane, seq, state in rows]

    def cases(self) -> Iterator[tuple[str, list[Entry]]]:
        """Read all cases, one after the other: memory holds one."""
        rows = self._tx.separate_cursor().execute(
            "SELECT subject, lane, seq, state FROM case_event"
        )
        for subject, events in groupby(rows, key=itemgetter(0)):
            yield subject, [Entry(lane, seq, codec.read(raw)) for _, lane, seq, raw in events]

    def find(self, number: str) -> list[str]:
        """Find cases by id, by the beginning of an id, by receipt or source number."""
        rows = self._tx.all("SELECT subject FROM case_number WHERE number = ?", number)
        found = {row[0] for row in rows}
        rows = self._tx.all(
            "SELECT DISTINCT subject FROM case_event WHERE subject >= ? AND subject < ? LIMIT ?",
            number,
            f"{number}\U0010ffff",
            FOUND_MAX,
        )
        return sorted(found | {row[0] for row in rows})

    def subjects(self) -> list[str]:
        """List all cases."""
        return [row[0] for row in self._tx.all("SELECT DISTINCT subject FROM case_event")]

    def oddities(self, lane: str, upto: int) -> list[Oddity]:
        """Read a lane's oddities in its counted prefix."""
        rows = self._tx.all(
            "SELECT kind, lane, seq, ref, subject, on_day, open_day, other FROM oddity "
            "WHERE lane = ? AND seq <= ? ORDER BY seq, kind",
            lane,
            upto,
        )
        return [_odd(row) for row in rows]


def _odd_row(oddity: Oddity) -> Sequence[Any]:
    kind, lane, seq, ref, subject, on, open_day, other = oddity
    return lane, seq, kind, ref, subject, on.isoformat(), open_day.isoformat(), other


def _odd(row: Sequence[Any]) -> Oddity:
    kind, lane, seq, ref, subject, on, open_day, other = row
    on_day, day_open = date.fromisoformat(on), date.fromisoformat(open_day)
    return Oddity(kind, lane, seq, ref, subject, on_day, day_open, other)
