"""A term counted by two calendars, with what its standard lets move it (8.1(5))."""

from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.course import course_due
from events.law.deadlines import ServiceTerm
from events.law.judging import JudgedBy, JudgedDue, judged_due
from events.law.norms import StandardContents
from services.audit.domain.entry import Entry
from services.audit.domain.rules.moved_term import Moved


class TermCount(NamedTuple):
    """What stays the same while one term is counted from one start or another."""

    term: ServiceTerm
    known: CalendarView
    """The calendar known when the date was told."""
    latest: CalendarView
    """The calendar known on the ledger day."""
    contents: StandardContents
    moved: Moved

    @property
    def by_dispatch(self) -> bool:
        """Whether the first day counts because papers go to the deliverer (14.1), and only so."""
        return self.term.first_day_counted and not self.term.term.first_day_counted

    def judged(self, start: date) -> JudgedDue | None:
        """Give the later of the two lawful dates, and both; none while a pause is open.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        try:
            return judged_due(
                lambda view: self._due(start, view, self.moved),
                known=self.known,
                replay=self.latest,
            )
        except _StillPaused:
            return None

    def lawful(self, start: date, judged: JudgedDue | None) -> date:
        """Give the date by the calendar known when told, without pauses.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        if judged is None or not self.moved.nothing:
            return self.term.due(start, self.known)
        return judged.known_when_told

    def judging(self, judged: JudgedDue | None) -> CalendarView:
        """Give the calendar that gave the judged date."""
        at_replay = judged is not None and judged.judged_by is JudgedBy.AT_REPLAY
        return self.latest if at_replay else self.known

    def told_with(self, entry: Entry, start: date, calendar: CalendarView) -> date | None:
        """Give the date that was right to tell with an entry; none while a pause is open.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        try:
            return self._due(start, calendar, self.moved.up_to(entry))
        except _StillPaused:
            return None

    def _due(self, start: date, calendar: CalendarView, moved: Moved) -> date:
        due = course_due(self.term, self.contents, start, calendar, moved.course)
        if due is None:
            raise _StillPaused
        return due


class _StillPaused(LookupError):
    """A pause is open, so the term has no last day yet."""
