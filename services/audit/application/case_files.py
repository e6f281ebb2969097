"""Case files: a case from the case table, as far as each lane counts."""

from collections.abc import Mapping, Sequence
from datetime import date

from events.intake import ApplicationLodged
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry


def case_file(
    tables: LedgerTables,
    subject: str,
    entries: Sequence[Entry],
    sizes: Mapping[str, int],
    register: Register,
) -> CaseFile:
    """Give a case as far as its lanes count.

    Args:
        tables: where the days of lanes stand.
        subject: the case.
        entries: what all lanes tell of it.
        sizes: lane -> how many of its events count.
        register: as known when it is read.
    """
    counted = [one for one in entries if one.seq <= sizes.get(one.lane, 0)]
    return CaseFile(
        subject,
        counted,
        _window(tables, counted),
        knowable_on=lambda entry: _knowable_on(tables, entry.lane, entry.seq),
        agency_of=register.agency_id,
    )


def _window(tables: LedgerTables, entries: Sequence[Entry]) -> str | None:
    """Say which lane is the case's window, where more than one says that it took the case in.

    The one whose lodging the ledger could know first: a date can be chosen afterwards, the day
    that closed over an entry cannot.
    """
    lodged: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry.data, ApplicationLodged):
            lodged[entry.lane] = min(entry.seq, lodged.get(entry.lane, entry.seq))
    if len(lodged) < 2:  # noqa: PLR2004 -- nothing to choose between
        return None
    return min(lodged, key=lambda lane: (_knowable_on(tables, lane, lodged[lane]), lane))


def _knowable_on(tables: LedgerTables, lane: str, seq: int) -> date:
    """Give the first ledger day whose input can hold an event: the day that closes over it."""
    row = tables.day_closing(lane, seq)
    return date.max if row is None else date.fromisoformat(row.day)
