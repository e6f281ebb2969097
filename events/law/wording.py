"""A count in English: one sentence, or one line a day for a terminal."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from events.law.calendar import Cause, Why, weekday
from events.law.day_row import DayCode, DayRow
from events.law.explanation import Count
from events.law.term import Unit

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # Not from strftime: the machine's locale must not change a sentence.

# A longer run of plain counted days is told by its two ends; a working week stays day by day.
RUN_DAYS_MAX: Final = 7

CODES: Final = {
    DayCode.START: "start, not counted",
    DayCode.START_OFF: "start, a day off, not counted",
    DayCode.REST: "rest",
    DayCode.PAUSED: "paused",
    DayCode.ROLLED: "next working day",
    DayCode.END: "end, not counted",
}


def sentence(count: Count) -> str:
    """Return the count as one sentence; the month is named where it changes.

    `Fri 3 start, not counted · Sat 4 = 1 (working: Wed 8 moved here) · Sun 5 rest · Mon 6 = 2: due
    6 May`.
    """
    month = count.rows[0].on.month
    told: list[str] = []
    for run in _runs(count):
        long = len(run) > RUN_DAYS_MAX
        words: list[str] = []
        for row in (run[0], run[-1]) if long else run:
            words.append(f"{_short(row.on, month)} {_numbered(row, count)}".rstrip())
            month = row.on.month
        told.append(" to ".join(words) if long else " · ".join(words))
    return f"{' · '.join(told)}: {closing(count)}"


def closing(count: Count) -> str:
    """Return the result: `due 10 May`, `by 6 May`, or that a pause is open."""
    if count.due_on is None:
        return "paused, no due date yet"
    year = "" if count.due_on.year == count.rows[0].on.year else f" {count.due_on.year}"
    day = f"{count.due_on.day} {MONTHS[count.due_on.month - 1]}{year}"
    return f"by {day}" if count.backward else f"due {day}"


def lines(count: Count) -> Iterator[str]:
    """Yield one line a day: weekday, date, number, what the day is, calendar version."""
    for row in count.rows:
        number = "-" if row.number is None else str(row.number)
        version = row.calendar_version or "no calendar"
        yield f"{weekday(row.on)} {row.on} {number:>4}  {status(row, count):<40}  {version}"


def status(row: DayRow, count: Count) -> str:
    """Return what the day is, without its number; empty for a plain counted day."""
    why = "" if row.why is None else reason(row.why, row.on)
    match row.code:
        case DayCode.OFF:
            return why
        case DayCode.COUNTED:
            return _counted(row, count, why)
        case DayCode.MONTH_END:
            return f"end of {count.term}" + (f" ({why or 'rest'})" if row.works is False else "")
        case DayCode.SHORT_MONTH_END:
            return f"end of {count.term}, the last day of a shorter month"
        case _:
            return CODES[row.code]


def reason(why: Why, on: date) -> str:
    """Return why the day `on` is off, or works, in words."""
    other = "another day" if why.other is None else _short(why.other, on.month)
    match why.cause:
        case Cause.HOLIDAY | Cause.RELIGIOUS_DAY:
            return "day off" if why.name is None else why.name.en
        case Cause.HOLIDAY_MOVED:
            return f"moved from {other}"
        case Cause.DAY_OFF_MOVED:
            return f"day off moved from {other}"
        case Cause.WORKS_INSTEAD:
            return f"working: {other} moved here"


def _counted(row: DayRow, count: Count, why: str) -> str:
    """Return why a counted day surprises: it works, or the last day is off."""
    if count.term.unit is Unit.WORKING_DAY or row.works:
        return why if count.term.unit is Unit.WORKING_DAY else ""
    last = row.number == count.term.length
    return why or ("rest" if last else "")


def _numbered(row: DayRow, count: Count) -> str:
    words = status(row, count)
    if row.number is None:
        return words
    return f"= {row.number}" + (f" ({words})" if words else "")


def _short(day: date, month: int) -> str:
    named = f"{weekday(day)} {day.day}"
    return named if day.month == month else f"{named} {MONTHS[day.month - 1]}"


def _runs(count: Count) -> Iterator[list[DayRow]]:
    """Yield the days in order, plain counted ones together."""
    for plain, rows in groupby(count.rows, lambda row: row.number and not status(row, count)):
        run = list(rows)
        if plain:
            yield run
        else:
            yield from ([row] for row in run)
