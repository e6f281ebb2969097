"""When the ledger was told of acts, of registrations, and of what agencies were shown (B9, A11)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.domain.entry import Entry
from services.audit.domain.shown import Told
from services.audit.projections.rows import ClaimRow


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
        self._is_right = cache(self._recounted)

    def closed_on(self, entry: Entry) -> date:
        """See `Told`: in a lane of the past it is the label that closes over an entry."""
        return self._counted_on(entry.lane, entry.seq)

    def registered_on(self, lane: str, ref: str) -> date:
        """See `Told`."""
        jurisdiction = self._register.agency_of(lane).jurisdiction
        return self._first_counted(jurisdiction, self._seq_of(ref)) or date.max

    def stated_on(self, entry: Entry, lane: str) -> date | None:
        """See `Told`: the lane that was named answers at once, the agency's others if it cannot."""
        found = self._stated_by(lane, entry)
        others = () if found is not None else self._beside(lane)
        stated = (one for one in (self._stated_by(other, entry) for other in others) if one)
        return found or min(stated, default=None)

    def states_nothing(self, lane: str) -> bool:
        """See `Told`."""
        claims_nothing, sizes = self._tables.claims_nothing, self._sizes
        return all(claims_nothing(one, sizes.get(one, 0)) for one in (lane, *self._beside(lane)))

    def is_silent(self, lane: str, day: date) -> bool:
        """See `Told`."""
        return self._tables.is_silent(lane, day)

    def _counted_on(self, lane: str, seq: int) -> date:
        row = self._tables.day_closing(lane, seq)
        if row is None:
            return date.max
        day, registered = date.fromisoformat(row.day), self._register.lanes.get(lane)
        if registered is None or registered.historic:
            return day
        known = self.registered_on(lane, registered.registered_by)
        return max(self._tables.first_with(lane, day), known)

    def _beside(self, lane: str) -> Sequence[str]:
        """List the other lanes of a lane's agency."""
        agency = self._register.lane(lane).agency
        lanes = self._register.lanes.values()
        return [one.lane for one in lanes if one.agency == agency and one.lane != lane]

    def _stated_by(self, lane: str, entry: Entry) -> date | None:
        counts = self._sizes.get(lane, 0)
        claim = self._tables.claim_holding(lane, entry.lane, entry.seq, counts)
        if claim is None or not self._is_right(claim):
            return None
        return self._counted_on(lane, claim.seq)

    def _recounted(self, claim: ClaimRow) -> bool:
        """Say whether a lane was shown as many events as there are for it since it last said so."""
        root = self._tx.root_at(claim.claimed_lane, claim.size)
        before = self._tables.claim_before(claim)
        size, events = (0, 0) if before is None else (before.size, before.events)
        reader = self._register.lane(claim.lane).agency
        there = self._for(reader, claim, claim.size) - self._for(reader, claim, size)
        return root is not None and to_base64(root) == claim.root and claim.events - events == there

    def _for(self, reader: str, claim: ClaimRow, size: int) -> int:
        count = self._tables.count_for
        lane = claim.claimed_lane
        return count(lane, reader, size) + count(lane, EVERYBODY, size)
