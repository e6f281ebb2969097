"""From which point on the ledger has an event: archived, told to its agency, counted, judged."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from events.audit import DayCounted, DayJudged, LanesAccepted
from events.log.adapters.sqlite_places import record_over
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.adapters.sqlite_own import Own
from services.audit.application.counted import prefix_of


class InLedger(Struct, frozen=True, kw_only=True):
    """What the ledger says of one event; None where it has not come so far."""

    archived: int | None = None
    """The end of the record that brought it into the archive."""
    accepted_on: date | None = None
    """When its agency was told that the archive holds its lane so far."""
    accepted_by: str | None = None
    """`<lane>/<event id>` of that word."""
    jurisdiction: str | None = None
    counted: date | None = None
    """The ledger day on which it was counted first."""
    counted_by: str | None = None
    judged: bool = False


def in_ledger(tx: SqliteTransaction, register: Register, lane: str, seq: int) -> InLedger:
    """Say how far the ledger has an event.

    Args:
        tx: a snapshot of the ledger's store.
        register: as known to the authority now.
        lane: whose event.
        seq: its place there.
    """
    record = record_over(tx, lane, seq)
    registered = register.lanes.get(lane)
    if record is None or registered is None:
        return InLedger()
    jurisdiction = register.agencies[registered.agency].jurisdiction
    accepted = _accepted(tx, lane, seq)
    book = LedgerTables(tx).book(jurisdiction, tx.size())
    counted = _counted(tx, register, book, lane, seq)
    judged = {own.event.data.date for own in book if isinstance(own.event.data, DayJudged)}
    return InLedger(
        archived=record.size,
        accepted_on=None if accepted is None else accepted.event.data.on,
        accepted_by=None if accepted is None else accepted.event.ref,
        jurisdiction=jurisdiction,
        counted=None if counted is None else counted.event.data.date,
        counted_by=None if counted is None else counted.event.ref,
        judged=counted is not None and counted.event.data.date in judged,
    )


def _accepted(tx: SqliteTransaction, lane: str, seq: int) -> Own | None:
    """Find the first word to the agency that the archive holds the lane so far (protocol C1)."""
    return next(
        (
            own
            for own in LedgerTables(tx).said(0, tx.size(), LanesAccepted)
            if any(one.lane == lane and one.size >= seq for one in own.event.data.lanes)
        ),
        None,
    )


def _counted(
    tx: SqliteTransaction, register: Register, book: Sequence[Own], lane: str, seq: int
) -> Own | None:
    """Find the first ledger day whose prefix of the lane holds the event (protocol B5, B8)."""
    tables = LedgerTables(tx)
    closing = tables.day_closing(lane, seq - 1)  # A day's closing counts with its day.
    if closing is None:
        return None
    for own in book:
        data = own.event.data
        if not isinstance(data, DayCounted) or data.date.isoformat() < closing.day:
            continue
        prefix = prefix_of(tables, register, data.jurisdiction, data.date, data.silent)
        if prefix.sizes.get(lane, 0) >= seq:
            return own
    return None
