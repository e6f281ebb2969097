"""Which lane is a case's window: saying that it took the case in makes none one."""

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
    """Name the lane that made the case's id; of an id that names nobody, who was counted first.

    While a registered lane has made the id, no other is the window, with or without it: whoever
    else takes the case in has only learnt the id.

    Of the others, a date can be chosen afterwards, and so can the day that closes over an entry, by
    a lane that lags; the ledger day on which it counted cannot. Of two that one day counted first
    neither is the window: nothing tells to which the applicant went, and whichever is taken,
    agencies would be held to the word of a lane that had no right to the id (`id_not_own`).

    Args:
        tables: where the days of lanes and of the ledger stand.
        subject: the case.
        entries: what all lanes tell of it.
        register: as known when it is read.

    Returns:
        None where no lane is.
    """
    lodged: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry.data, ApplicationLodged):
            lodged[entry.lane] = min(entry.seq, lodged.get(entry.lane, entry.seq))
    maker = next((lane for lane in lodged if made_by(subject, lane)), None)
    if maker is not None or not lodged or any(made_by(subject, lane) for lane in register.lanes):
        return maker
    if len(lodged) == 1:
        return next(iter(lodged))
    counted = {lane: counted_on(tables, lane, seq, register) for lane, seq in lodged.items()}
    first = [lane for lane, day in counted.items() if day == min(counted.values())]
    return first[0] if len(first) == 1 else None


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
