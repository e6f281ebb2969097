"""The days of a complaint at one stage, by the law and the calendar known here (19.2-19.6)."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.complaint_path import ComplaintPath
from events.law.complaint_terms import extended_due, notice_by, stage_due
from events.law.working_days import CalendarGap
from services.complaints.domain.complaint import Complaint
from services.complaints.domain.way import way_at
from services.todo import Office
from services.todo_dates import counted


class StageDates(NamedTuple):
    """The days of a complaint at the body that has it; None where they are not known here."""

    article: str
    due: date | None
    """The last day to examine it and to send the decision, before any extension."""
    next_body: str | None = None
    """Who examines after this stage; None after the last."""
    tell_by: date | None = None
    """The last day to tell the applicant of an extension (19.6)."""
    may_extend: int = 0
    """Working days by which it may still be extended."""
    extended: Callable[[int], date | None] = lambda _: None
    """Working days more -> the last day with them."""


def stage_dates(complaint: Complaint, office: Office) -> StageDates:
    """Give the days of a complaint that was lodged here."""
    lodged = complaint.the_lodging()
    way = way_at(office.known, office.agency, lodged)
    told = None if complaint.registered is None else complaint.registered.told
    told_due = None if told is None else told.due_on
    if way is None:
        return StageDates("19.2", told_due)
    here, later = way.at(complaint.stage).stage, way.after(complaint.stage)
    path, view = way.path, _View(complaint, office, way.path)
    due = counted(lambda: stage_due(path, here, lodged.received_on, view()))
    due = due or told_due
    if due is None:
        return StageDates(here.article, None, later)
    return StageDates(
        here.article,
        due,
        later,
        counted(lambda: notice_by(path, due, view())),
        max(0, path.extension_days - complaint.days_extended),
        lambda days: counted(lambda: extended_due(path, due, days, view())),
    )


class _View(NamedTuple):
    """The calendar by which a complaint's days count: as known when its date was told."""

    complaint: Complaint
    office: Office
    path: ComplaintPath

    def __call__(self) -> CalendarView:
        """Give it.

        Raises:
            CalendarGap: none is known here.
        """
        calendars = self.office.known.norms.calendars.get(self.path.calendar)
        if calendars is None:
            raise CalendarGap(f"no calendar of {self.path.calendar} has been adopted")
        registered = self.complaint.registered
        if registered is None or registered.told is None:
            return calendars.latest()
        return calendars.known_when_told(registered.told.calendar_version or "", registered.on)
