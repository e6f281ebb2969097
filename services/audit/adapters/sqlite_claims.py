"""The table of claims: what lanes say that they were shown of others (protocol A11)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from services.audit.adapters.within import Within
from services.audit.projections.rows import ClaimRow, RejectionRow

_COLUMNS: Final = ", ".join(f"claim.{name}" for name in ClaimRow._fields)


class ClaimTables(Within):
    """Statements of what lanes were shown, a line each."""

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
            "WHERE differs = 1 AND lane = ? AND seq <= ? ORDER BY seq, claimed_lane",
            lane,
            upto,
        )
        return [ClaimRow(*row) for row in rows]

    def settle_claims(self, outcomes: Iterable[tuple[ClaimRow, bool]]) -> None:
        """Note the outcomes of recounts: whether what was said differs from what there is."""
        self._tx.sql.run_many(
            "UPDATE claim SET differs = ? WHERE lane = ? AND seq = ? AND claimed_lane = ?",
            [
                (int(differs), claim.lane, claim.seq, claim.claimed_lane)
                for claim, differs in outcomes
            ],
        )

    def claims_holding(self, lane: str, claimed: str, size: int, upto: int) -> Iterator[ClaimRow]:
        """Give the statements of a lane that say it was shown so much of another, one by one.

        Args:
            lane: that says what it was shown.
            claimed: the other lane.
            size: of the other lane, at least.
            upto: how much of the lane that says so counts.
        """
        where, after = "claimed_lane = ? AND lane = ? AND size >= ? AND seq <= ?", 0
        while claim := self._claim(
            f"{where} AND seq > ? ORDER BY seq", claimed, lane, size, upto, after
        ):
            yield claim
            after = claim.seq

    def claim_before(self, claim: ClaimRow) -> ClaimRow | None:
        """Give what a lane had stated of the same other lane before."""
        return self._claim(
            "claimed_lane = ? AND lane = ? AND seq < ? ORDER BY seq DESC",
            claim.claimed_lane,
            claim.lane,
            claim.seq,
        )

    def first_claim(self, lane: str, upto: int) -> int | None:
        """Give the place of a lane's first statement, as far as it counts."""
        found = self._claim("lane = ? AND seq <= ? ORDER BY seq", lane, upto)
        return None if found is None else found.seq

    def rejections(self, lane: str, upto: int) -> list[RejectionRow]:
        """Read what a lane says that it rejected of others, as far as it counts."""
        sql = "SELECT * FROM rejection WHERE lane = ? AND seq <= ? ORDER BY seq"
        return [RejectionRow(*row) for row in self._tx.all(sql, lane, upto)]

    def _claim(self, where: str, *parameters: str | int) -> ClaimRow | None:
        rows = self._tx.all(f"SELECT {_COLUMNS} FROM claim WHERE {where} LIMIT 1", *parameters)  # noqa: S608 -- own text
        return ClaimRow(*rows[0]) if rows else None
