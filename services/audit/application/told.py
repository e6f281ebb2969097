"""When the ledger was told of acts, of registrations, and of what agencies were shown (B9, A11)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.domain.entry import Entry
from services.audit.domain.told import Stated, Told
from services.audit.projections.rows import ClaimRow

AHEAD_MAX: Final = timedelta(days=2)
"""Zones are 26 hours apart at most."""


class LedgerTold(Told):
    """What the ledger's tables say as far as lanes count; for one transaction and register."""

    def __init__(self, tx: SqliteTransaction, register: Register, sizes: Mapping[str, int]) -> None:
        """Ask tables; what is asked of many cases is asked once.

        Args:
            tx: a snapshot of the ledger's store.
            register: as known when it is asked.
            sizes: lane -> how many of its events count.
        """
        self._tx, self._tables = tx, LedgerTables(tx)
        self._register, self._sizes = register, sizes
        self._first_counted = cache(self._tables.first_counted)
        self._seq_of = cache(self._tables.seq_of)
        self._right_after = cache(self._recounted)

    def closed_on(self, entry: Entry) -> date:
        """See `Told`: in a lane of the past it is the label that closes over an entry (B9)."""
        lane = self._register.lanes.get(entry.lane)
        if lane is not None and not lane.historic:
            return self.counted_on(entry.lane, entry.seq)
        row = self._tables.day_closing(entry.lane, entry.seq)
        return date.max if row is None else date.fromisoformat(row.day)

    def counted_on(self, lane: str, seq: int) -> date:
        """Give the first ledger day whose input holds a place of a lane; the last of dates if none.

        Lanes of the past count together, once each of their agency has ended (B5, B8).
        """
        told, row = self._register.lanes.get(lane), self._tables.day_closing(lane, seq)
        if told is None or row is None:
            return date.max
        known = self.registered_on(lane, told.registered_by)
        if not told.historic:
            return max(self._tables.first_with(lane, date.fromisoformat(row.day)), known)
        beside = (self._register.lane(one) for one in (lane, *self._beside(lane)))
        past = [(one.lane, one.last_day or date.max) for one in beside if one.historic]
        return max(known, *(self._tables.first_with(one, last) for one, last in past))

    def registered_on(self, lane: str, ref: str) -> date:
        """See `Told`."""
        jurisdiction = self._register.agency_of(lane).jurisdiction
        return self._first_counted(jurisdiction, self._seq_of(ref)) or date.max

    def stated(self, entry: Entry, lane: str) -> Stated:
        """See `Told`: the lane that was named answers at once, the agency's others if it cannot."""
        found = self._stated_by(lane, entry)
        if found.on is not None:
            return found
        beside = [self._stated_by(other, entry) for other in self._beside(lane)]
        on = min((one.on for one in beside if one.on is not None), default=None)
        return Stated(on, found.waits or any(one.waits for one in beside))

    def states_nothing(self, lane: str, day: date) -> bool:
        """See `Told`."""
        firsts = (
            (one, self._tables.first_claim(one, self._sizes.get(one, 0)))
            for one in (lane, *self._beside(lane))
        )
        return all(seq is None or self.counted_on(one, seq) > day for one, seq in firsts)

    def is_silent(self, lane: str, day: date) -> bool:
        """See `Told`."""
        return self._tables.is_silent(lane, day)

    def _beside(self, lane: str) -> Sequence[str]:
        """List the other lanes of a lane's agency."""
        agency = self._register.lane(lane).agency
        lanes = self._register.lanes.values()
        return [one.lane for one in lanes if one.agency == agency and one.lane != lane]

    def _stated_by(self, lane: str, entry: Entry) -> Stated:
        waits = False
        for claim in self._tables.claims_holding(
            lane, entry.lane, entry.seq, self._sizes.get(lane, 0)
        ):
            if claim.size > self._sizes.get(claim.claimed_lane, 0):
                waits = waits or not overdrawn(self._tables, claim, self._sizes)
            elif self._right_after(claim) < entry.seq:
                return Stated(self.counted_on(lane, claim.seq))
        return Stated(None, waits)

    def _recounted(self, claim: ClaimRow) -> int:
        """Say after which size a lane was shown as many events as there are for it.

        What was kept back from it once is missing from its counts for ever, and no later act is:
        if not all its events are there, those since its statement before may be.

        Returns:
            0 if all are; the claimed size if none is known to be.
        """
        root = self._tx.root_at(claim.claimed_lane, claim.size)
        if root is None or to_base64(root) != claim.root:
            return claim.size
        reader = self._register.lane(claim.lane).agency
        there, before = self._for(reader, claim, claim.size), self._tables.claim_before(claim)
        if claim.events == there:
            return 0
        if before is None or before.size > claim.size:
            return claim.size
        since = there - self._for(reader, claim, before.size)
        return before.size if claim.events - before.events == since else claim.size

    def _for(self, reader: str, claim: ClaimRow, size: int) -> int:
        count = self._tables.count_for
        lane = claim.claimed_lane
        return count(lane, reader, size) + count(lane, EVERYBODY, size)


def overdrawn(tables: LedgerTables, claim: ClaimRow, sizes: Mapping[str, int]) -> bool:
    """Say whether a statement names more than there was of a lane on any clock of its day.

    Where it is later, the other lane may be a day ahead, and its day after that have begun.

    Args:
        tables: of the ledger.
        claim: of a size that does not count.
        sizes: lane -> how many of its events count.
    """
    closed = tables.last_closed(claim.claimed_lane, sizes.get(claim.claimed_lane, 0))
    return closed is not None and closed >= date.fromisoformat(claim.on_day) + AHEAD_MAX
