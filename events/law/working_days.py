"""The working days of one composite calendar and week, ready for counting without walking.

`days` holds every working day in order; `before[i]` is how many of them precede the i-th covered
day. Adding n working days is then two look-ups, whatever n is: an audit replays millions of cases.
"""

from array import array
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from events.law.calendar import Week


class CalendarGap(LookupError):
    """A count needs a day that no calendar covers; the text names the day and the calendars."""


class WorkingDays:
    """The working days between two covered dates, both inclusive, for one kind of week."""

    __slots__ = ("_before", "_days", "_first", "_name", "_week")

    def __init__(self, *, name: str, week: Week, first: date, works: Sequence[bool]) -> None:
        """Index the days from `first` on; `works[i]` tells whether the i-th of them is worked."""
        self._name: Final = name
        self._week: Final = week
        self._first: Final = first.toordinal()
        self._before: Final = array("l", accumulate(works, initial=0))
        self._days: Final = tuple(
            date.fromordinal(self._first + i) for i, working in enumerate(works) if working
        )

    def works(self, day: date) -> bool:
        """Tell whether the day is a working day.

        Raises:
            CalendarGap: no calendar covers the day.
        """
        i = day.toordinal() - self._first
        if not 0 <= i < len(self._before) - 1:
            raise self.gap(day)
        return self._before[i] < self._before[i + 1]

    def nth_from(self, day: date, n: int) -> date:
        """Return the n-th working day, n >= 1, counting from this day on, itself included.

        Raises:
            CalendarGap: the count leaves the covered days.
        """
        i = day.toordinal() - self._first
        if i < 0:
            raise self.gap(day)
        try:
            return self._days[self._before[i] + n - 1]
        except IndexError:
            raise self.gap(day, f"{n} working days from ") from None

    def nth_before(self, day: date, n: int) -> date:
        """Return the n-th working day, n >= 1, counting back from the day before this one.

        Raises:
            CalendarGap: the count leaves the covered days.
        """
        i = day.toordinal() - self._first
        if not 0 <= i < len(self._before):
            raise self.gap(day)
        k = self._before[i] - n
        if k < 0:
            raise self.gap(day, f"{n} working days back from ")
        return self._days[k]

    def between(self, first: date, end: date) -> int:
        """Return how many working days lie from `first` up to, not including, `end`.

        Raises:
            CalendarGap: one of the days is not covered.
        """
        i, k = (day.toordinal() - self._first for day in (first, end))
        for day, place in ((first, i), (end, k)):
            if not 0 <= place < len(self._before):
                raise self.gap(day)
        return max(0, self._before[k] - self._before[i])

    def gap(self, day: date, count: str = "") -> CalendarGap:
        """Return the error that says which day, or which count from it, no calendar covers."""
        first, last = (date.fromordinal(self._first + i) for i in (0, len(self._before) - 2))
        return CalendarGap(
            f"no calendar covers {count}{day}: the calendars of {self._name} known here go from "
            f"{first} to {last} ({self._week}-day week); adopt those that are missing (protocol H7)"
        )
