"""All calendar versions of one jurisdiction, and what was in force as known on a date.

Of the versions that cover a day the one adopted last holds, so what is known on a date is a
composite, `CalendarView`. Rules: protocol H7.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from events.law.calendar import CalendarVersion
from events.law.calendar_check import check, refuse
from events.law.calendar_view import ONE_DAY, CalendarView
from events.law.working_days import CalendarGap


class Calendars:
    """The versions of one jurisdiction in order of adoption: a value that `adopt` extends."""

    def __init__(self, versions: Iterable[CalendarVersion] = ()) -> None:
        """Take versions in any order.

        Raises:
            CalendarInvalid: a version contradicts itself or another one (protocol H7).
        """
        self.versions: Final = tuple(sorted(versions, key=lambda v: (v.adopted_on, v.valid_from)))
        for version in self.versions:
            check(version)
        if self.versions:
            jurisdiction = self.versions[0].jurisdiction
            refuse(f"the calendars of {jurisdiction}", _problems_together(self.versions))
        self._adoptions: Final = sorted({version.adopted_on for version in self.versions})
        self._views: Final[dict[date, CalendarView]] = {}

    def adopt(self, version: CalendarVersion) -> "Calendars":
        """Return these calendars and one more.

        Raises:
            CalendarInvalid: the version contradicts itself, or is adopted no later than one that
                covers some of the same days, or leaves a hole.
        """
        check(version)
        refuse(f"calendar {version.version}", _problems_of_following(version, self.versions))
        return Calendars((*self.versions, version))

    def known_on(self, day: date) -> CalendarView:
        """Return the composite of all versions adopted on or before the day.

        Raises:
            CalendarGap: none had been adopted by then.
        """
        count = bisect_right(self._adoptions, day)
        if not count:
            raise CalendarGap(f"no calendar had been adopted by {day} (protocol H7)")
        adopted = self._adoptions[count - 1]
        view = self._views.get(adopted)
        if view is None:
            known = [version for version in self.versions if version.adopted_on <= adopted]
            view = self._views[adopted] = CalendarView(known)
        return view

    def latest(self) -> CalendarView:
        """Return the composite of all versions: the calendar as it stands after the last of them.

        Raises:
            CalendarGap: there is none.
        """
        return self.known_on(date.max)

    def known_when_told(self, version: str, told_on: date) -> CalendarView:
        """Return the composite that a person told a date on this day could rely on.

        It is the one that holds the told version, if that was adopted by then and not yet
        replaced; else the one in force. On the very day of an adoption both are lawful: the new
        version is adopted by that day, and the old one is not replaced before it.

        Raises:
            CalendarGap: no calendar had been adopted by then.
        """
        today = self.known_on(told_on)
        if today.holds(version) or told_on <= self._adoptions[0]:
            return today
        before = self.known_on(told_on - ONE_DAY)
        return before if before.holds(version) else today


def calendars_named(name: str | None, known: Mapping[str, "Calendars"]) -> "Calendars":
    """Give the calendars that a term names.

    Args:
        name: of the jurisdiction; None where the term counts by none.
        known: jurisdiction -> its calendars.

    Raises:
        CalendarGap: none of that jurisdiction has been adopted.
    """
    found = known.get(name or "")
    if found is None:
        raise CalendarGap(f"no calendar of {name} has been adopted")
    return found


def _problems_of_following(
    version: CalendarVersion, adopted: Sequence[CalendarVersion]
) -> Iterator[str]:
    for other in adopted:
        if version.overlaps(other) and version.adopted_on <= other.adopted_on:
            yield (
                f"adopted on {version.adopted_on}, but {other.version} of {other.adopted_on} "
                "covers some of the same days; only a later adoption replaces"
            )


def _problems_together(versions: Sequence[CalendarVersion]) -> Iterator[str]:
    names = [version.version for version in versions]
    for one, other in combinations(versions, 2):
        if one.jurisdiction != other.jurisdiction:
            yield f"{one.version} is of another jurisdiction; each has calendars of its own"
        if one.version == other.version:
            yield f"{one.version} is adopted already; a change is a new version"
        if one.overlaps(other) and one.adopted_on == other.adopted_on:
            yield f"{one.version} and {other.version}, adopted on one day, share days"
    for place, version in enumerate(versions):
        if version.replaces is not None and version.replaces not in names[:place]:
            yield f"{version.version} replaces {version.replaces}, which was not adopted before"
    yield from _holes(versions)


def _holes(versions: Sequence[CalendarVersion]) -> Iterator[str]:
    """Yield the days missing between the spans known on any date of adoption."""
    for adopted in sorted({version.adopted_on for version in versions}):
        known = [version for version in versions if version.adopted_on <= adopted]
        known.sort(key=lambda version: version.valid_from)
        last = known[0].valid_to
        for version in known:
            if version.valid_from > last + ONE_DAY:
                yield (
                    f"as known on {adopted}, no day from {last + ONE_DAY} to the day before "
                    f"{version.valid_from} is covered: a calendar is missing"
                )
            last = max(last, version.valid_to)
