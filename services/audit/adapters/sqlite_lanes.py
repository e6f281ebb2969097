"""The tables of lanes: their days, ids, oddities, and how much of them is for whom."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from events.audit import SilentLane
from services.audit.adapters.within import Within
from services.audit.domain.lane_file import Oddity
from services.audit.projections.rows import DayRow

_DAY = timedelta(days=1)


class LaneTables(Within):
    """How each lane is kept."""

    def day(self, lane: str, day: date) -> DayRow | None:
        """Find where a lane closed a day."""
        return self._day("lane = ? AND day = ?", lane, day.isoformat())

    def last_day(self, lane: str, before: date | None = None) -> DayRow | None:
        """Give the last day that a lane has closed, or the last before a day."""
        limit = date.max if before is None else before
        return self._day("lane = ? AND day < ? ORDER BY day DESC", lane, limit.isoformat())

    def last_closed(self, lane: str, upto: int) -> date | None:
        """Give the last day that a lane has closed up to a size."""
        row = self._day("lane = ? AND seq <= ? ORDER BY seq DESC", lane, upto)
        return None if row is None else date.fromisoformat(row.day)

    def day_closing(self, lane: str, seq: int) -> DayRow | None:
        """Give the day that closes over an event; None while it is open."""
        return self._day("lane = ? AND seq > ? ORDER BY seq", lane, seq)

    def _day(self, where: str, *parameters: Any) -> DayRow | None:  # noqa: ANN401 -- SQL values
        sql = f"SELECT lane, day, seq, ref FROM lane_day WHERE {where} LIMIT 1"  # noqa: S608 -- own text
        rows = self._tx.all(sql, *parameters)
        return DayRow(*rows[0]) if rows else None

    def add_silent(self, day: date, silent: Iterable[SilentLane]) -> None:
        """Write the lanes that a ledger day was counted without."""
        self._tx.sql.run_many(
            "INSERT INTO silent_day VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(one.lane, day.isoformat(), (one.last_day or date.min).isoformat()) for one in silent],
        )

    def is_silent(self, lane: str, day: date) -> bool:
        """Say whether a ledger day was counted without a lane's word of that day."""
        return self._silent_until(lane, day) is not None

    def first_with(self, lane: str, day: date) -> date:
        """Give the first ledger day that was counted with a day that a lane has closed."""
        silent = self._silent_until(lane, day)
        return day if silent is None else silent + _DAY

    def _silent_until(self, lane: str, day: date) -> date | None:
        """Give the last ledger day, from a day on, that was counted without the lane's own day."""
        rows = self._tx.all(
            "SELECT MAX(day) FROM silent_day WHERE lane = ? AND day >= ? AND last_day < ?",
            lane,
            day.isoformat(),
            day.isoformat(),
        )
        return date.fromisoformat(rows[0][0]) if rows[0][0] else None

    def add_ids(self, lane: str, ids: Mapping[str, int]) -> None:
        """Write the first seq of each new id."""
        self._tx.sql.run_many(
            "INSERT INTO identity VALUES (?, ?, ?)",
            [(lane, id_, seq) for id_, seq in sorted(ids.items())],
        )

    def first_of_id(self, lane: str, id_: str) -> int | None:
        """Give the first seq of an id in a lane."""
        rows = self._tx.all("SELECT seq FROM identity WHERE lane = ? AND id = ?", lane, id_)
        return rows[0][0] if rows else None

    def oddities(self, lane: str, after: int, upto: int) -> list[Oddity]:
        """Read the oddities of a stretch of a lane."""
        rows = self._tx.all(
            "SELECT kind, lane, seq, ref, subject, on_day, open_day, other FROM oddity "
            "WHERE lane = ? AND seq > ? AND seq <= ? ORDER BY seq, kind",
            lane,
            after,
            upto,
        )
        return [_odd(row) for row in rows]

    def add_readers(self, lane: str, size: int, counts: Mapping[str, int]) -> None:
        """Add to how many events are for each reader, up to the end of a record."""
        self._tx.sql.run_many(
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


def _odd(row: Sequence[Any]) -> Oddity:
    kind, lane, seq, ref, subject, on, open_day, other = row
    on_day, day_open = date.fromisoformat(on), date.fromisoformat(open_day)
    return Oddity(kind, lane, seq, ref, subject, on_day, day_open, other)
