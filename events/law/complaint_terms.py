"""The clocks of a complaint: computed here for who tells a date and for who judges it.

T-stage, T-authority   19.2, 19.3, 19.5   from receipt to the decision sent
T-extension            19.6               more working days, from the original last day
T-notice               19.6               back from the original last day, to tell the applicant
"""

from datetime import date
from typing import Final, NamedTuple

from events.common import Told
from events.law.calendar_view import CalendarView
from events.law.complaint_path import ComplaintPath, Stage
from events.law.counting import due_before, due_on
from events.law.term import TermLength, Unit

DELIVERER: Final = "deliverer"
APPROVER: Final = "approver"
AUTHORITY: Final = "authority"
BODIES: Final = (DELIVERER, APPROVER, AUTHORITY)
"""Who may examine at a stage of a path."""


class Bodies(NamedTuple):
    """Who may examine: the renderer, the central body that approved the standard, the authority."""

    deliverer: str
    approver: str
    authority: str


class BodyStage(NamedTuple):
    """A stage with the agency that examines it."""

    agency: str
    stage: Stage


def stages_of(path: ComplaintPath, bodies: Bodies) -> tuple[BodyStage, ...]:
    """Give the stages of one complaint, in their order; stage n is the n-th.

    The path follows who renders the service: where the central body renders it itself, its stage
    is the first, and there is none before it (19.3). A way with a stage of another body than these
    leads nowhere that can be known here: it has no stages.
    """
    if any(stage.body not in BODIES for stage in path.stages):
        return ()
    agencies = {
        DELIVERER: bodies.deliverer,
        APPROVER: bodies.approver,
        AUTHORITY: bodies.authority,
    }
    return tuple(
        BodyStage(agencies[stage.body], stage)
        for stage in path.stages
        if stage.body != DELIVERER or bodies.deliverer != bodies.approver
    )


def stage_due(path: ComplaintPath, stage: Stage, received_on: date, calendar: CalendarView) -> date:
    """Give the last day to examine a complaint and send the decision; the day of receipt is 0.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    return due_on(received_on, _working(stage.working_days), calendar, week=path.week)


def stage_told(
    path: ComplaintPath, stage: Stage, received_on: date, calendar: CalendarView, edition: str
) -> Told:
    """Compute what the applicant is told at registration (4.1(1)).

    Args:
        path: of the edition.
        stage: of the path.
        received_on: when the complaint came to the place of receipt.
        calendar: as known on the day of telling.
        edition: of the law.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    due = stage_due(path, stage, received_on, calendar)
    return _told(due, received_on, stage.term_id, calendar, edition)


def extended_due(path: ComplaintPath, due: date, by_days: int, calendar: CalendarView) -> date:
    """Give the last day after an extension: counted from the original last day (19.6).

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    return due_on(due, _working(by_days), calendar, week=path.week)


def extension_told(
    path: ComplaintPath,
    stage: Stage,
    due: date,
    by_days: int,
    *,
    calendar: CalendarView,
    edition: str,
) -> Told:
    """Compute the date that the applicant is told with an extension.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    extended = extended_due(path, due, by_days, calendar)
    return _told(extended, due, stage.term_id, calendar, edition)


def notice_by(path: ComplaintPath, due: date, calendar: CalendarView) -> date:
    """Give the last day to tell of an extension: three working days before the original (19.6).

    Raises:
        CalendarGap: a count of working days leaves the calendars.
    """
    return due_before(due, _working(path.notice_days), calendar, week=path.week)


def notice_by_strictly(path: ComplaintPath, due: date, calendar: CalendarView) -> date:
    """Give that day if three clear days must lie between notice and last day.

    Raises:
        CalendarGap: a count of working days leaves the calendars.
    """
    return due_before(due, _working(path.notice_days + 1), calendar, week=path.week)


def _working(days: int) -> TermLength:
    return TermLength(length=days, unit=Unit.WORKING_DAY)


def _told(due: date, start: date, term_id: str, calendar: CalendarView, edition: str) -> Told:
    return Told(
        due_on=due,
        term_id=term_id,
        norm_edition=edition,
        calendar_version=calendar.versions_between(start, due),
    )
