"""On which date a term ends: counting forward and backward, one look-up each.

The rules of counting are a table (`term.py`), and no article's number of days stands here. All
dates are local civil dates: a day ends at 24:00 and acts are compared by date, never by hours.
"""

from calendar import monthrange
from datetime import date
from typing import Final

from events.law.calendar import Week
from events.law.calendar_view import ONE_DAY, CalendarView
from events.law.term import KZ_COUNT_1, CountRules, TermLength, Unit

MONTHS_A_YEAR: Final = 12


class TermAsTold(ValueError):
    """A term as told has no count: its date is the one told last (`as_told`)."""


def due_on(
    start: date,
    term: TermLength,
    calendar: CalendarView,
    *,
    week: Week = "5",
    first_day_counted: bool | None = None,
    rolls: bool | None = None,
    rules: CountRules = KZ_COUNT_1,
) -> date:
    """Return the last day of a term that an event on `start` began.

    `first_day_counted` and `rolls` are the term's own where given, else as the rules say. A first
    day that is itself a day off is not counted (14.1). An extension is counted as a term that
    begins on the original last day (19.6).

    Raises:
        CalendarGap: a day that must be known as working or off is in no calendar.
        TermAsTold: the term has no count.
    """
    if first_day_counted is None:
        first_day_counted = rules.first_day_counted
    if term.unit is Unit.WORKING_DAY:
        first = start if first_day_counted else start + ONE_DAY
        return calendar.week(week).nth_from(first, term.length)
    last = nominal_last(
        before_first(start, calendar, week, first_day_counted=first_day_counted), term
    )
    if rules.rolls if rolls is None else rolls:
        return calendar.week(week).nth_from(last, 1)
    return last


def before_first(
    start: date, calendar: CalendarView, week: Week, *, first_day_counted: bool
) -> date:
    """Return the day after which counting begins: the start, or the day before it (14.1)."""
    if first_day_counted and calendar.week(week).works(start):
        return start - ONE_DAY
    return start


def nominal_last(counted_after: date, term: TermLength) -> date:
    """Return the last day of a term of calendar days or months, before any roll.

    Raises:
        TermAsTold: the term has no count.
    """
    if term.unit is Unit.MONTH:
        return months_on(counted_after, term.length)
    if term.unit is Unit.AS_TOLD:
        raise TermAsTold("a term as told is not counted: its date is the one told last")
    return date.fromordinal(counted_after.toordinal() + term.length)


def months_on(day: date, months: int) -> date:
    """Return the same number so many months on (or back), or the last day of a shorter month."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_before(end: date, term: TermLength, calendar: CalendarView, *, week: Week = "5") -> date:
    """Return the last day for an act that must come a term before `end`; it never rolls.

    One calendar day before the end of 10 May is the end of 9 May, holiday or not (5.5(5)). Three
    working days before D is the third working day back from D (19.6); for n clear days, the
    strict reading, ask for n + 1.

    Raises:
        CalendarGap: a count of working days leaves the calendars.
        TermAsTold: the term has no count.
    """
    match term.unit:
        case Unit.WORKING_DAY:
            return calendar.week(week).nth_before(end, term.length)
        case Unit.CALENDAR_DAY:
            return date.fromordinal(end.toordinal() - term.length)
        case Unit.MONTH:
            return months_on(end, -term.length)
        case Unit.AS_TOLD:
            raise TermAsTold("a term as told is not counted back from another date")


def as_told(first: date, *later: date) -> date:
    """Return the due date of a term as told: the date told last; nothing else moves it (H5)."""
    return later[-1] if later else first
