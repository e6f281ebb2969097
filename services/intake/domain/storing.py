"""A result waits for its applicant as long as the standard says, then it goes back (8.1(3))."""

from collections.abc import Sequence
from datetime import date

from events.common import Act
from events.deciding import Header
from events.intake_course import ResultReturned
from events.law.deadlines import by_itself
from events.law.term import Unit
from events.law.working_days import CalendarGap
from services.intake.domain.application import Application
from services.intake.domain.commands_course import ReturnResult
from services.intake.domain.status import Status
from services.intake.domain.window import Window


def return_result(
    application: Application, command: ReturnResult, by: Header, window: Window
) -> Sequence[Act]:
    """Send a result back to its deliverer that nobody came for.

    Where the standard sets no storage term, no day is too early; where its term cannot be counted,
    no day is known to be late enough.
    """
    application.must_be(by, Status.READY)
    case = application.the_case()
    last = _stored_until(application, window)
    by.law(
        last is None or by.on > last,
        "still-stored",
        f"The standard has the result of case {application.case_id} stored until {last}",
        "8.1(3)",
    )
    returned = ResultReturned(
        **by.act(),
        carrier=command.carrier,
        to_lane=application.deliverer_lane or case.deliverer_lane,
    )
    return [returned]


def _stored_until(application: Application, window: Window) -> date | None:
    """Give the last day of storage; None if the standard sets none."""
    term = window.the_standard().contents.storage
    if term is None or term.unit is Unit.AS_TOLD or application.received_on is None:
        return None
    storage = by_itself(term)
    try:
        calendar = storage.calendars(window.calendars).latest()
        return storage.due(application.received_on, calendar)
    except (CalendarGap, ValueError, OverflowError):
        return date.max
