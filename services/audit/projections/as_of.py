"""As of when: a size of the audit lane, or just after a day was judged (protocol C2, C3)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from events import codec
from events.deciding import refuse
from events.log.adapters.sqlite_transaction import SqliteTransaction

_DAY: Final = re.compile(r"(?:([a-z0-9-]+):)?(\d{4}-\d\d-\d\d)")


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
    rows = tx.all(
        "SELECT state FROM stored_events WHERE rowid <= ? AND topic IN "
        "('audit.lanes_accepted.v1', 'audit.day_judged.v1') ORDER BY rowid",
        size,
    )
    for (state,) in rows:
        data = codec.read(state).data
        if hasattr(data, "lanes"):
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
    return _judged_at(tx, found[1] or jurisdiction, found[2])


def _judged_at(tx: SqliteTransaction, jurisdiction: str | None, day: str) -> int:
    if jurisdiction is None:
        raise refuse("whose-day", f"Whose day? Write for example kz:{day} or nl:{day}")
    rows = tx.all(
        "SELECT rowid, state FROM stored_events WHERE originator_id = ? "
        "AND topic = 'audit.day_judged.v1' ORDER BY rowid",
        f"ledger-{jurisdiction}",
    )
    for rowid, state in rows:
        if codec.read(state).data.date.isoformat() == day:
            return int(rowid)
    raise refuse("not-judged", f"{jurisdiction} has not judged {day}")
