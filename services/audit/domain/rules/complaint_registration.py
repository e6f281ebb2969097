"""19.4(1): a body keeps count of all complaints that have come to it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from events.complaints import ComplaintForwarded, ComplaintRegistered
from events.complaints_after import ComplaintWithdrawn
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.complaint_terms import stage_due
from events.law.working_days import CalendarGap
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import Stream, stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import (
    Evidence,
    Kind,
    NotYet,
    Rule,
    Sentence,
    Undecidable,
    Verdict,
)
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_count import later_day
from services.audit.domain.rules.complaint_lanes import BODIES
from services.audit.domain.rules.complaint_receipt import Receipt, receipts
from services.audit.domain.rules.complaint_way import way_of
from services.audit.domain.rules.facts import NOT_SHOWN, day_after, refs

ENDINGS: Final = (ComplaintRegistered, ComplaintForwarded, ComplaintWithdrawn)
BESIDE_THE_LANES: Final = (
    "The complaint may not have come: who sent it on says so alone, and it went beside the lanes"
)


def _not_registered(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find complaints that were not on the books by the end of the stage's term.

    The law gives no time to register. Who sends a complaint on need not, nor if it is withdrawn.
    """
    for receipt, ended in _duties(file, day):
        if day.agency_of(receipt.stream.lane) is None:
            continue
        if ended is None and file.knowable_on(receipt.entry) == date.max:
            yield NOT_SHOWN
            continue
        try:
            due = _due(file, day, receipt)
        except (CalendarGap, ValueError, OverflowError) as gap:
            due = Undecidable(reason=str(gap))
        if isinstance(due, Undecidable):
            yield due
        elif ended is None or ended.on > due[0]:
            yield _judged(file, day, receipt, ended, due)


def _duties(file: CaseFile, day: LedgerDay) -> Iterator[tuple[Receipt, Entry | None]]:
    """Give the receipts that begin a duty, with what ended it; between them come only echoes."""
    endings: dict[Stream, list[Entry]] = {}
    for stage in file.once(day, stage_files):
        endings.setdefault(stage.stream, []).extend(stage.all(*ENDINGS))
    last: dict[Stream, Entry | None] = {}
    for receipt in file.once(day, receipts):
        stream = receipt.stream
        ended = last.get(stream)
        if not stream.lane.startswith(BODIES) or (
            stream in last and (ended is None or receipt.on <= ended.on)
        ):
            continue
        since = min(receipt.on, receipt.entry.on)
        ends = (one for one in endings.get(stream, ()) if one.on >= since)
        last[stream] = min(ends, key=lambda one: one.on, default=None)
        yield receipt, last[stream]


def _due(
    file: CaseFile, day: LedgerDay, receipt: Receipt
) -> tuple[date, CalendarView] | Undecidable:
    """Count the stage's term from the receipt, without extensions.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    way = way_of(file, day, receipt.complaint)
    if isinstance(way, Undecidable):
        return way
    calendars = day.norms.calendars.get(way.path.calendar, Calendars())
    norm = way.at(receipt.stream.stage).stage
    since = receipt.on
    return later_day(calendars, receipt.entry, lambda view: stage_due(way.path, norm, since, view))


def _judged(
    file: CaseFile,
    day: LedgerDay,
    receipt: Receipt,
    ended: Entry | None,
    judged: tuple[date, CalendarView],
) -> Verdict:
    due, calendar = judged
    lane, sent_on = receipt.stream.lane, receipt.entry.data
    if day.day <= due or not day.covers([lane], due):
        return NotYet(until=day_after(max(due, day.day)))
    beside = isinstance(sent_on, ComplaintForwarded) and sent_on.complaint is None
    return Evidence(
        charged=day.register.agency_of(lane).agency,
        began=receipt.entry.ref,
        subject=file.subject,
        event_ids=refs(receipt.entry, ended),
        due_on=due,
        days_late=None if ended is None else (ended.on - due).days,
        calendar_version=calendar.versions_between(receipt.on, due),
        reading=BESIDE_THE_LANES if beside else None,
    )


COMPLAINT_NOT_REGISTERED: Final[Rule[CaseFile]] = Rule(
    name="complaint_not_registered",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A received complaint was not registered.",
        kk="Келіп түскен шағым есепке алынбады.",
        ru="Поступившая жалоба не учтена.",
    ),
    cites=kz("19.4(1)"),
    judge=_not_registered,
)

RULES: Final = (COMPLAINT_NOT_REGISTERED,)
