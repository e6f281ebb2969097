"""Calendar versions laid over each other: what holds for each day, as known on some date."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from events.law.calendar import CalendarVersion, Week, WeekDays, Why, weekday
from events.law.working_days import CalendarGap, WorkingDays

ONE_DAY: Final = timedelta(days=1)


class CalendarView:
    """A composite: each covered day belongs to the version that holds for it.

    Behaves as a value; the index of a week is built when first asked for, and kept.
    """

    def __init__(self, versions: Sequence[CalendarVersion]) -> None:
        """Lay the versions over each other in order of adoption; at least one, without a hole."""
        self.first: Final = min(version.valid_from for version in versions)
        self.last: Final = max(version.valid_to for version in versions)
        self._owners: Final = _owners(versions, self.first, self.last)
        self._starts: Final = [start for start, _ in self._owners]
        self._weeks: Final[dict[str, WorkingDays]] = {}

    def week(self, week: Week) -> WorkingDays:
        """Return the working days of this kind of week.

        Raises:
            CalendarGap: a version in force says nothing of this kind of week.
        """
        days = self._weeks.get(week)
        if days is None:
            days = self._weeks[week] = self._index(week)
        return days

    def version_at(self, day: date) -> str | None:
        """Return the version that holds for the day, none if no version covers it."""
        if not self.first <= day <= self.last:
            return None
        return self._owners[bisect_right(self._starts, day) - 1][1].version

    def versions_between(self, first: date, last: date) -> str:
        """Return the versions that hold from first to last, ascending, joined by one space.

        This is the `calendar_version` of a count that began on `first` and is due on `last`. Days
        that no version covers add nothing.
        """
        begin = max(0, bisect_right(self._starts, first) - 1)
        end = bisect_right(self._starts, last)
        if last < self.first or self.last < first:
            return ""
        return " ".join(sorted({owner.version for _, owner in self._owners[begin:end]}))

    def holds(self, versions: str) -> bool:
        """Tell whether each of these versions, joined by spaces, holds for some day here."""
        return {*versions.split()} <= {owner.version for _, owner in self._owners}

    def why(self, day: date, week: Week) -> Why | None:
        """Return why the day differs from the plain week, none if it does not."""
        if not self.first <= day <= self.last:
            return None
        owner = self._owners[bisect_right(self._starts, day) - 1][1]
        days = _days_of(owner, week)
        listed = (*days.days_off, *days.working)
        return next((entry.why for entry in listed if entry.on == day), None)

    def _index(self, week: Week) -> WorkingDays:
        works: list[bool] = []
        ends = [*(start - ONE_DAY for start in self._starts[1:]), self.last]
        for (start, owner), end in zip(self._owners, ends, strict=True):
            works.extend(_works(_days_of(owner, week), start, end))
        name = self._owners[0][1].jurisdiction
        return WorkingDays(name=name, week=week, first=self.first, works=works)


def _owners(
    versions: Sequence[CalendarVersion], first: date, last: date
) -> list[tuple[date, CalendarVersion]]:
    """Return where each version begins to hold; neighbours differ, the days ascend."""
    edges = sorted({first, *_edges(versions)} - {last + ONE_DAY})
    owners: list[tuple[date, CalendarVersion]] = []
    for edge in edges:
        owner = next(version for version in reversed(versions) if version.covers(edge))
        if not owners or owners[-1][1] is not owner:
            owners.append((edge, owner))
    return owners


def _edges(versions: Sequence[CalendarVersion]) -> Iterator[date]:
    for version in versions:
        yield version.valid_from
        yield version.valid_to + ONE_DAY


def _days_of(version: CalendarVersion, week: Week) -> WeekDays:
    for days in version.weeks:
        if days.week == week:
            return days
    raise CalendarGap(f"calendar {version.version} says nothing of the {week}-day week")


def _works(days: WeekDays, first: date, last: date) -> Iterator[bool]:
    off = {day.on for day in days.days_off}
    working = {day.on for day in days.working}
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        yield day in working or (day not in off and weekday(day) not in days.rest)
