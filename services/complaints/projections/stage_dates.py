"""The days of a complaint at one stage, by the law and the calendar known here (19.2-19.6)."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from events.complaints import ComplaintLodged
from events.law.calendar_view import CalendarView
from events.law.complaint_path import ComplaintPath
from events.law.complaint_terms import (
    Bodies,
    BodyStage,
    extended_due,
    notice_by,
    stage_due,
    stages_of,
)
from events.law.norm_book import Standard
from events.law.working_days import CalendarGap
from services.complaints.domain.competence import CENTRE
from services.complaints.domain.complaint import Complaint
from services.todo import Office
from services.todo_dates import counted

"""The kind of a respondent for which its only deliverer examines (1(13))."""


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


class _Way(NamedTuple):
    """The law's path for one complaint, with the bodies on it."""

    path: ComplaintPath
    stages: tuple[BodyStage, ...]

    def at(self, stage: int) -> tuple[BodyStage, str | None]:
        """Give a stage, and who comes after it; a number beyond the last is the last body's."""
        place = min(stage, len(self.stages)) - 1
        later = self.stages[place + 1 :]
        return self.stages[place], later[0].agency if later else None


def stage_dates(complaint: Complaint, office: Office) -> StageDates:
    """Give the days of a complaint that was lodged here."""
    way = _way(complaint.the_lodging(), office)
    told = None if complaint.registered is None else complaint.registered.told
    told_due = None if told is None else told.due_on
    if way is None:
        return StageDates("19.2", told_due)
    here, later = way.at(complaint.stage)
    path, view = way.path, _View(complaint, office, way.path)
    due = counted(lambda: stage_due(path, here.stage, complaint.the_lodging().received_on, view()))
    due = due or told_due
    if due is None:
        return StageDates(here.stage.article, None, later)
    return StageDates(
        here.stage.article,
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


def _way(lodged: ComplaintLodged, office: Office) -> _Way | None:
    """Give the way of a complaint, by the standard in use and the law adopted last."""
    known, agencies = office.known, office.known.register.agencies
    standard = known.norms.standard_in_use(lodged.service_code or "")
    if standard is None or office.agency not in agencies:
        return None
    jurisdiction = agencies[office.agency].jurisdiction
    told = known.norms.path(jurisdiction, standard.contents.complaint_path)
    if told is None:
        return None
    authority = known.register.agency_id(known.audit_lane) or ""
    bodies = Bodies(_examined_by(lodged, standard), standard.contents.approver, authority)
    stages = stages_of(told[1], bodies)
    return _Way(told[1], stages) if stages else None


def _examined_by(lodged: ComplaintLodged, standard: Standard) -> str:
    """Name who examines at the deliverer's stage."""
    deliverers = standard.contents.deliverers
    if lodged.respondent.kind == CENTRE and len(deliverers) == 1:
        return deliverers[0]
    return lodged.respondent.agency
