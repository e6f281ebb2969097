"""What lanes say that they were shown, recounted from the archive (protocol A11)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from events.common import LaneHeard
from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Lane
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.scope import Scope
from services.audit.domain.lane_file import HeardClaim
from services.audit.projections.rows import ClaimRow


class Recount(NamedTuple):
    """One line of a statement, and what there is."""

    claim: ClaimRow
    root: str | None
    """At the claimed size; none if no commit of that lane ends there."""
    events: int
    """How many events, up to that size, were for the claiming agency."""

    @property
    def differs(self) -> bool:
        """Say whether the archive does not bear the statement out."""
        return (self.root, self.events) != (self.claim.root, self.claim.events)

    @property
    def heard(self) -> HeardClaim:
        """Give it as the rules read it."""
        claim, root, events = self
        claimed = LaneHeard(
            lane=claim.claimed_lane, size=claim.size, root=claim.root, events=claim.events
        )
        on = date.fromisoformat(claim.on_day)
        return HeardClaim(ref=claim.ref, on=on, claimed=claimed, root=root, events=events)


def recounts(tx: SqliteTransaction, scope: Scope) -> list[Recount]:
    """Recount what counts and was not recounted before; a size beyond what counts waits."""
    sizes, tables = scope.prefix.sizes, LedgerTables(tx)
    return [
        one
        for lane in scope.lanes
        for one in recount(tx, scope, lane, tables.countable_claims(lane.lane, sizes))
    ]


def recount(
    tx: SqliteTransaction, scope: Scope, lane: Lane, claims: Iterable[ClaimRow]
) -> list[Recount]:
    """Recount some statements of a lane."""
    return [Recount(one, *_shown(tx, scope, lane.agency, one)) for one in claims]


def _shown(
    tx: SqliteTransaction, scope: Scope, reader: str, claim: ClaimRow
) -> tuple[str | None, int]:
    """Say what a reader should have been shown of a lane up to a size: root and own events."""
    root = tx.root_at(claim.claimed_lane, claim.size)
    text = None if root is None else to_base64(root)
    if reader in (scope.day.register.lane(claim.claimed_lane).agency, scope.authority):
        return text, claim.size
    count = LedgerTables(tx).count_for
    own = count(claim.claimed_lane, reader, claim.size)
    return text, own + count(claim.claimed_lane, EVERYBODY, claim.size)
