"""Last lawful days for to-do lists, by the norms known at one instance; None where none is."""

from collections.abc import Callable
from datetime import date

from events.known import Known
from events.law.course_told import UNCOUNTABLE
from events.law.deadlines import by_itself
from events.law.norms import Term
from events.roles import CENTRES


def counted(count: Callable[[], date]) -> date | None:
    """Count a date; None where the norms known here cannot give it."""
    try:
        return count()
    except UNCOUNTABLE:
        return None


def last_day(term: Term | None, start: date, known: Known) -> date | None:
    """Give the last day of a standard's term, by the latest calendar known.

    Args:
        term: of the standard; None if it sets none.
        start: the day of the event that begins it.
        known: where.
    """
    if term is None:
        return None
    whole = by_itself(term)
    return counted(lambda: whole.due(start, whole.calendars(known.norms.calendars).latest()))


def is_centre(known: Known, lane: str | None) -> bool:
    """Say whether a lane is the window of a centre, of either kind."""
    agency = known.register.agency_id(lane or "")
    return agency is not None and bool(known.register.agencies[agency].roles & set(CENTRES))
