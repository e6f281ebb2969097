"""From the archive to the ledger's tables, lane by lane, in chunks."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from math import inf
from typing import Final, Protocol

from events.codec import CannotRead
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import Position
from events.log.reading.admit import Sender, admit, id_of_later_type, readers
from events.log.reading.batch import split_batch
from events.register import Lane, Register
from events.strict_json import NotStrict, check_strict
from services.audit.adapters.sqlite_ledger import ArchivedRecord, LedgerTables
from services.audit.projections.sorting import Rows

RECORDS_MAX: Final = 500
"""Records derived in one transaction: sorted together, so that the case table is filled in runs."""
DERIVED: Final = "derived/"
"""What the names of positions begin with that belong to the ledger's tables."""
_DAY: Final = timedelta(days=1)


class LedgerStore(Protocol):
    """Where the tables are: the ledger's own file, or a rebuilt one."""

    def transaction(self) -> AbstractContextManager[SqliteTransaction]:
        """Begin; commit at the end of the block."""
        ...

    def reading(self) -> AbstractContextManager[SqliteTransaction]:
        """Begin a snapshot."""
        ...


def derive(
    store: LedgerStore,
    realm: str,
    register: Register,
    upto: Callable[[str], int | float] = lambda _: inf,
) -> None:
    """Derive what the archive holds of registered lanes.

    Args:
        store: where.
        realm: the realm's name.
        register: whose lanes.
        upto: lane -> the size at which to stop.
    """
    with store.reading() as tx:
        grown = [lane for _, lane in sorted(register.lanes.items()) if _has_grown(tx, lane.lane)]
    for lane in grown:
        while _derive_some(store, realm, lane, upto(lane.lane)):
            pass


def _has_grown(tx: SqliteTransaction, lane: str) -> bool:
    held = tx.held(lane)
    return held is not None and held[0] > tx.position(cursor(lane))


def _derive_some(store: LedgerStore, realm: str, lane: Lane, upto: float) -> bool:
    with store.transaction() as tx:
        tables, done = LedgerTables(tx), tx.position(cursor(lane.lane))
        archived = tables.archived(lane.lane, done, RECORDS_MAX)
        records = [record for record in archived if record.size <= upto]
        if not records:
            return False
        rows = sort(tables, realm, lane, records)
        tables.add(rows)
        tables.add_ids(lane.lane, rows.ids.new)
        for record in records:
            tables.add_readers(lane.lane, record.size, readers_of(record))
        tx.track(Position(lane=cursor(lane.lane), seq=records[-1].size))
    return True


def cursor(lane: str) -> str:
    """Name the position of the derived tables in a lane."""
    return f"{DERIVED}{lane}"


def sort(tables: LedgerTables, realm: str, lane: Lane, records: list[ArchivedRecord]) -> Rows:
    """Sort records of one lane that follow those derived before."""
    last = tables.last_day(lane.lane)
    rows = Rows(
        lane.lane,
        lane.first_day if last is None else date.fromisoformat(last.day) + _DAY,
        lambda id_: tables.first_of_id(lane.lane, id_),
        historic=lane.historic,
    )
    sender = Sender(realm=realm, lane=lane.lane, agency=lane.agency, reader=lane.agency, whole=True)
    for record in records:
        for seq, raw in enumerate(split_batch(record.value), record.start + 1):
            if isinstance(raw, bytes):
                _sort_one(rows, sender, seq, raw)
    return rows


def _sort_one(rows: Rows, sender: Sender, seq: int, raw: bytes) -> None:
    try:
        event = admit(raw, sender)
    except CannotRead:
        id_ = _id_of_unread(raw, f"{sender.realm}/{sender.lane}")
        if id_ is not None:
            rows.pass_by(seq, id_)
    else:
        rows.add(seq, raw, event)


def _id_of_unread(raw: bytes, origin: str) -> str | None:
    """Read the id alone, of an unknown type or an event that is rejected; None if there is none."""
    try:
        check_strict(raw)
        return id_of_later_type(raw, origin)
    except (NotStrict, CannotRead):
        return None


def readers_of(record: ArchivedRecord) -> Counter[str]:
    """Count the events of a record for each reader that their `to` names, if it is well formed."""
    return Counter(
        reader
        for raw in split_batch(record.value)
        if isinstance(raw, bytes)
        for reader in readers(raw)
    )
