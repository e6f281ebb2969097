"""One adopted version of a production calendar: which days are off, and why.

A `CalendarVersion` is the data of the event `audit.calendar_adopted.v1`, so it holds plain fields
only. It says for each kind of week which weekdays rest, which other days are off and which days
work although they would rest. Nothing here counts: `calendars.py` puts versions together,
`counting.py` counts. Form: protocol H7.
"""

from datetime import date
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

from events.clear import Code, Id, Text

Week = Literal["5", "6"]
"""The five-day or the six-day working week: a fact of the standard, else of the agency."""

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

WEEKDAYS: Final[tuple[Weekday, ...]] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday(day: date) -> Weekday:
    """Return the English short name of the weekday, whatever the machine's locale."""
    return WEEKDAYS[day.weekday()]


class Cause(StrEnum):
    """Why a day is off, or works, against the plain week."""

    HOLIDAY = "holiday"  # A holiday of the law on holidays; moves on if it falls on a rest day.
    RELIGIOUS_DAY = "religious_day"  # 7 January, first day of Kurban Ait: off, and never moved.
    HOLIDAY_MOVED = "holiday_moved"  # Off because the holiday `other` fell on a rest day.
    DAY_OFF_MOVED = "day_off_moved"  # Off because by an act the rest day `other` works instead.
    WORKS_INSTEAD = "works_instead"  # Works because by an act `other` is off instead.


class Name(Struct, frozen=True, kw_only=True):
    """A name in English, Kazakh and Russian."""

    en: Text
    kk: Text
    ru: Text


class Why(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The reason of one day, enough to say it in words of any language."""

    cause: Cause
    name: Name | None = None  # Of the holiday or religious day; of the moved holiday.
    other: date | None = None  # The other end of a move: where the rest or the work came from.


class Day(Struct, frozen=True, kw_only=True):
    """One day that differs from the plain week."""

    on: date
    why: Why


class WeekDays(Struct, frozen=True, kw_only=True):
    """The days of one kind of week within the span of a version.

    `days_off` also names the holidays that fall on a rest weekday: they explain where a moved
    day off comes from. `working` wins over `rest`; no day is in both lists.
    """

    week: Week
    rest: tuple[Weekday, ...]
    days_off: tuple[Day, ...] = ()
    working: tuple[Day, ...] = ()


class CalendarVersion(Struct, frozen=True, kw_only=True):
    """A calendar of one jurisdiction for one span of days, as adopted on one date.

    Of the versions that cover a day, the one adopted last holds. `adopted_on` is the first day on
    which people could know the version. `adoption_assumed` is true where that date is not
    documented but assumed by who prepared the data.
    """

    jurisdiction: Id
    version: Code  # `kz/2024/2`: jurisdiction, span, edition; no space, so that versions can join.
    valid_from: date
    valid_to: date  # The last day covered.
    adopted_on: date
    act: Text  # The acts that set the days, as their official identifiers.
    weeks: tuple[WeekDays, ...]
    replaces: Code | None = None
    adoption_assumed: bool = False

    def covers(self, day: date) -> bool:
        """Tell whether the day lies in the span."""
        return self.valid_from <= day <= self.valid_to

    def overlaps(self, other: "CalendarVersion") -> bool:
        """Tell whether the two spans share a day."""
        return self.valid_from <= other.valid_to and other.valid_from <= self.valid_to
