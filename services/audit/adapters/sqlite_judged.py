"""The ledger's tables that judging fills: recounted claims, the agenda, findings as they stand."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from events import codec
from events.audit import FindingMade
from services.audit.adapters.within import Within
from services.audit.projections.rows import ClaimRow

_COLUMNS: Final = ", ".join(f"claim.{name}" for name in ClaimRow._fields)


class JudgedTables(Within):
    """What judging leaves for the days to come."""

    def countable_claims(self, lane: str, sizes: Mapping[str, int]) -> list[ClaimRow]:
        """Read the lines of a lane's statements that count, as do the sizes that they claim.

        Not those that were recounted already. They are looked up by the claimed lane, so that what
        waits for a size costs nothing.

        Args:
            lane: that said what it was shown.
            sizes: lane -> how much of it counts.
        """
        rows = self._tx.all(
            f"SELECT {_COLUMNS} FROM json_each(?) AS counted "  # noqa: S608 -- own text
            "CROSS JOIN claim INDEXED BY claim_open WHERE claim.lane = ? "
            "AND claim.claimed_lane = counted.key AND claim.size <= counted.value "
            "AND claim.differs IS NULL AND claim.seq <= ? ORDER BY seq, claimed_lane",
            json.dumps(dict(sizes)),
            lane,
            sizes.get(lane, 0),
        )
        return [ClaimRow(*row) for row in rows]

    def false_claims(self, lane: str, upto: int) -> list[ClaimRow]:
        """Read the lines of a lane's statements that the recount does not bear out."""
        rows = self._tx.all(
            f"SELECT {_COLUMNS} FROM claim INDEXED BY claim_false "  # noqa: S608 -- own text
            "WHERE differs AND lane = ? AND seq <= ? ORDER BY seq, claimed_lane",
            lane,
            upto,
        )
        return [ClaimRow(*row) for row in rows]

    def settle_claims(self, outcomes: Iterable[tuple[ClaimRow, bool]]) -> None:
        """Note the outcomes of recounts: whether what was said differs from what there is."""
        self._tx.cursor.executemany(
            "UPDATE claim SET differs = ? WHERE lane = ? AND seq = ? AND claimed_lane = ?",
            [(differs, claim.lane, claim.seq, claim.claimed_lane) for claim, differs in outcomes],
        )

    def due(self, jurisdiction: str, day: date) -> set[str]:
        """List the cases to be looked at again on a ledger day."""
        sql = "SELECT subject FROM agenda WHERE jurisdiction = ? AND day = ?"
        return {row[0] for row in self._tx.all(sql, jurisdiction, day.isoformat())}

    def look_again(self, jurisdiction: str, entries: Iterable[tuple[date, str]]) -> None:
        """Put cases on the agenda."""
        self._tx.cursor.executemany(
            "INSERT OR IGNORE INTO agenda VALUES (?, ?, ?)",
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
        sql = f"SELECT state FROM finding WHERE {where} AND jurisdiction = ? AND stands"  # noqa: S608 -- own text
        found = (codec.read(row[0]).data for row in self._tx.all(sql, *parameters))
        return {made.finding_id: made for made in found}

    def put_finding(self, finding_id: str, file: str, jurisdiction: str, state: bytes) -> None:
        """Write a finding as recorded last; it stands."""
        self._tx.cursor.execute(
            "INSERT OR REPLACE INTO finding VALUES (?, ?, ?, 1, ?)",
            (finding_id, file, jurisdiction, state),
        )

    def end_finding(self, finding_id: str) -> None:
        """Mark a finding as superseded."""
        self._tx.cursor.execute("UPDATE finding SET stands = 0 WHERE finding_id = ?", (finding_id,))

    def findings(self) -> Iterator[tuple[FindingMade, bool]]:
        """Read all findings as recorded last, and whether they stand."""
        for state, stands in self._tx.all("SELECT state, stands FROM finding ORDER BY finding_id"):
            yield codec.read(state).data, bool(stands)

    def accept(self, sizes: Iterable[tuple[str, int]]) -> None:
        """Note up to which sizes lanes have been accepted."""
        self._tx.cursor.executemany("INSERT OR REPLACE INTO accepted VALUES (?, ?)", sizes)

    def accepted(self, lane: str) -> int:
        """Give the size of a lane that its agency was told last."""
        rows = self._tx.all("SELECT size FROM accepted WHERE lane = ?", lane)
        return rows[0][0] if rows else 0
