"""Case files: a case from the case table, as far as each lane counts."""

from collections.abc import Mapping, Sequence
from datetime import date

from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_window import window_of
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.shown import Told, shown_on


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
        window_of(tables, subject, counted, register),
        knowable_on=lambda entry: shown_on(entry, register, _told(tables, register, entry.lane)),
    )


def _told(tables: LedgerTables, register: Register, lane: str) -> Told:
    """Give when the ledger was told of a lane's acts, and of what is registered of the lane."""

    def closed_on(entry: Entry) -> date:
        row = tables.day_closing(entry.lane, entry.seq)
        return date.max if row is None else date.fromisoformat(row.day)

    def counted_on(ref: str) -> date:
        jurisdiction = register.agency_of(lane).jurisdiction
        return tables.first_counted(jurisdiction, tables.seq_of(ref)) or date.max

    return Told(closed_on, counted_on)
