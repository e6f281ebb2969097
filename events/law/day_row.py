"""One day of a count: what it is, its number, and why. Data, so that any language can word it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from events.law.calendar import Week, Why
from events.law.calendar_view import CalendarView


class DayCode(StrEnum):
    """What a day is in a count."""

    START = "start"  # The day of the starting event, not counted.
    START_OFF = "start_off"  # It would count (14.1), but is itself a day off.
    COUNTED = "counted"
    REST = "rest"  # A rest day of the week.
    OFF = "off"  # Off for the reason given.
    PAUSED = "paused"
    MONTH_END = "month_end"  # The day on which the months end.
    SHORT_MONTH_END = "short_month_end"  # The same, in a month without the start's number.
    ROLLED = "rolled"  # The working day to which a last day that is off moves.
    END = "end"  # The day before which an act must come: counting back begins here.


class DayRow(Struct, frozen=True, kw_only=True):
    """One day of a count."""

    on: date
    code: DayCode
    number: int | None  # The number that the day has in the count, if it counts.
    works: bool | None  # Whether it is a working day; none if no calendar covers it.
    why: Why | None  # Why it differs from the plain week, if it does.
    calendar_version: str | None


class Days(Struct, frozen=True, kw_only=True):
    """Makes rows for the days of one calendar and week."""

    calendar: CalendarView
    week: Week

    def works(self, day: date) -> bool:
        """Tell whether the day is a working day.

        Raises:
            CalendarGap: no calendar covers the day.
        """
        return self.calendar.week(self.week).works(day)

    def row(self, day: date, code: DayCode, number: int | None = None) -> DayRow:
        """Return the row of a day; a day that no calendar covers has no reason."""
        version = self.calendar.version_at(day)
        return DayRow(
            on=day,
            code=code,
            number=number,
            works=None if version is None else self.works(day),
            why=self.calendar.why(day, self.week),
            calendar_version=version,
        )

    def off(self, day: date) -> DayRow:
        """Return the row of a day that is off."""
        why = self.calendar.why(day, self.week)
        return self.row(day, DayCode.REST if why is None else DayCode.OFF)
