"""By when a case's result is due, for its deliverer's officers (T-service, T-centre; 5.5, 8.1(5)).

Counted from the window's acceptance by the standard and the calendar known when the date was told,
with the pauses and extensions that the standard allows, as the rules count it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from events.intake import ApplicationAccepted
from events.known import Known
from events.law.calendar_view import CalendarView
from events.law.counting import nominal_last
from events.law.deadlines import ServiceTerm, centre_due, term_of
from events.law.norm_book import Standard
from events.law.norms import Pause as PauseNorm
from events.law.pausing import Pause
from events.law.predicates import may_extend_on, pause_on
from events.law.term import TermLength, Unit
from events.provider import REGISTER_RECORD
from services.provider.projections.case_at_deliverer import CaseAtDeliverer, PauseKept
from services.todo_dates import UNCOUNTABLE, is_centre

ACCEPTED: Final = "accepted"


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

    Where it counts from payment, the fee is told to the window alone.
    """
    told = case.told_anew or data.told.due_on
    try:
        term = term_of(standard, data.variant)
        if term.as_told or term.term.starts != ACCEPTED:
            return told
        calendars = term.calendars(known.norms.calendars)
        view = calendars.known_when_told(data.told.calendar_version or "", data.on)
        pauses = list(_pauses(case, standard, term, view))
        return term.paused_due(data.on, view, pauses, list(_extensions(case, standard)))
    except UNCOUNTABLE:
        return told


def _pauses(
    case: CaseAtDeliverer, standard: Standard, term: ServiceTerm, view: CalendarView
) -> Iterator[Pause]:
    """Give the pauses on a ground of the standard: on any other the term runs on (8.1(5))."""
    for one in case.pauses:
        norm = pause_on(standard.contents, one.paused.data.ground)
        if norm is not None:
            until = pause_end(one, norm, term, view)
            yield Pause(on=one.paused.data.on, until=until, effect=norm.effect)


def pause_end(
    one: PauseKept, norm: PauseNorm, term: ServiceTerm, view: CalendarView
) -> date | None:
    """Give the day on which the term goes on: resumed, as told with the pause, or at the limit.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    ends = (one.resumed_on, one.paused.data.until, _limit(one, norm, term, view))
    return min((end for end in ends if end is not None), default=None)


def _limit(one: PauseKept, norm: PauseNorm, term: ServiceTerm, view: CalendarView) -> date | None:
    """The day of pausing stands still, the day of resuming counts (`events/law/pausing.py`)."""
    on: date = one.paused.data.on
    if norm.length is None or norm.unit is Unit.AS_TOLD:
        return None
    if norm.unit is Unit.WORKING_DAY:
        return view.week(term.term.week).nth_from(on, norm.length + 1)
    return nominal_last(on, TermLength(length=norm.length, unit=norm.unit))


def _extensions(case: CaseAtDeliverer, standard: Standard) -> Iterator[TermLength]:
    """Give what the standard allows of each extension: no more than its sum, on its grounds."""
    norm = standard.contents.extension
    left = 0 if norm is None else norm.length
    for one in case.delivery.term.extended:
        fits = norm is not None and one.unit is norm.unit
        if fits and may_extend_on(standard.contents, one.ground) and left:
            allowed = min(one.length, left)
            left -= allowed
            yield TermLength(length=allowed, unit=one.unit)
