"""The dates of a complaint that its applicant is told (4.1(1), 19.2, 19.3, 19.5, 19.6).

Counted by the law's path and the calendar known that day; where one of them is unknown no date is
told, since a complaint is registered and examined all the same. Only an act told afterwards brings
a date of its own.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from events.common import Told
from events.law.calendar_view import CalendarView
from events.law.complaint_terms import extension_told, notice_by, stage_told
from events.law.working_days import CalendarGap
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint

T = TypeVar("T")


def date_of_stage(complaint: Complaint, competence: Competence, on: date) -> Told | None:
    """Count the last day of this stage, from receipt at the place of receipt."""
    way, received_on = competence.way, complaint.the_lodging().received_on
    if way is None:
        return None
    stage = way.at(complaint.stage).stage
    return _counted(
        competence,
        on,
        lambda calendar: stage_told(way.path, stage, received_on, calendar, way.edition),
    )


def date_extended(complaint: Complaint, days: int, competence: Competence, on: date) -> Told | None:
    """Count the last day with so many working days more, from the original one (19.6)."""
    way, due = competence.way, original_due(complaint)
    if way is None or due is None:
        return None
    stage = way.at(complaint.stage).stage
    return _counted(
        competence,
        on,
        lambda calendar: extension_told(
            way.path, stage, due, days, calendar=calendar, edition=way.edition
        ),
    )


def last_day_to_tell(complaint: Complaint, competence: Competence, on: date) -> date | None:
    """Count back the last day on which the applicant may be told of an extension (19.6)."""
    way, due = competence.way, original_due(complaint)
    if way is None or due is None:
        return None
    return _counted(competence, on, lambda calendar: notice_by(way.path, due, calendar))


def original_due(complaint: Complaint) -> date | None:
    """Give the last day that was told at registration: an extension never moves it."""
    registered = complaint.registered
    return None if registered is None or registered.told is None else registered.told.due_on


def _counted(competence: Competence, on: date, count: Callable[[CalendarView], T]) -> T | None:
    """Count by the calendar known on a day; None where the days cannot be counted."""
    if competence.calendars is None:
        return None
    try:
        return count(competence.calendars.known_on(on))
    except (CalendarGap, OverflowError):  # The latter: next to the last of all dates.
        return None
