"""The days of a year for one kind of week: what is off, what works, and why."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from events.law.calendar import Cause, Day, Week, Weekday, WeekDays, Why, weekday
from examples.calendars.raw_data import rules
from examples.calendars.year import Year

ONE_DAY: Final = timedelta(days=1)


def week_days(year: Year, week: Week) -> WeekDays:
    """Apply holidays, then their moves, then the moves by act (of the 5-day week only)."""
    rest = rules().rest(week)
    off = _named_days(year)
    _move_holidays(off, year, rest)
    working = _move_by_act(off, year) if week == "5" else {}
    return WeekDays(week=week, rest=rest, days_off=_days(off), working=_days(working))


def _named_days(year: Year) -> dict[date, Why]:
    holidays = {d: Why(cause=Cause.HOLIDAY, name=name) for d, name in year.holidays.items()}
    religious = {
        d: Why(cause=Cause.RELIGIOUS_DAY, name=name) for d, name in year.religious_days.items()
    }
    return religious | holidays


def _move_holidays(off: dict[date, Why], year: Year, rest: tuple[Weekday, ...]) -> None:
    """Move each holiday that falls on a rest day to the next working day, in order of date."""
    for holiday, name in sorted(year.holidays.items()):
        if weekday(holiday) in rest:
            day = holiday
            while day in off or weekday(day) in rest:
                day += ONE_DAY
            off[day] = Why(cause=Cause.HOLIDAY_MOVED, name=name, other=holiday)


def _move_by_act(off: dict[date, Why], year: Year) -> dict[date, Why]:
    """Move days off by act; a day that becomes working works even if it was a moved day off."""
    working: dict[date, Why] = {}
    for move in year.moves:
        if move.off.year == year.year:
            off[move.off] = Why(cause=Cause.DAY_OFF_MOVED, other=move.works)
        if move.works.year == year.year:
            off.pop(move.works, None)
            working[move.works] = Why(cause=Cause.WORKS_INSTEAD, other=move.off)
    return working


def _days(days: Mapping[date, Why]) -> tuple[Day, ...]:
    return tuple(Day(on=day, why=why) for day, why in sorted(days.items()))
