"""The date that an applicant is told after acceptance, when the term has moved (4.1(1), 8.1(5))."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from events.common import Told
from events.law.calendars import Calendars
from events.law.counting import TermAsTold
from events.law.course import Course, course_due
from events.law.deadlines import NoTerm, ServiceTerm, term_of
from events.law.norm_book import Standard
from events.law.variant import TermStart
from events.law.working_days import CalendarGap

UNCOUNTABLE: Final = (NoTerm, CalendarGap, TermAsTold, ValueError, OverflowError)
"""Why the norms known at a place give no date; the last two: it is next to the last of all."""


def begins_on(term: ServiceTerm, start: TermStart) -> date:
    """Give the day from which a term counts: of acceptance, or of payment (8.1(5)).

    Raises:
        NoTerm: it begins with what nobody has told.
    """
    days = {"accepted": start.accepted_on, "paid": start.paid_on}
    found = days.get(term.term.starts)
    if found is None:
        raise NoTerm(f"the term counts from: {term.term.starts}; nothing tells that it has begun")
    return found


def course_told(
    standard: Standard, start: TermStart, course: Course, on: date, known: Mapping[str, Calendars]
) -> Told | None:
    """Compute the date that the applicant is told with what moved the term last (4.1(1)).

    Args:
        standard: the edition that governs the case.
        start: of the term.
        course: with what is told now.
        on: the day of telling: by the calendar known then.
        known: jurisdiction -> its calendars.

    Returns:
        None while nothing tells until when the term stands still.

    Raises:
        NoTerm: the standard has none for the variant, or it has not begun.
        TermAsTold: the norm leaves the date to what is told.
        CalendarGap: a day that must be counted is in no calendar.
    """
    term = term_of(standard, start.variant)
    if term.as_told:
        raise TermAsTold(f"{standard.norm_edition} leaves the date to what is told")
    begun, view = begins_on(term, start), term.calendars(known).known_on(on)
    due = course_due(term, standard.contents, begun, view, course)
    return (
        None
        if due is None
        else Told(
            due_on=due,
            term_id=term.term.term_id,
            norm_edition=standard.norm_edition,
            calendar_version=view.versions_between(begun, due),
        )
    )
