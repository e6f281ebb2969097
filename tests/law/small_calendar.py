"""A calendar of an invented jurisdiction: 2030, both weeks, no holidays."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.law.calendar import CalendarVersion, Cause, Day, Name, WeekDays, Why

HOLIDAY: Final = Why(cause=Cause.HOLIDAY, name=Name(en="Fair Day", kk="Жәрмеңке", ru="Ярмарка"))

PLAIN: Final = CalendarVersion(
    jurisdiction="xx",
    version="xx/2030/1",
    valid_from=date(2030, 1, 1),
    valid_to=date(2030, 12, 31),
    adopted_on=date(2029, 7, 1),
    act="Act 1",
    weeks=(WeekDays(week="5", rest=("Sat", "Sun")), WeekDays(week="6", rest=("Sun",))),
)


def calendar(weeks: tuple[WeekDays, ...] = PLAIN.weeks) -> CalendarVersion:
    return replace(PLAIN, weeks=weeks)


def year(number: int, *, edition: int = 1, adopted_on: date) -> CalendarVersion:
    return replace(
        PLAIN,
        version=f"xx/{number}/{edition}",
        valid_from=date(number, 1, 1),
        valid_to=date(number, 12, 31),
        adopted_on=adopted_on,
    )


def day_off(on: date, other: date) -> Day:
    return Day(on=on, why=Why(cause=Cause.DAY_OFF_MOVED, other=other))


def works(on: date, other: date) -> Day:
    return Day(on=on, why=Why(cause=Cause.WORKS_INSTEAD, other=other))
