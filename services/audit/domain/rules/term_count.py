"""A term counted by two calendars, with the pauses that its standard allows (8.1(5))."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.deadlines import ServiceTerm
from events.law.judging import JudgedBy, JudgedDue, judged_due
from events.law.norm_book import Standard
from events.law.pausing import Pause
from events.provider import TermPaused
from services.audit.domain.case_file import CaseFile, Entry


class TermCount(NamedTuple):
    """What stays the same while one term is counted from one start or another."""

    term: ServiceTerm
    known: CalendarView
    """The calendar known when the date was told."""
    latest: CalendarView
    """The calendar known on the ledger day."""
    pauses: Sequence[Pause]

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
                lambda view: self._due(start, view), known=self.known, replay=self.latest
            )
        except _StillPaused:
            return None

    def lawful(self, start: date, judged: JudgedDue | None) -> date:
        """Give the date by the calendar known when told, without pauses.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        if self.pauses or judged is None:
            return self.term.due(start, self.known)
        return judged.known_when_told

    def judging(self, judged: JudgedDue | None) -> CalendarView:
        """Give the calendar that gave the judged date."""
        at_replay = judged is not None and judged.judged_by is JudgedBy.AT_REPLAY
        return self.latest if at_replay else self.known

    def _due(self, start: date, calendar: CalendarView) -> date:
        if not self.pauses:
            return self.term.due(start, calendar)
        due = self.term.paused_due(start, calendar, self.pauses)
        if due is None:
            raise _StillPaused
        return due


class _StillPaused(LookupError):
    """A pause is open, so the term has no last day yet."""


def lawful_pauses(file: CaseFile, standard: Standard) -> Sequence[tuple[Entry, Pause]]:
    """Give the pauses on a ground that the standard lists, with the effect that it gives them.

    The days of another pause are counted back in.
    """
    paused = file.all(TermPaused)
    if not paused:
        return ()
    effects = {pause.ground: pause.effect for pause in standard.contents.pauses}
    return [
        (entry, Pause(on=entry.on, until=entry.data.until, effect=effects[entry.data.ground]))
        for entry in paused
        if entry.data.ground in effects
    ]
