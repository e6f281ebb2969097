"""Lane files: a lane's conduct, gathered for the rules on evidence."""

from collections.abc import Sequence
from datetime import date, timedelta

from events.audit import DayCounted
from events.common import LaneHeard
from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Lane, Register
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.application.counted import Prefix, lanes_of
from services.audit.domain.lane_file import HeardClaim, LaneFile, Silence
from services.audit.projections.sorting import ClaimRow

_DAY = timedelta(days=1)


def lane_files(
    tx: SqliteTransaction,
    register: Register,
    jurisdiction: str,
    prefix: Prefix,
    counted: Sequence[DayCounted],
) -> list[LaneFile]:
    """Gather the files of a jurisdiction's lanes.

    Args:
        tx: an open transaction on the ledger's store.
        register: as known on the ledger day.
        jurisdiction: whose lanes.
        prefix: what counts.
        counted: all days counted so far, ascending.
    """
    ledger = Ledger(tx)
    return [
        LaneFile(
            lane=lane.lane,
            agency=lane.agency,
            historic=lane.historic,
            oddities=ledger.oddities(lane.lane, prefix.sizes.get(lane.lane, 0)),
            silences=silences(ledger, lane, counted),
            heard=_false_claims(tx, register, lane, prefix),
        )
        for lane in lanes_of(register, jurisdiction)
    ]


def silences(ledger: Ledger, lane: Lane, counted: Sequence[DayCounted]) -> list[Silence]:
    """Read a lane's silences out of the days counted: each begins with its last closed day."""
    found: list[Silence] = []
    for day in counted:
        named = next((one for one in day.silent if one.lane == lane.lane), None)
        if named is None:
            found = [_ended(one, day.date) for one in found]
            continue
        due = lane.first_day if named.last_day is None else named.last_day + _DAY
        if not found or found[-1].due_on != due:
            found = [_ended(one, day.date) for one in found]
            began = _began(ledger, lane, named.last_day)
            found.append(Silence(began, due, day.date, None))
    return found


def _ended(silence: Silence, day: date) -> Silence:
    return silence if silence.returned is not None else silence._replace(returned=day)


def _began(ledger: Ledger, lane: Lane, last_day: date | None) -> str:
    row = None if last_day is None else ledger.day(lane.lane, last_day)
    return lane.registered_by if row is None else row.ref


def recount(tx: SqliteTransaction, register: Register, lane: Lane, prefix: Prefix) -> None:
    """Recount what a lane says that it was shown; a size beyond what counts waits (A11)."""
    ledger = Ledger(tx)
    for claim in ledger.open_claims(lane.lane, prefix.sizes.get(lane.lane, 0)):
        if claim.size <= prefix.sizes.get(claim.claimed_lane, 0):
            root, events = _shown(tx, register, lane.agency, claim)
            ledger.settle_claim(claim, differs=(root, events) != (claim.root, claim.events))


def _shown(
    tx: SqliteTransaction, register: Register, reader: str, claim: ClaimRow
) -> tuple[str | None, int]:
    """Say what a reader should have been shown of a lane up to a size: root and own events."""
    root = tx.root_at(claim.claimed_lane, claim.size)
    text = None if root is None else to_base64(root)
    if register.lane(claim.claimed_lane).agency == reader:
        return text, claim.size
    count = Ledger(tx).count_for
    own = count(claim.claimed_lane, reader, claim.size)
    return text, own + count(claim.claimed_lane, EVERYBODY, claim.size)


def _false_claims(
    tx: SqliteTransaction, register: Register, lane: Lane, prefix: Prefix
) -> list[HeardClaim]:
    recount(tx, register, lane, prefix)
    found: list[HeardClaim] = []
    for claim in Ledger(tx).false_claims(lane.lane, prefix.sizes.get(lane.lane, 0)):
        root, events = _shown(tx, register, lane.agency, claim)
        claimed = LaneHeard(
            lane=claim.claimed_lane, size=claim.size, root=claim.root, events=claim.events
        )
        on = date.fromisoformat(claim.on_day)
        found.append(HeardClaim(ref=claim.ref, on=on, claimed=claimed, root=root, events=events))
    return found
