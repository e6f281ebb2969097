"""Which lane is a case's window, where more than one says that it took the case in."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from events.audit import DayCounted
from events.common import INTEGER_MAX
from events.identity import made_by
from events.intake import ApplicationLodged
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.counted import prefix_of
from services.audit.domain.entry import Entry


def window_of(
    tables: LedgerTables, subject: str, entries: Sequence[Entry], register: Register
) -> str | None:
    """Name the lane that made the case's id; else the one whose lodging counted first.

    A date can be chosen afterwards, and so can the day that closes over an entry, by a lane that
    lags; the ledger day on which it counted cannot.

    Args:
        tables: where the days of lanes and of the ledger stand.
        subject: the case.
        entries: what all lanes tell of it.
        register: as known when it is read.

    Returns:
        None where there is nothing to choose between.
    """
    lodged: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry.data, ApplicationLodged):
            lodged[entry.lane] = min(entry.seq, lodged.get(entry.lane, entry.seq))
    if len(lodged) < 2:  # noqa: PLR2004 -- nothing to choose between
        return None
    maker = next((lane for lane in lodged if made_by(subject, lane)), None)
    if maker is not None:
        return maker
    return min(lodged, key=lambda lane: (counted_on(tables, lane, lodged[lane], register), lane))


def counted_on(tables: LedgerTables, lane: str, seq: int, register: Register) -> date:
    """Give the ledger day that first counted an entry; the last of all dates if none has."""
    if lane not in register.lanes:
        return date.max
    jurisdiction = register.agency_of(lane).jurisdiction
    known_from = tables.seq_of(register.lanes[lane].registered_by)

    def counts(day: DayCounted) -> bool:
        prefix = prefix_of(tables, register, jurisdiction, day.date, day.silent)
        return prefix.sizes.get(lane, 0) >= seq

    book = tables.book(jurisdiction, INTEGER_MAX)
    said = (own.event.data for own in book if own.seq > known_from)
    days = [data for data in said if isinstance(data, DayCounted)]
    first = bisect_left(days, x=True, key=counts)
    return days[first].date if first < len(days) else date.max
