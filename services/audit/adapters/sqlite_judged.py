"""The ledger's tables that judging fills: the agenda, findings as they stand."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from events import codec
from events.audit import FindingMade
from services.audit.adapters.within import Within


class JudgedTables(Within):
    """What judging leaves for the days to come."""

    def due(self, jurisdiction: str, day: date) -> set[str]:
        """List the cases to be looked at again on a ledger day."""
        sql = "SELECT subject FROM agenda WHERE jurisdiction = ? AND day = ?"
        return {row[0] for row in self._tx.all(sql, jurisdiction, day.isoformat())}

    def look_again(self, jurisdiction: str, entries: Iterable[tuple[date, str]]) -> None:
        """Put cases on the agenda."""
        self._tx.sql.run_many(
            "INSERT INTO agenda VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            sorted((jurisdiction, day.isoformat(), subject) for day, subject in entries),
        )

    def standing(self, file: str, jurisdiction: str) -> dict[str, FindingMade]:
        """Give a jurisdiction's findings on a file, a case or a lane, that stand."""
        return self._standing("file = ?", file, jurisdiction)

    def standing_of(self, ids: Iterable[str], jurisdiction: str) -> dict[str, FindingMade]:
        """Give those of some findings that stand in a jurisdiction."""
        found: dict[str, FindingMade] = {}
        for finding_id in ids:
            found |= self._standing("finding_id = ?", finding_id, jurisdiction)
        return found

    def _standing(self, where: str, *parameters: Any) -> dict[str, FindingMade]:  # noqa: ANN401 -- SQL values
        where += " AND jurisdiction = ? AND stands = 1 ORDER BY finding_id"
        sql = f"SELECT state FROM finding WHERE {where}"  # noqa: S608 -- own text
        found = (codec.read(row[0]).data for row in self._tx.all(sql, *parameters))
        return {made.finding_id: made for made in found}

    def put_finding(self, finding_id: str, file: str, jurisdiction: str, state: bytes) -> None:
        """Write a finding as recorded last; it stands."""
        self._tx.sql.run(
            "INSERT INTO finding VALUES (?, ?, ?, 1, ?) ON CONFLICT (finding_id) DO UPDATE SET "
            "file = excluded.file, jurisdiction = excluded.jurisdiction, "
            "stands = excluded.stands, state = excluded.state",
            finding_id,
            file,
            jurisdiction,
            state,
        )

    def end_finding(self, finding_id: str) -> None:
        """Mark a finding as superseded."""
        self._tx.sql.run("UPDATE finding SET stands = 0 WHERE finding_id = ?", finding_id)

    def findings(self) -> Iterator[tuple[FindingMade, bool]]:
        """Read all findings as recorded last, and whether they stand."""
        for state, stands in self._tx.all("SELECT state, stands FROM finding ORDER BY finding_id"):
            yield codec.read(state).data, bool(stands)

    def accept(self, sizes: Iterable[tuple[str, int]]) -> None:
        """Note up to which sizes lanes have been accepted."""
        self._tx.sql.run_many(
            "INSERT INTO accepted VALUES (?, ?) "
            "ON CONFLICT (lane) DO UPDATE SET size = excluded.size",
            sizes,
        )

    def all_accepted(self) -> list[tuple[str, int]]:
        """Give each lane with the size that its agency was told last."""
        return [tuple(row) for row in self._tx.all("SELECT lane, size FROM accepted ORDER BY lane")]

    def accepted(self, lane: str) -> int:
        """Give the size of a lane that its agency was told last."""
        rows = self._tx.all("SELECT size FROM accepted WHERE lane = ?", lane)
        return rows[0][0] if rows else 0
