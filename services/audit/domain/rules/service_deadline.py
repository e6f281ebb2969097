"""When the result of a case was due: counted once, for all rules that ask (T-service, 8.1(5)).

Judged is the later of two dates: by the calendar known when the date was told, and by the latest
known on the ledger day. So a calendar that changed later can excuse, never convict, and a wrongly
told date moves nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from events.intake import NoticeGiven
from events.law.course_told import begins_on
from events.law.deadlines import REFUSAL, RESULT, NoTerm, ServiceTerm, term_of
from events.law.judging import JudgedDue
from events.law.norm_book import Standard
from events.law.working_days import CalendarGap
from events.provider import CaseRegistered, Outcome, TermPaused
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import decision, first_at, standard_of
from services.audit.domain.rules.moved_term import moved
from services.audit.domain.rules.start import start_of
from services.audit.domain.rules.term_count import TermCount

STILL_PAUSED: Final = Undecidable(reason="the term is paused, and nothing tells until when")
OUT_OF_YEARS: Final = Undecidable(reason="the term leaves the years that can be counted")

CaseJudge = Callable[[CaseFile, LedgerDay], Iterator[Verdict]]
DeadlineJudge = Callable[[CaseFile, LedgerDay, Deadline], Iterator[Verdict]]


def with_deadline(judge: DeadlineJudge) -> CaseJudge:
    """Judge cases that have a deadline; say of an accepted case without one why it has none."""

    def judged(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
        deadline = file.once(day, service_deadline)
        if isinstance(deadline, Deadline):
            return judge(file, day, deadline)
        return iter(() if deadline is None else (deadline,))

    return judged


def service_deadline(file: CaseFile, day: LedgerDay) -> Deadline | Undecidable | None:
    """Count the deadline of a case; none if nobody accepted it."""
    accepted = file.accepted
    if accepted is None:
        return None
    standard = standard_of(file, day)
    if isinstance(standard, Undecidable):
        return standard
    try:
        term = term_of(standard, accepted.data.variant)
        if term.as_told:
            return _as_told(file, accepted, standard)
        return _counted(file, day, accepted, standard, term)
    except (NoTerm, CalendarGap) as gap:
        return Undecidable(reason=str(gap))
    except (ValueError, OverflowError):  # A lane may tell a date next to the last of all dates.
        return OUT_OF_YEARS


def _as_told(file: CaseFile, accepted: Entry, standard: Standard) -> Deadline:
    """Take the date told last; one told only after the former had passed undoes nothing."""
    due: date = accepted.data.told.due_on
    moved_by: list[Entry] = []
    for entry in file.all(TermPaused, NoticeGiven):
        if entry.data.told is not None and accepted.on <= entry.on <= due:
            due = entry.data.told.due_on
            moved_by.append(entry)
    return Deadline(
        accepted=accepted,
        standard=standard,
        lawful=accepted.data.told.due_on,
        due=due,
        lenient_due=due,
        moved_by=moved_by,
    )


def _counted(
    file: CaseFile, day: LedgerDay, accepted: Entry, standard: Standard, term: ServiceTerm
) -> Deadline:
    """Count the term of the result, or of the refusal where the standard has another for that."""
    start, calendars = (
        begins_on(term, start_of(file, accepted)),
        term.calendars(day.norms.calendars),
    )
    known = calendars.known_when_told(accepted.data.told.calendar_version or "", accepted.on)
    moves = moved(file, standard.contents)
    of_result = TermCount(term, known, calendars.latest(), standard.contents, moves)
    ended_by = term_of(standard, accepted.data.variant, _ends_at(file))
    count = of_result if ended_by == term else of_result._replace(term=ended_by)
    judged = count.judged(start)
    lawful = count.lawful(start, judged) if count is of_result else term.due(start, known)
    return Deadline(
        accepted=accepted,
        standard=standard,
        lawful=lawful,
        due=None if judged is None else judged.due_on,
        lenient_due=_lenient_due(file, count, judged),
        known=known,
        judged_by=count.judging(judged),
        moved_by=moves.entries,
        start=start,
        counting=of_result,
    )


def _ends_at(file: CaseFile) -> str:
    made = decision(file)
    return REFUSAL if made is not None and made.data.outcome is Outcome.REFUSED else RESULT


def _lenient_due(file: CaseFile, count: TermCount, judged: JudgedDue | None) -> date:
    """Count from the deliverer's acceptance, where 14.1 alone counts the day of acceptance.

    Before that the term has not begun, while a pause is open it has no end, and where a calendar
    is missing nobody can say that it has passed.
    """
    if judged is not None and not count.by_dispatch:
        return judged.due_on
    begun = first_at(file, file.deliverers, CaseRegistered)
    try:
        lenient = None if begun is None or judged is None else count.judged(begun.on)
    except CalendarGap:
        return date.max
    return date.max if lenient is None else lenient.due_on
