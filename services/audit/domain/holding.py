"""Who held a case on each working day of its delivery: how a lateness came about (5.5(1), 5.5(4)).

Shown beside a finding, never charged: 5.5(1) binds the deliverer, whoever held the case.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from events.exchange import AnswerReceived
from events.intake import ApplicationForwarded
from events.intake_course import DocumentsSupplemented
from events.provider import ResultSent
from events.provider_course import DocumentsAsked
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.exchange import answer_of, questions
from services.audit.domain.rules.facts import ONE_DAY, decision, ending

APPLICANT: Final = "applicant"
"""Holds the case while documents are awaited that the applicant was asked for."""


class Held(NamedTuple):
    """How many working days somebody held a case."""

    holder: str
    """An agency, or `applicant`."""
    working_days: int


class _Stay(NamedTuple):
    """From which day to which a case was with somebody; without an end it still is."""

    holder: str
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Say whether it was there when a day began: the day of an act is its actor's."""
        return self.since < day and (self.until is None or day <= self.until)


def split(file: CaseFile, day: LedgerDay, deadline: Deadline) -> Sequence[Held]:
    """Divide the working days of a delivery among those who held it, in the order of holding.

    Each day counts once: of several holders it is the applicant's, else of the holder who was
    asked first, else of the deliverer or window where the case was. A term as told has no days.

    Args:
        file: the case.
        day: the ledger day; a case that has not ended is divided up to it.
        deadline: by its calendar and week the days count, from its first day.

    Raises:
        CalendarGap: a day is in no calendar.
    """
    count = deadline.counting
    if count is None or deadline.start is None:
        return ()
    ended = ending(file)
    last = day.day if ended is None else min(ended.on, day.day)
    week = (deadline.judged_by or count.latest).week(count.term.term.week)
    current = deadline.start if count.term.first_day_counted else deadline.start + ONE_DAY
    days: Counter[str] = Counter()
    stays = _stays(file, day)
    while current <= last:
        if week.works(current):
            days[_holder(stays, current)] += 1
        current += ONE_DAY
    return [Held(holder, working) for holder, working in days.items()]


def _holder(stays: Sequence[_Stay], day: date) -> str:
    """Give the first that held the case on a day; the window did from the start."""
    *others, window = stays
    return next((one.holder for one in others if one.holds(day)), window.holder)


def _stays(file: CaseFile, day: LedgerDay) -> Sequence[_Stay]:
    """List who held a case and when, those first whose holding counts before the others'."""
    return (
        *_with_applicant(file),
        *_with_holders(file),
        *_on_its_way(file, day),
    )


def _with_applicant(file: CaseFile) -> Iterator[_Stay]:
    brought = [one for one in file.all(DocumentsSupplemented) if one.lane in file.windows]
    for asked in file.all(DocumentsAsked):
        if asked.lane in file.deliverers:
            came = next((one.on for one in brought if one.on >= asked.on), None)
            yield _stay(file, APPLICANT, asked, came, asked.data.answer_by)


def _with_holders(file: CaseFile) -> Iterator[_Stay]:
    for sent in questions(file):
        noted = (one for one in file.all(AnswerReceived) if _same_stream(one, sent))
        ends = [one.on for one in (answer_of(file, sent), next(noted, None)) if one is not None]
        yield _stay(file, sent.data.holder, sent, *ends)


def _same_stream(one: Entry, other: Entry) -> bool:
    return one.lane == other.lane and _stream(one) == _stream(other)


def _stream(entry: Entry) -> str:
    return entry.event.id.rpartition(":")[0]


def _stay(file: CaseFile, holder: str, since: Entry, *ends: date | None) -> _Stay:
    """End it with the first of these days, or with the decision: then nothing is awaited."""
    made = decision(file)
    known = [*ends, None if made is None else made.on]
    return _Stay(holder, since.on, min((one for one in known if one is not None), default=None))


def _on_its_way(file: CaseFile, day: LedgerDay) -> Iterator[_Stay]:
    """Follow the case from the window to deliverers and back; at last, where it began."""
    moves = [one for one in file.all(ApplicationForwarded, ResultSent) if one.lane in file.lanes]
    ends = [*(one.on for one in moves[1:]), None]
    for move, until in zip(moves, ends[: len(moves)], strict=True):
        yield _Stay(_agency(day, move.data.to_lane), move.on, until)
    yield _Stay(_agency(day, file.window_lane or ""), date.min, None)


def _agency(day: LedgerDay, lane: str) -> str:
    """Name the agency of a lane; the lane itself where nobody has registered it."""
    return day.register.agency_id(lane) or lane
