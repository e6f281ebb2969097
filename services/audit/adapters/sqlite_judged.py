"""The ledger's tables that judging fills: recounted claims, the agenda, findings as they stand."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from events import codec
from events.audit import FindingMade
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.projections.sorting import ClaimRow


class JudgedTables:
    """These tables, within one transaction."""

    def __init__(self, tx: SqliteTransaction) -> None:
        self._tx = tx

    def open_claims(self, lane: str, upto: int) -> list[ClaimRow]:
        """Read the lines of a lane's statements that have not been recounted."""
        return self._claims("differs IS NULL AND lane = ? AND seq <= ?", lane, upto)

    def false_claims(self, lane: str, upto: int) -> list[ClaimRow]:
        """Read the lines of a lane's statements that the recount does not bear out."""
        return self._claims("differs AND lane = ? AND seq <= ?", lane, upto)

    def settle_claim(self, claim: ClaimRow, *, differs: bool) -> None:
        """Note the outcome of a recount."""
        self._tx.cursor.execute(
            "UPDATE claim SET differs = ? WHERE lane = ? AND seq = ? AND claimed_lane = ?",
            (differs, claim.lane, claim.seq, claim.claimed_lane),
        )

    def _claims(self, where: str, *parameters: Any) -> list[ClaimRow]:  # noqa: ANN401 -- SQL values
        columns = ", ".join(ClaimRow._fields)
        rows = self._tx.all(
            f"SELECT {columns} FROM claim WHERE {where} ORDER BY seq, claimed_lane",  # noqa: S608 -- own text
            *parameters,
        )
        return [ClaimRow(*row) for row in rows]

    def due(self, day: date) -> set[str]:
        """List the cases to be looked at again on a ledger day."""
        rows = self._tx.all("SELECT subject FROM agenda WHERE day = ?", day.isoformat())
        return {row[0] for row in rows}

    def look_again(self, entries: Iterable[tuple[date, str]]) -> None:
        """Put cases on the agenda."""
        self._tx.cursor.executemany(
            "INSERT OR IGNORE INTO agenda VALUES (?, ?)",
            sorted((day.isoformat(), subject) for day, subject in entries),
        )

    def standing(self, file: str, jurisdiction: str) -> dict[str, FindingMade]:
        """Give a jurisdiction's findings on a file, a case or a lane, that stand."""
        rows = self._tx.all("SELECT state FROM finding WHERE file = ? AND stands", file)
        found = (codec.read(row[0]).data for row in rows)
        return {made.finding_id: made for made in found if made.jurisdiction == jurisdiction}

    def put_finding(self, finding_id: str, file: str, state: bytes, *, stands: bool) -> None:
        """Write a finding as recorded last."""
        self._tx.cursor.execute(
            "INSERT INTO finding VALUES (?, ?, ?, ?) ON CONFLICT (finding_id) "
            "DO UPDATE SET stands = excluded.stands, state = excluded.state",
            (finding_id, file, stands, state),
        )

    def end_finding(self, finding_id: str) -> None:
        """Mark a finding as superseded."""
        self._tx.cursor.execute("UPDATE finding SET stands = 0 WHERE finding_id = ?", (finding_id,))

    def findings(self) -> Iterator[tuple[FindingMade, bool]]:
        """Read all findings as recorded last, and whether they stand."""
        for state, stands in self._tx.all("SELECT state, stands FROM finding ORDER BY finding_id"):
            yield codec.read(state).data, bool(stands)
