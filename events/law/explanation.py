"""A count that explains itself: every day from the start to the last, and why it counts or not.

`walking.py` finds the days, `wording.py` says them in English.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from events.law.calendar import Week
from events.law.calendar_view import ONE_DAY, CalendarView
from events.law.counting import TermAsTold, months_on
from events.law.day_row import DayCode, DayRow, Days
from events.law.pausing import Pause
from events.law.term import KZ_COUNT_1, CountRules, TermLength, Unit
from events.law.walking import Walk


class Count(Struct, frozen=True, kw_only=True):
    """A counted term. A month term lists only its start, its end, its pauses and the roll."""

    term: TermLength
    week: Week
    backward: bool
    due_on: date | None  # None while a pause is open.
    calendar_version: str  # The versions used, ascending, joined by one space.
    rows: tuple[DayRow, ...]


def explain(
    start: date,
    term: TermLength,
    calendar: CalendarView,
    *,
    pauses: Iterable[Pause] = (),
    week: Week = "5",
    first_day_counted: bool | None = None,
    rolls: bool | None = None,
    rules: CountRules = KZ_COUNT_1,
) -> Count:
    """Return the count of `lawful_due` with its days; an extension is explained as its own count.

    Raises:
        CalendarGap: a day that must be known as working or off is in no calendar.
        TermAsTold: the term has no count.
    """
    if term.unit is Unit.AS_TOLD:
        raise TermAsTold("a term as told is not counted: its date is the one told last")
    if first_day_counted is None:
        first_day_counted = rules.first_day_counted
    days = Days(calendar=calendar, week=week)
    walk = Walk(days, term, tuple(pauses), rolls=rules.rolls if rolls is None else rolls)
    walk.begin(start, first_day_counted=first_day_counted)
    due = walk.to_end()
    return Count(
        term=term,
        week=week,
        backward=False,
        due_on=due,
        calendar_version=calendar.versions_between(start, walk.rows[-1].on),
        rows=tuple(walk.rows),
    )


def explain_before(
    end: date, term: TermLength, calendar: CalendarView, *, week: Week = "5"
) -> Count:
    """Return the count of `due_before` with its days, from the end back.

    Raises:
        CalendarGap: a count of working days leaves the calendars.
        TermAsTold: the term has no count.
    """
    if term.unit is Unit.AS_TOLD:
        raise TermAsTold("a term as told is not counted back from another date")
    rows = tuple(_back(end, term, Days(calendar=calendar, week=week)))
    return Count(
        term=term,
        week=week,
        backward=True,
        due_on=rows[-1].on,
        calendar_version=calendar.versions_between(rows[-1].on, end),
        rows=rows,
    )


def _back(end: date, term: TermLength, days: Days) -> Iterator[DayRow]:
    yield days.row(end, DayCode.END)
    if term.unit is Unit.MONTH:
        yield days.row(months_on(end, -term.length), DayCode.MONTH_END)
        return
    day, number = end, 0
    while number < term.length:
        day -= ONE_DAY
        if term.unit is Unit.WORKING_DAY and not days.works(day):
            yield days.off(day)
        else:
            number += 1
            yield days.row(day, DayCode.COUNTED, number)
