"""As of when: a size of the audit lane, or just after a day was judged (protocol C2, C3)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from events.audit import DayJudged, LanesAccepted
from events.deciding import refuse
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables

_DAY: Final = re.compile(r"(?:([a-z0-9-]+):)?(\d{4}-\d\d-\d\d)")
_ONE_DAY: Final = timedelta(days=1)


class AsOf(Struct, frozen=True, kw_only=True):
    """A point of the ledger, and what the archive was said to hold then."""

    size: int
    """Of the audit lane."""
    lanes: Mapping[str, int]
    """Lane -> the size accepted last; now, the size archived."""
    judged: Mapping[str, date]
    """Jurisdiction -> the day judged last."""


def as_of(tx: SqliteTransaction, text: str | None, jurisdiction: str | None = None) -> AsOf:
    """Resolve `--as-of`.

    Args:
        tx: a snapshot of the ledger's store.
        text: a size, `2024-05-13`, `nl:2011-12-31`, or None for now.
        jurisdiction: of a date that names none.

    Raises:
        Refused: no such size, no such day, or a date of nobody knows which jurisdiction.
    """
    size = tx.size() if text is None else _size(tx, text, jurisdiction)
    lanes: dict[str, int] = {}
    judged: dict[str, date] = {}
    for own in LedgerTables(tx).said(0, size, LanesAccepted, DayJudged):
        data = own.event.data
        if isinstance(data, LanesAccepted):
            lanes.update({lane.lane: lane.size for lane in data.lanes})
        else:
            judged[data.jurisdiction] = data.date
    if text is None:
        lanes = {head.lane: head.size for head in tx.heads()}
    return AsOf(size=size, lanes=lanes, judged=judged)


def _size(tx: SqliteTransaction, text: str, jurisdiction: str | None) -> int:
    if text.isascii() and text.isdigit():
        size = int(text)
        if size > tx.size():
            raise refuse("no-such-size", f"The audit lane has {tx.size()} events, not {size}")
        return size
    found = _DAY.fullmatch(text)
    if found is None:
        raise refuse("as-of-unreadable", f"{text!r} is not a size, DATE or JURISDICTION:DATE")
    _must_be_a_date(found[2])
    return _judged_at(tx, found[1] or jurisdiction, found[2])


def _must_be_a_date(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise refuse("as-of-unreadable", f"{day} is no date: {error}") from error


def _judged_at(tx: SqliteTransaction, jurisdiction: str | None, day: str) -> int:
    if jurisdiction is None:
        raise refuse("whose-day", f"Whose day? Write for example kz:{day} or nl:{day}")
    own = LedgerTables(tx).book(jurisdiction, tx.size())
    data = ((one.seq, one.event.data) for one in own)
    judged = {said.date: seq for seq, said in data if isinstance(said, DayJudged)}
    for on, size in judged.items():
        if on.isoformat() == day:
            return size
    raise refuse("not-judged", f"{jurisdiction} has not judged {day}{_instead(list(judged))}")


def _instead(judged: Sequence[date]) -> str:
    """Say which days there are; a ledger judges every day, one after the other (protocol B3)."""
    if not judged:
        return ", nor any other day"
    first, last = judged[0], judged[-1]
    return f"; judged are {first} to {last}, and {last + _ONE_DAY} is open"
