"""4.1(1): dates told after acceptance, with what moved the term up to then (8.1(5)).

A deliverer tells a new date when it pauses, resumes or extends the term; the window passes it on.
No deliverer knows more than its own acts and the start that it was told (`start.py`): a date that
is right by these is no wrong one of its own.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from events.intake import NoticeGiven
from events.law.calendar_view import CalendarView
from events.law.course_told import UNCOUNTABLE, begins_on
from events.law.deadlines import ServiceTerm, term_of
from events.law.variant import TermStart
from events.law.working_days import CalendarGap
from events.provider import TermPaused
from events.provider_course import TermExtended, TermResumed
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import refs, signer
from services.audit.domain.rules.moved_term import moved
from services.audit.domain.rules.service_deadline import OUT_OF_YEARS, STILL_PAUSED
from services.audit.domain.rules.start import start_of, starts_told

START_UNTOLD: Final = Undecidable(
    reason="no window told the deliverer to which the case went on what its term counts from"
)


class Telling(NamedTuple):
    """A date told, and the deliverer's act that it tells of."""

    told: Entry
    about: Entry


def told_later(file: CaseFile, day: LedgerDay, deadline: Deadline) -> Iterator[Verdict]:
    """Find dates that are not what the term came to by the act that they tell of."""
    start, count = deadline.start, deadline.counting
    if start is None or count is None:
        return
    for telling in _tellings(file):
        if _is_right_by_what_it_knew(file, day, deadline, telling):
            continue
        try:
            view = _known(telling, day, count.term)
            lawful = count.told_with(telling.about, start, view)
        except CalendarGap as gap:
            yield Undecidable(reason=str(gap))
        except (ValueError, OverflowError):  # A lane may tell a date next to the last of all dates.
            yield OUT_OF_YEARS
        else:
            if lawful is None:
                yield STILL_PAUSED
            elif telling.told.data.told.due_on != lawful:
                version = view.versions_between(start, lawful)
                yield _wrong(file, day, telling, lawful, version)


def _is_right_by_what_it_knew(
    file: CaseFile, day: LedgerDay, deadline: Deadline, telling: Telling
) -> bool:
    """Say whether a deliverer's date is right by its own acts from a start that it knew."""
    starts = _starts_known(file, telling)
    due: date = telling.told.data.told.due_on
    return any(due == _from(file, day, deadline, telling, one) for one in starts)


def _starts_known(file: CaseFile, telling: Telling) -> Iterator[TermStart]:
    """Give what a deliverer knew that the term counts from: of the acceptance, or as told to it."""
    told, accepted = telling.told, file.accepted
    if told is not telling.about:  # A window knows what the case counts from and what moved it.
        return
    if accepted is not None and told.lane == accepted.data.to_lane:
        yield start_of(file, accepted)
    yield from (one.start for one in starts_told(file) if one.told.data.to_lane == told.lane)


def _from(
    file: CaseFile, day: LedgerDay, deadline: Deadline, telling: Telling, start: TermStart
) -> date | None:
    """Count from a start with a deliverer's own acts; None where that gives no date."""
    count, act = deadline.counting, telling.about
    if count is not None:
        with suppress(*UNCOUNTABLE):
            term = term_of(deadline.standard, start.variant)
            view = _known(telling, day, term)
            own = moved(file, count.contents, (act.lane,))
            return count._replace(term=term, moved=own).told_with(act, begins_on(term, start), view)
    return None


def _tellings(file: CaseFile) -> Iterator[Telling]:
    """Give what deliverers told, and what a window passed on otherwise than it was told."""
    acts = file.all(TermPaused, TermResumed, TermExtended)
    told = [one for one in acts if one.lane in file.deliverers and one.data.told is not None]
    yield from (Telling(one, one) for one in told)
    by_ref = {one.ref: one for one in told}
    for notice in file.all(NoticeGiven):
        about = by_ref.get(notice.data.about)
        if about is None or notice.data.told is None or notice.lane not in file.windows:
            continue
        if notice.data.told.due_on != about.data.told.due_on:
            yield Telling(notice, about)


def _known(telling: Telling, day: LedgerDay, term: ServiceTerm) -> CalendarView:
    calendars = term.calendars(day.norms.calendars)
    version = telling.told.data.told.calendar_version or ""
    return calendars.known_when_told(version, telling.told.on)


def _wrong(
    file: CaseFile, day: LedgerDay, telling: Telling, lawful: date, calendar_version: str
) -> Evidence | Undecidable:
    """Charge who told it; a deliverer only if it could know what the term counts from."""
    told = telling.told
    if told is telling.about and not any(True for _ in _starts_known(file, telling)):
        return START_UNTOLD
    return Evidence(
        charged=signer(told, day),
        began=told.ref,
        subject=file.subject,
        event_ids=refs(file.accepted, telling.about, told),
        due_on=lawful,
        calendar_version=calendar_version,
    )
