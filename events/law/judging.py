"""The date by which an act is judged when the calendar changed after a date was told."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from events.law.calendar_view import CalendarView


class JudgedBy(StrEnum):
    """Which calendar gives the judged date."""

    BOTH = "both"  # The two agree.
    KNOWN_WHEN_TOLD = "known_when_told"
    AT_REPLAY = "at_replay"


class JudgedDue(Struct, frozen=True, kw_only=True):
    """The judged date beside the two lawful dates of which it is the later."""

    due_on: date
    known_when_told: date
    at_replay: date
    judged_by: JudgedBy


def judged_due(
    lawful: Callable[[CalendarView], date], *, known: CalendarView, replay: CalendarView
) -> JudgedDue:
    """Return the later of the lawful date as known when told and the lawful date at the replay.

    `lawful` counts one term by the calendar it is given. A calendar that changed later can excuse,
    never convict. A wrongly told date has no part in this: it is a breach of its own (4.1(1)) and
    moves nothing.

    Raises:
        CalendarGap: one of the two calendars lacks a day.
    """
    then, now = lawful(known), lawful(replay)
    if then == now:
        by = JudgedBy.BOTH
    else:
        by = JudgedBy.KNOWN_WHEN_TOLD if then > now else JudgedBy.AT_REPLAY
    return JudgedDue(due_on=max(then, now), known_when_told=then, at_replay=now, judged_by=by)
