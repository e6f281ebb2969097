"""4.1(1): dates told after acceptance, with what moved the term up to then (8.1(5)).

A deliverer tells a new date when it pauses, resumes or extends the term; the window passes it on.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from events.intake import NoticeGiven
from events.law.calendar_view import CalendarView
from events.law.working_days import CalendarGap
from events.provider import TermPaused
from events.provider_course import TermExtended, TermResumed
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import refs, signer
from services.audit.domain.rules.service_deadline import OUT_OF_YEARS, STILL_PAUSED
from services.audit.domain.rules.term_count import TermCount


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
        try:
            view = _known(telling, day, count)
            lawful = count.told_with(telling.about, start, view)
        except CalendarGap as gap:
            yield Undecidable(reason=str(gap))
        except (ValueError, OverflowError):  # A lane may tell a date next to the last of all dates.
            yield OUT_OF_YEARS
        else:
            if lawful is None:
                yield STILL_PAUSED
            elif telling.told.data.told.due_on != lawful:
                yield _evidence(file, day, telling, lawful, view.versions_between(start, lawful))


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


def _known(telling: Telling, day: LedgerDay, count: TermCount) -> CalendarView:
    calendars = count.term.calendars(day.norms.calendars)
    version = telling.told.data.told.calendar_version or ""
    return calendars.known_when_told(version, telling.told.on)


def _evidence(
    file: CaseFile, day: LedgerDay, telling: Telling, lawful: date, calendar_version: str
) -> Evidence:
    return Evidence(
        charged=signer(telling.told, day),
        began=telling.told.ref,
        subject=file.subject,
        event_ids=refs(file.accepted, telling.about, telling.told),
        due_on=lawful,
        calendar_version=calendar_version,
    )
