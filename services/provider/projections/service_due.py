"""By when a case's result is due, for its deliverer's officers (T-service, T-centre; 5.5, 8.1(5)).

Counted from the window's acceptance by the standard and the calendar known when the date was told,
with the pauses and extensions that the standard allows, as the rules count it.
"""

from datetime import date
from typing import NamedTuple

from events.intake import ApplicationAccepted
from events.known import Known
from events.law.course import course_due
from events.law.course_told import UNCOUNTABLE, begins_on
from events.law.deadlines import centre_due, term_of
from events.law.norm_book import Standard
from events.law.variant import TermStart
from events.provider import REGISTER_RECORD
from services.provider.projections.case_at_deliverer import CaseAtDeliverer
from services.todo_dates import is_centre


class Due(NamedTuple):
    """The last day of the service, and the last day to send its result to a centre (5.5(5))."""

    service: date | None
    centre: date | None = None


def standard_of(case: CaseAtDeliverer, known: Known) -> Standard | None:
    """Give the edition of the standard that governs the case, if it is known here."""
    taken_in = case.delivery.registered
    if taken_in is None:
        return None
    return known.norms.standard(taken_in.service_code, taken_in.standard_edition)


def due_of(case: CaseAtDeliverer, known: Known) -> Due:
    """Give the dates of a case; none while its term stands still, or if nobody told of it here."""
    standard = standard_of(case, known)
    if case.accepted is None or standard is None:
        return Due(None)
    data: ApplicationAccepted = case.accepted.data
    service = _service_due(case, data, standard, known)
    sends = set(standard.contents.result_kinds) != {REGISTER_RECORD}
    if service is None or not sends or not is_centre(known, case.delivery.window_lane):
        return Due(service)
    last = centre_due(service)
    return Due(service, last if last >= data.on else None)


def _service_due(
    case: CaseAtDeliverer, data: ApplicationAccepted, standard: Standard, known: Known
) -> date | None:
    """Count the term; where it cannot be counted here, what was told last is all there is.

    Where it counts from payment, the window may not have told of the fee.
    """
    told = case.told_anew or data.told.due_on
    try:
        term = term_of(standard, data.variant)
        if term.as_told:
            return told
        start = begins_on(term, _start(case, data))
        calendars = term.calendars(known.norms.calendars)
        view = calendars.known_when_told(data.told.calendar_version or "", data.on)
        return course_due(term, standard.contents, start, view, case.delivery.term.course)
    except UNCOUNTABLE:
        return told


def _start(case: CaseAtDeliverer, data: ApplicationAccepted) -> TermStart:
    """Give what the term counts from: the window told the fee with the request, if it did."""
    taken_in = case.delivery.registered
    paid_on = None if taken_in is None or taken_in.start is None else taken_in.start.paid_on
    return TermStart(variant=data.variant, accepted_on=data.on, paid_on=paid_on)
