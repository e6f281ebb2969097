"""The course of a term: the pauses and extensions with which its standard lets it end later.

One count (8.1(5)) for who tells a date, who lists what is to be done and who judges. The day of
pausing stands still, the day of resuming counts (`pausing.py`).
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from events.law.calendar import Week
from events.law.calendar_view import CalendarView
from events.law.counting import nominal_last
from events.law.deadlines import ServiceTerm
from events.law.norms import Pause as PauseNorm
from events.law.norms import StandardContents
from events.law.pausing import Pause
from events.law.predicates import may_extend_on, pause_on
from events.law.term import TermLength, Unit


class Paused(NamedTuple):
    """A pause as it was told."""

    ground: str
    on: date
    until: date | None = None
    """The day of resuming that was told with it."""
    resumed_on: date | None = None


class Extended(NamedTuple):
    """An extension as it was told."""

    ground: str
    on: date
    length: int
    unit: Unit


class Course(NamedTuple):
    """What was told of one term, in the order in which it was told."""

    pauses: Sequence[Paused] = ()
    extensions: Sequence[Extended] = ()


def course_due(
    term: ServiceTerm, contents: StandardContents, start: date, view: CalendarView, course: Course
) -> date | None:
    """Give the last lawful day; None while the term stands still and nothing tells until when.

    What the standard does not allow moves nothing, nor does an extension after the last day.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    pauses = [_counted(one, contents, view, term.term.week) for one in course.pauses]
    lawful = [one for one in pauses if one is not None]
    lengths: list[TermLength] = []
    due = term.paused_due(start, view, lawful) if lawful else term.due(start, view)
    for one, days in zip(course.extensions, allowed(contents, course.extensions), strict=True):
        if due is not None and days and one.on <= due:
            lengths.append(TermLength(length=days, unit=one.unit))
            due = term.paused_due(start, view, lawful, lengths)
    return due


def allowed(contents: StandardContents, extensions: Sequence[Extended]) -> list[int]:
    """Give of each extension how much the standard allows: what is left of its sum, on a ground."""
    norm, found = contents.extension, []
    left = 0 if norm is None else norm.length
    for one in extensions:
        fits = norm is not None and one.unit is norm.unit and may_extend_on(contents, one.ground)
        found.append(min(one.length, left) if fits else 0)
        left -= found[-1]
    return found


def pause_end(paused: Paused, norm: PauseNorm, view: CalendarView, week: Week) -> date | None:
    """Give the day on which a term goes on: resumed, as told with the pause, or at the limit.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    ends = (paused.until, paused.resumed_on, pause_limit(norm, paused.on, view, week))
    return min((one for one in ends if one is not None), default=None)


def pause_limit(norm: PauseNorm, on: date, view: CalendarView | None, week: Week) -> date | None:
    """Give the last day on which a term paused on a day may go on.

    None without a limit, or where no calendar counts its working days.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    if norm.length is None or norm.unit is Unit.AS_TOLD:
        return None
    if norm.unit is Unit.WORKING_DAY:
        return None if view is None else view.week(week).nth_from(on, norm.length + 1)
    return nominal_last(on, TermLength(length=norm.length, unit=norm.unit))


def _counted(
    paused: Paused, contents: StandardContents, view: CalendarView, week: Week
) -> Pause | None:
    norm = pause_on(contents, paused.ground)
    if norm is None:
        return None
    return Pause(on=paused.on, until=pause_end(paused, norm, view, week), effect=norm.effect)
