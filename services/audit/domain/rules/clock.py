"""A term of the norm from one act to another: kept, missed, or not yet to be judged."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.calendars import calendars_named
from events.law.counting import TermAsTold
from events.law.deadlines import by_itself
from events.law.judging import JudgedBy, judged_due
from events.law.norms import Term
from events.law.working_days import CalendarGap
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, NotYet, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.facts import day_after, refs


class Clock(NamedTuple):
    """From which act to which, in which lanes, and who owes the second one."""

    began: Entry
    start: date
    """The day of that act, or the first on which who owes the other one could know of it."""
    ended: Entry | None
    lanes: Sequence[str]
    """All that may hold the second act, or what excuses it."""
    charged: str


def overdue(clock: Clock, term: Term, day: LedgerDay) -> Iterator[Verdict]:
    """Find an act that came after its term, or has not come and cannot any more.

    Judged is the later of two dates: by the calendar known on the first day, and by the latest.
    """
    if clock.ended is not None and clock.ended.on <= clock.start:
        return
    if clock.start > day.day:  # Who owes the act could not know that it is due.
        yield NotYet(until=day_after(day.day))
        return
    counted = _counted(clock, term, day)
    if isinstance(counted, Undecidable):
        yield counted
        return
    ended, due = clock.ended, counted.due_on
    if ended is not None and ended.on <= due:
        return
    if day.day <= due or not day.covers(clock.lanes, due):
        yield NotYet(until=day_after(max(due, day.day)))
        return
    yield Evidence(
        charged=clock.charged,
        began=clock.began.ref,
        subject=clock.began.event.subject,
        event_ids=refs(clock.began, ended),
        due_on=due,
        days_late=None if ended is None else (ended.on - due).days,
        calendar_version=counted.calendar_version,
    )


class _Counted(NamedTuple):
    due_on: date
    calendar_version: str


def _counted(clock: Clock, term: Term, day: LedgerDay) -> _Counted | Undecidable:
    try:
        calendars = calendars_named(term.calendar, day.norms.calendars)
        known, latest = calendars.known_on(clock.start), calendars.latest()
        judged = judged_due(lambda view: _due(clock, term, view), known=known, replay=latest)
    except (CalendarGap, TermAsTold, OverflowError, ValueError) as gap:
        return Undecidable(reason=str(gap))
    view = latest if judged.judged_by is JudgedBy.AT_REPLAY else known
    return _Counted(judged.due_on, view.versions_between(clock.start, judged.due_on))


def _due(clock: Clock, term: Term, view: CalendarView) -> date:
    return by_itself(term).due(clock.start, view)
