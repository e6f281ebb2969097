"""What one calendar version must be; every refusal names version, week, day and rule.

A version that contradicts itself would count differently in two programs, so it is refused whole
and nothing is repaired. How versions follow each other is checked in `calendars.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from events.law.calendar import CalendarVersion, Cause, Day, WeekDays

# A version must fit a line of text and join others by a space: no spaces, no empty parts.
VERSION: Final = re.compile(r"[a-z0-9-]+(?:/[A-Za-z0-9.-]+)+")

# Calendars are adopted by the year; ten years at once is no calendar but a slip in a date.
SPAN_DAYS_MAX: Final = 3_660

NAMED: Final = frozenset({Cause.HOLIDAY, Cause.RELIGIOUS_DAY})


class CalendarInvalid(ValueError):
    """A calendar version cannot be adopted; the text says which, where and by what rule."""


def refuse(subject: str, problems: Iterator[str]) -> None:
    """Raise `CalendarInvalid` with the first problem, if there is one."""
    for problem in problems:
        raise CalendarInvalid(f"{subject}: {problem} (protocol H7)")


def check(version: CalendarVersion) -> None:
    """Refuse a version that contradicts itself.

    Raises:
        CalendarInvalid: naming the version, the week, the day and what is wrong.
    """
    refuse(f"calendar {version.version}", _problems(version))


def _problems(version: CalendarVersion) -> Iterator[str]:
    yield from _form_problems(version)
    yield from _span_problems(version)
    for days in version.weeks:
        yield from (f"{days.week}-day week: {text}" for text in _week_problems(version, days))


def _form_problems(version: CalendarVersion) -> Iterator[str]:
    if not VERSION.fullmatch(version.version):
        yield "a version is written like kz/2024/2, without spaces"
    if not version.version.startswith(f"{version.jurisdiction}/"):
        yield f"the version does not begin with its jurisdiction, {version.jurisdiction}/"
    if not version.act.strip():
        yield "no act is named that sets these days"
    weeks = [days.week for days in version.weeks]
    if not weeks or len(set(weeks)) < len(weeks):
        yield f"each kind of week stands once, at least one; found {weeks}"


def _span_problems(version: CalendarVersion) -> Iterator[str]:
    if version.valid_to < version.valid_from:
        yield f"the span ends on {version.valid_to}, before it begins on {version.valid_from}"
    elif (version.valid_to - version.valid_from).days >= SPAN_DAYS_MAX:
        yield f"the span is longer than {SPAN_DAYS_MAX} days"


def _week_problems(version: CalendarVersion, days: WeekDays) -> Iterator[str]:
    if not days.rest or len(set(days.rest)) < len(days.rest):
        yield f"the rest weekdays stand once each, at least one; found {list(days.rest)}"
    yield from _order_problems("the days off", days.days_off)
    yield from _order_problems("the working days", days.working)
    for day in sorted({day.on for day in days.days_off} & {day.on for day in days.working}):
        yield f"{day} is both off and working"
    for listed in (*days.days_off, *days.working):
        if not version.covers(listed.on):
            yield f"{listed.on} lies outside the span {version.valid_from} to {version.valid_to}"
    yield from _cause_problems(days)
    yield from _move_problems(version, days)


def _order_problems(name: str, listed: Sequence[Day]) -> Iterator[str]:
    for earlier, later in pairwise(listed):
        if later.on <= earlier.on:
            yield f"{name} ascend, each once; {later.on} follows {earlier.on}"


def _cause_problems(days: WeekDays) -> Iterator[str]:
    for day in days.days_off:
        if day.why.cause is Cause.WORKS_INSTEAD:
            yield f"{day.on} is listed as off, and its cause says that it works"
        if day.why.cause in NAMED and day.why.name is None:
            yield f"{day.on} is a {day.why.cause} without a name"
    for day in days.working:
        if day.why.cause is not Cause.WORKS_INSTEAD:
            yield f"{day.on} is listed as working, and its cause is {day.why.cause}"


def _move_problems(version: CalendarVersion, days: WeekDays) -> Iterator[str]:
    """Yield moves with one end only; an end in another span is another version's business."""
    off = {day.on: day.why.other for day in days.days_off}
    working = {day.on: day.why.other for day in days.working}
    for day in (*days.days_off, *days.working):
        other = day.why.other
        if day.why.cause in NAMED:
            continue
        if other is None:
            yield f"{day.on} is a {day.why.cause} and does not name the other day"
        elif version.covers(other) and not _has_other_end(day, other, off, working):
            yield f"{day.on} is a {day.why.cause}, and {other} does not answer to it"


def _has_other_end(
    day: Day, other: date, off: Mapping[date, date | None], working: Mapping[date, date | None]
) -> bool:
    match day.why.cause:
        case Cause.DAY_OFF_MOVED:
            return working.get(other) == day.on
        case Cause.WORKS_INSTEAD:
            return off.get(other) == day.on
        case _:
            return other in off
