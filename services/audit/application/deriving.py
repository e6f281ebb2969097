"""From the archive to the ledger's tables, lane by lane, in chunks."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from math import inf
from typing import Any, Final, Protocol

from events.codec import CannotRead
from events.envelope import Recorded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import Position
from events.log.reading.admit import Sender, admit, readers
from events.log.reading.batch import split_batch
from events.register import Lane, Register
from services.audit.adapters.sqlite_ledger import ArchivedRecord, Ledger
from services.audit.projections.sorting import DayRow, Rows

RECORDS_MAX: Final = 500
"""Records derived in one transaction: sorted together, so that the case table is filled in runs."""
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
    _derive_read_again(store, realm, register)
    with store.reading() as tx:
        grown = {head.lane for head in tx.heads() if head.size > tx.position(cursor(head.lane))}
    for name in sorted(grown & set(register.lanes)):
        lane = register.lane(name)
        while _derive_some(store, realm, lane, upto(name)):
            pass


def _derive_read_again(store: LedgerStore, realm: str, register: Register) -> None:
    """Sort events whose type became known only after they had been passed by."""
    with store.reading() as tx:
        lanes = {row[0] for row in tx.all("SELECT DISTINCT lane FROM reread")}
    for name in sorted(lanes & set(register.lanes)):
        with store.transaction() as tx:
            lane, ledger = register.lane(name), Ledger(tx)
            for seq in ledger.read_again(name, tx.position(cursor(name))):
                _sort_one(ledger, realm, lane, seq)


def _sort_one(ledger: Ledger, realm: str, lane: Lane, seq: int) -> None:
    rows = _rows(ledger, lane, ledger.last_day_before(lane.lane, seq))
    (record,) = ledger.archived(lane.lane, seq - 1, 1)
    for at, raw, event in events_of(realm, lane, record):
        if at == seq:
            rows.add(seq, raw, event)
    ledger.add(rows)
    ledger.add_ids(lane.lane, rows.ids)


def _rows(ledger: Ledger, lane: Lane, last: DayRow | None) -> Rows:
    """Begin to sort after a lane's last closed day."""
    return Rows(
        lane.lane,
        lane.first_day if last is None else date.fromisoformat(last.day) + _DAY,
        lambda id_: ledger.first_of_id(lane.lane, id_),
        historic=lane.historic,
    )


def _derive_some(store: LedgerStore, realm: str, lane: Lane, upto: float) -> bool:
    with store.transaction() as tx:
        ledger, done = Ledger(tx), tx.position(cursor(lane.lane))
        archived = ledger.archived(lane.lane, done, RECORDS_MAX)
        records = [record for record in archived if record.size <= upto]
        if not records:
            return False
        rows = sort(tx, realm, lane, records)
        ledger.add(rows)
        ledger.add_ids(lane.lane, rows.ids)
        for record in records:
            ledger.add_readers(lane.lane, record.size, readers_of(record))
        tx.track(Position(lane=cursor(lane.lane), seq=records[-1].size))
    return True


def cursor(lane: str) -> str:
    """Name the position of the derived tables in a lane of the archive."""
    return f"derived/{lane}"


def sort(tx: SqliteTransaction, realm: str, lane: Lane, records: list[ArchivedRecord]) -> Rows:
    """Sort records of one lane that follow those derived before."""
    ledger = Ledger(tx)
    rows = _rows(ledger, lane, ledger.last_day(lane.lane))
    for record in records:
        for seq, raw, event in events_of(realm, lane, record):
            rows.add(seq, raw, event)
    return rows


def readers_of(record: ArchivedRecord) -> Counter[str]:
    """Count the events of a record for each reader that their `to` names, if it is well formed."""
    return Counter(
        reader
        for raw in split_batch(record.value)
        if isinstance(raw, bytes)
        for reader in readers(raw)
    )


def events_of(
    realm: str, lane: Lane, record: ArchivedRecord
) -> Iterator[tuple[int, bytes, Recorded[Any]]]:
    """Read the events of an archived record that could be read when it came."""
    sender = Sender(realm=realm, lane=lane.lane, agency=lane.agency, reader=lane.agency, whole=True)
    for seq, raw in enumerate(split_batch(record.value), record.start + 1):
        if not isinstance(raw, bytes):
            continue
        try:
            yield seq, raw, admit(raw, sender)
        except CannotRead:
            continue
