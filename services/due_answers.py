"""When a term ends, and why, day by day: the answer of the command line and of the door."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from events.law.calendar import Week
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.explanation import Count, explain, explain_before
from events.law.reference import load_reference
from events.law.term import TermLength, Unit
from events.law.wording import status


class DueDay(Struct, frozen=True, kw_only=True):
    """One day of the answer; `says` is the English of `code` and of the calendar's reason."""

    on: date
    code: str
    number: int | None
    says: str
    calendar_version: str | None


class Due(Struct, frozen=True, kw_only=True):
    """The answer."""

    due_on: date | None
    calendar_version: str
    start: date
    term: str
    week: Week
    backward: bool
    strictly_by: date | None
    """Backward in working days: the date in the other reading, in which so many whole days lie
    between (19.6). `due_on` is what people are told; a breach of this one alone is arguable."""
    days: tuple[DueDay, ...]


class DueAsked(Struct, frozen=True, kw_only=True):
    """What is to be counted."""

    start: date
    term: TermLength
    jurisdiction: str = "kz"
    week: Week = "5"
    first_day_counted: bool = False
    """The starting day is day 1 (14.1); only forward."""
    backward: bool = False
    """Back from the start, as for notices (19.6)."""
    known_on: date | None = None
    """The calendar as known on this date; None: the latest."""


def counted(asked: DueAsked) -> Count:
    """Count a term by the calendars shipped here.

    Raises:
        ReferenceUnknown: none are shipped for the jurisdiction.
        CalendarGap: they do not reach so far.
        TermAsTold: nothing is counted of such a term.
        OverflowError: the term leaves the years that can be counted.
    """
    calendar = _calendar(asked.jurisdiction, asked.known_on)
    if asked.backward:
        return explain_before(asked.start, asked.term, calendar, week=asked.week)
    return explain(
        asked.start,
        asked.term,
        calendar,
        week=asked.week,
        first_day_counted=asked.first_day_counted,
    )


def _calendar(jurisdiction: str, known_on: date | None) -> CalendarView:
    calendars = Calendars(load_reference(jurisdiction))
    return calendars.latest() if known_on is None else calendars.known_on(known_on)


def strictly(asked: DueAsked) -> Count | None:
    """Count back so that the whole term lies between both days; None where only one reading is.

    "Not later than three working days before" bears both (19.6); a calendar day before the end of
    a day has one end (5.5(5)).

    Raises:
        CalendarGap: as `counted`.
    """
    if not asked.backward or asked.term.unit is not Unit.WORKING_DAY:
        return None
    clear = replace(asked.term, length=asked.term.length + 1)
    return counted(replace(asked, term=clear))


def due_answer(start: date, count: Count, strict: Count | None = None) -> Due:
    """Write a count for machines, and with it the stricter one of two readings."""
    return Due(
        due_on=count.due_on,
        calendar_version=count.calendar_version,
        start=start,
        term=str(count.term),
        week=count.week,
        backward=count.backward,
        strictly_by=None if strict is None else strict.due_on,
        days=tuple(
            DueDay(
                on=row.on,
                code=row.code,
                number=row.number,
                says=status(row, count),
                calendar_version=row.calendar_version,
            )
            for row in count.rows
        ),
    )
