"""The date that the applicant is told when the term is paused, goes on or gets longer (4.1(1)).

Counted from the start that the window told, by the standard of the case and the calendar known
that day: the count by which the rules judge it (`events/law/course.py`). Where one of them is
unknown here, where the norm leaves the date to what is told, or while nothing says until when the
term stands still, no date is told: the act is done all the same.
"""

from typing import TypeVar

from msgspec.structs import replace

from events.acts.told import told_or
from events.common import Told
from events.deciding import Header
from events.law.course_told import UNCOUNTABLE, course_told
from events.provider import TermPaused
from events.provider_course import TermExtended, TermResumed
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Delivery

M = TypeVar("M", TermPaused, TermResumed, TermExtended)
"""What moves the end of a term."""


def with_date(
    delivery: Delivery, moved: M, told: Told | None, by: Header, deliverer: Deliverer
) -> M:
    """Give what moves the term with the date that is told of it.

    Args:
        delivery: the case before.
        moved: without its date.
        told: the command's own, for an act told afterwards.
        by: who tells it, and when.
        deliverer: with standard and calendars.

    Raises:
        Refused: `told-computed`.
    """
    counted = None if by.transcribed else _counted(delivery, moved, deliverer)
    return replace(moved, told=told_or(by, told, counted))


def _counted(delivery: Delivery, moved: M, deliverer: Deliverer) -> Told | None:
    start = None if delivery.registered is None else delivery.registered.start
    if start is None or deliverer.standard is None:
        return None
    course = delivery.term.evolve(moved).course
    try:
        return course_told(deliverer.standard, start, course, moved.on, deliverer.calendars)
    except UNCOUNTABLE:
        return None
