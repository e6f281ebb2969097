"""The table of cases, and the sorting of a lane's events into it and into the tables of lanes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from events import codec
from services.audit.adapters.within import Within
from services.audit.domain.entry import Entry
from services.audit.domain.lane_file import Oddity
from services.audit.projections.sorting import Rows


class CaseTables(Within):
    """Cases, each from all lanes."""

    def add(self, rows: Rows) -> None:
        """Write what a stretch of a lane sorts into, in order of the tables' keys."""
        put = self._tx.sql.run_many
        put("INSERT INTO case_event VALUES (?, ?, ?, ?)", sorted(rows.cases))
        put("INSERT INTO case_number VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows.numbers))
        put("INSERT INTO lane_day VALUES (?, ?, ?, ?)", rows.days)
        put("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", rows.claims)
        put("INSERT INTO rejection VALUES (?, ?, ?, ?, ?, ?)", rows.rejections)
        odd = map(_odd_row, rows.oddities)
        put("INSERT INTO oddity VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", odd)

    def case(self, subject: str) -> list[Entry]:
        """Read one case from all lanes."""
        rows = self._tx.all(
            "SELECT lane, seq, state FROM case_event WHERE subject = ? ORDER BY lane, seq", subject
        )
        return [Entry(lane, seq, codec.read(raw), raw) for lane, seq, raw in rows]

    def cases(self) -> Iterator[tuple[str, list[Entry]]]:
        """Read all cases, one after the other: memory holds one."""
        rows = self._tx.sql.each(
            "SELECT subject, lane, seq, state FROM case_event ORDER BY subject, lane, seq"
        )
        for subject, events in groupby(rows, key=itemgetter(0)):
            yield subject, [Entry(lane, seq, codec.read(raw), raw) for _, lane, seq, raw in events]

    def holding(self, mark: bytes) -> list[Entry]:
        """Read the events of all cases whose bytes hold a mark; all are looked through."""
        sql = (
            "SELECT lane, seq, state FROM case_event WHERE instr(state, ?) > 0 "
            "ORDER BY subject, lane, seq"
        )
        return [
            Entry(lane, seq, codec.read(raw), raw) for lane, seq, raw in self._tx.all(sql, mark)
        ]

    def is_case(self, subject: str) -> bool:
        """Say whether events of a case have this subject; others are of a lane's own books."""
        return bool(self._tx.all("SELECT 1 FROM case_event WHERE subject = ? LIMIT 1", subject))

    def subjects(self) -> list[str]:
        """List all cases."""
        sql = "SELECT DISTINCT subject FROM case_event ORDER BY subject"
        return [row[0] for row in self._tx.all(sql)]


def _odd_row(oddity: Oddity) -> Sequence[Any]:
    kind, lane, seq, ref, subject, on, open_day, other = oddity
    return lane, kind, ref, seq, subject, on.isoformat(), open_day.isoformat(), other
