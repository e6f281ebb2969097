"""Lane files: a lane's conduct, gathered for the rules on evidence."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from events.audit import DayCounted
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Lane
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.recounting import Recount, recount
from services.audit.application.scope import Scope
from services.audit.application.shipping import wrongly_shipped
from services.audit.domain.lane_file import HeardClaim, LaneFile, Silence

_DAY = timedelta(days=1)


def lane_files(
    tx: SqliteTransaction,
    scope: Scope,
    counted: Sequence[DayCounted],
    recounted: Sequence[Recount],
) -> list[LaneFile]:
    """Gather the files of a jurisdiction's lanes.

    Args:
        tx: an open transaction on the ledger's store.
        scope: the day, and whether the files hold all or what it brought.
        counted: the days counted, ascending: all, or the last two. A silence that ended before
            them cannot change any more.
        recounted: what the day has recounted, of all lanes.
    """
    tables = LedgerTables(tx)
    return [
        LaneFile(
            lane=lane.lane,
            agency=lane.agency,
            historic=lane.historic,
            whole=scope.since is None,
            oddities=tables.oddities(lane.lane, *scope.stretch(lane.lane)),
            silences=silences(tables, lane, counted),
            heard=_false_claims(tx, scope, lane, recounted),
            shipped=wrongly_shipped(tx, scope, lane),
        )
        for lane in scope.lanes
    ]


def silences(tables: LedgerTables, lane: Lane, counted: Iterable[DayCounted]) -> list[Silence]:
    """Read a lane's silences out of days counted: each begins with its last closed day."""
    found: list[Silence] = []
    for day in counted:
        named = next((one for one in day.silent if one.lane == lane.lane), None)
        if named is None:
            found = [_ended(one, day.date) for one in found]
            continue
        due = lane.first_day if named.last_day is None else named.last_day + _DAY
        if not found or found[-1].due_on != due:
            found = [_ended(one, day.date) for one in found]
            found.append(Silence(_began(tables, lane, named.last_day), due, None))
    return found


def _ended(silence: Silence, day: date) -> Silence:
    return silence if silence.returned is not None else silence._replace(returned=day)


def _began(tables: LedgerTables, lane: Lane, last_day: date | None) -> str:
    row = None if last_day is None else tables.day(lane.lane, last_day)
    return lane.registered_by if row is None else row.ref


def _false_claims(
    tx: SqliteTransaction, scope: Scope, lane: Lane, recounted: Iterable[Recount]
) -> list[HeardClaim]:
    """Give what the day has found false; of a whole lane also what earlier days have."""
    found = [one for one in recounted if one.claim.lane == lane.lane and one.differs]
    if scope.since is None:
        before = LedgerTables(tx).false_claims(lane.lane, scope.stretch(lane.lane)[1])
        found += recount(tx, scope, lane, before)
    return [one.heard for one in found]
