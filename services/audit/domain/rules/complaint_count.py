"""The days of a complaint, each counted by two calendars: judged is the later (T-stage, T-notice).

So a calendar that changed after the applicant was told can excuse, never convict.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from events.complaints import ExaminationExtended, ExtensionNotified
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.complaint_path import ComplaintPath, Stage
from events.law.complaint_terms import extended_due, notice_by, notice_by_strictly, stage_due
from events.law.judging import JudgedBy, judged_due
from services.audit.domain.complaint_file import StageFile
from services.audit.domain.entry import Entry

Lawful = Callable[[CalendarView], date]


class Term(NamedTuple):
    """The last day of a stage, and the days that other rules need beside it."""

    start: date
    original: date
    """Without an extension."""
    due: date
    tell_by: date
    """The last day to tell the applicant of an extension (19.6)."""
    tell_by_strictly: date
    """That day if three clear days must lie between."""
    moved_by: Sequence[Entry]
    """Extensions that count, and what told of them."""
    calendar_version: str


class Count(NamedTuple):
    """What stays the same while a stage is counted from one day or another."""

    path: ComplaintPath
    norm: Stage
    calendars: Calendars
    stage: StageFile

    def term(self, start: date, *, untold: bool = False) -> Term:
        """Count from a day.

        Args:
            start: day 0.
            untold: let extensions count of which the applicant was not told in time.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
            OverflowError: the count leaves the years that there are.
        """
        registered = self.stage.registered or self.stage.lodged
        original, _ = self._judged(registered, lambda view: self._due(start, view))
        tell_by, _ = self._judged(registered, lambda view: self._tell_by(start, view))
        strictly, _ = self._judged(registered, lambda view: self._strictly(start, view))
        extended = self._extensions(original if untold else tell_by, untold=untold)
        days = self._days(extended)
        last_told = extended[-1] if days else registered
        due, by = self._judged(last_told, lambda view: self._due(start, view, days))
        told = [notice_of(self.stage, one) for one in extended]
        return Term(
            start=start,
            original=original,
            due=due,
            tell_by=tell_by,
            tell_by_strictly=strictly,
            moved_by=[one for one in (*extended, *told) if one is not None],
            calendar_version=by.versions_between(start, due),
        )

    def _extensions(self, last: date, *, untold: bool) -> list[Entry]:
        """Give the extensions on a ground of the law that were told, or else made, by a day."""
        found = []
        for one in self.stage.all(ExaminationExtended):
            act = one if untold else notice_of(self.stage, one)
            listed = one.data.ground in self.path.extension_grounds
            if listed and act is not None and act.on <= last:
                found.append(one)
        return found

    def _days(self, extended: Sequence[Entry]) -> int:
        days: int = sum(one.data.by_days for one in extended)
        return min(days, self.path.extension_days)

    def _due(self, start: date, view: CalendarView, days: int = 0) -> date:
        due = stage_due(self.path, self.norm, start, view)
        return extended_due(self.path, due, days, view) if days else due

    def _tell_by(self, start: date, view: CalendarView) -> date:
        return notice_by(self.path, self._due(start, view), view)

    def _strictly(self, start: date, view: CalendarView) -> date:
        return notice_by_strictly(self.path, self._due(start, view), view)

    def _judged(self, told: Entry, lawful: Lawful) -> tuple[date, CalendarView]:
        return later_day(self.calendars, told, lawful)


def later_day(calendars: Calendars, told: Entry, lawful: Lawful) -> tuple[date, CalendarView]:
    """Give the later of two lawful days, and the calendar that gave it.

    Args:
        calendars: all that were adopted.
        told: what told the day; where it tells none, its own date says which calendar was known.
        lawful: counts the day by one calendar.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    date_told = getattr(told.data, "told", None)
    version = "" if date_told is None else date_told.calendar_version or ""
    known, latest = calendars.known_when_told(version, told.on), calendars.latest()
    judged = judged_due(lawful, known=known, replay=latest)
    return judged.due_on, latest if judged.judged_by is JudgedBy.AT_REPLAY else known


def notice_of(stage: StageFile, extended: Entry) -> Entry | None:
    """Give the first notice that tells the applicant of an extension; one may tell of several."""
    for notice in stage.all(ExtensionNotified):
        if notice.on >= extended.on:
            return notice
    return None
