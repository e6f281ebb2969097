"""The terms of a complaint explained day by day, as the rules counted them (19.2-19.6)."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from events.audit import FindingMade
from events.complaints import ExaminationExtended
from events.law.calendars import Calendars
from events.law.complaint_explained import extension_count, notice_count, stage_count
from events.law.complaint_terms import extended_due, notice_by, stage_due
from events.law.complaint_way import Way
from events.law.explanation import Count
from events.law.wording import closing, lines
from events.law.working_days import CalendarGap
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.complaint_count import later_day
from services.audit.domain.rules.complaint_decision import DECISION_NOT_SENT
from services.audit.domain.rules.complaint_extension_told import (
    EXTENSION_NOT_TOLD,
    EXTENSION_NOTICE_LATE,
)
from services.audit.domain.rules.complaint_notice import AUTHORITY_NOT_NOTIFIED
from services.audit.domain.rules.complaint_receipt import receipts
from services.audit.domain.rules.complaint_registration import COMPLAINT_NOT_REGISTERED
from services.audit.domain.rules.complaint_stage import COMPLAINT_STAGE_LATE
from services.audit.domain.rules.complaint_term import StageTerm, stage_terms
from services.audit.domain.rules.complaint_way import way_of

_ON_NOTICES: Final = {EXTENSION_NOTICE_LATE.name, EXTENSION_NOT_TOLD.name}
ON_A_STAGE: Final = _ON_NOTICES | {
    COMPLAINT_STAGE_LATE.name,
    COMPLAINT_NOT_REGISTERED.name,
    DECISION_NOT_SENT.name,
    AUTHORITY_NOT_NOTIFIED.name,
}
"""Rules that the count of a complaint's stage explains."""


class _Counted(NamedTuple):
    """What the count of one stage hangs on."""

    way: Way
    stage: int
    start: date
    told: Entry
    """What told the date: its day says which calendar was known."""
    moved_by: tuple[Entry, ...] = ()
    """Extensions that count."""


def complaint_counts(made: FindingMade, file: CaseFile, day: LedgerDay) -> Iterator[str]:
    """Yield the count of the stage that a finding is about: its term, extension, notice.

    Nothing where the stage, its norms or a calendar are not known.

    Args:
        made: the finding.
        file: its case.
        day: the ledger day on which it was judged.
    """
    found = _of_stage(made, file, day) or _of_receipt(made, file, day)
    calendars = None if found is None else day.norms.calendars.get(found.way.path.calendar)
    if found is None or calendars is None:
        return
    with suppress(CalendarGap, ValueError, OverflowError):
        yield from _stage(found, calendars)
        if found.moved_by:
            yield from _extension(found, calendars)
        if made.rule in _ON_NOTICES:
            yield from _notice(found, calendars)


def _of_stage(made: FindingMade, file: CaseFile, day: LedgerDay) -> _Counted | None:
    """Find the stage of which a finding names an event."""
    for stage, term in stage_terms(file, day):
        told = {one.ref for one in (stage.lodged, *stage.entries)}
        if isinstance(term, StageTerm) and not told.isdisjoint(made.event_ids):
            extended = (one for one in term.term.moved_by if _extends(one))
            registered = stage.registered or stage.lodged
            number = stage.stream.stage
            return _Counted(term.way, number, term.term.start, registered, tuple(extended))
    return None


def _of_receipt(made: FindingMade, file: CaseFile, day: LedgerDay) -> _Counted | None:
    """Find what brought a complaint to a body that says nothing of it."""
    for receipt in receipts(file, day):
        way = way_of(file, day, receipt.complaint)
        if receipt.entry.ref in made.event_ids and isinstance(way, Way):
            return _Counted(way, receipt.stream.stage, receipt.on, receipt.entry)
    return None


def _extends(entry: Entry) -> bool:
    return isinstance(entry.data, ExaminationExtended)


def _stage(one: _Counted, calendars: Calendars) -> Iterator[str]:
    path, norm = one.way.path, one.way.at(one.stage).stage
    _, view = later_day(calendars, one.told, lambda view: stage_due(path, norm, one.start, view))
    title = f"The complaint's term at stage {one.stage} ({one.way.article(one.stage)}), day by day"
    yield from _told(title, stage_count(path, norm, one.start, view))


def _extension(one: _Counted, calendars: Calendars) -> Iterator[str]:
    path, norm = one.way.path, one.way.at(one.stage).stage
    days = min(sum(each.data.by_days for each in one.moved_by), path.extension_days)
    _, view = later_day(
        calendars,
        one.moved_by[-1],
        lambda view: extended_due(path, stage_due(path, norm, one.start, view), days, view),
    )
    original = stage_due(path, norm, one.start, view)
    title = f"With {days} working days more, from its last day on (19.6)"
    yield from _told(title, extension_count(path, original, days, view))


def _notice(one: _Counted, calendars: Calendars) -> Iterator[str]:
    path, norm = one.way.path, one.way.at(one.stage).stage
    _, view = later_day(
        calendars,
        one.told,
        lambda view: notice_by(path, stage_due(path, norm, one.start, view), view),
    )
    original = stage_due(path, norm, one.start, view)
    title = "The last day to tell of an extension, from the term's last day back (19.6)"
    yield from _told(title, notice_count(path, original, view))


def _told(title: str, count: Count) -> Iterator[str]:
    yield ""
    yield f"{title} (calendar {count.calendar_version})"
    yield from (f"  {text}" for text in lines(count))
    yield f"  {closing(count)}"
