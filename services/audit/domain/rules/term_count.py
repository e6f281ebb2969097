"""A term of one case counted by two calendars, with the pauses that its standard allows (8.1(5))."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.deadlines import ServiceTerm
from events.law.judging import JudgedDue, judged_due
from events.law.norm_book import Standard
from events.law.pausing import Pause
from events.provider import TermPaused
from services.audit.domain.files import CaseFile, Entry


class StillPaused(LookupError):
    """A pause is open, so the term has no last day yet."""


class TermCount(NamedTuple):
    """What stays the same while one term is counted from one start or another."""

    term: ServiceTerm
    known: CalendarView
    """The calendar known when the date was told."""
    latest: CalendarView
    """The calendar known on the ledger day."""
    pauses: tuple[Pause, ...]

    def judged(self, start: date) -> JudgedDue:
        """Give the later of the two lawful dates, and both.

        Raises:
            StillPaused: a pause is open.
            CalendarGap: a day that must be counted is in no calendar.
        """
        return judged_due(lambda view: self._due(start, view), known=self.known, replay=self.latest)

    def _due(self, start: date, calendar: CalendarView) -> date:
        if not self.pauses:
            return self.term.due(start, calendar)
        due = self.term.paused_due(start, calendar, self.pauses)
        if due is None:
            raise StillPaused
        return due


def lawful_pauses(file: CaseFile, standard: Standard) -> Iterator[tuple[Entry, Pause]]:
    """Give the pauses on a ground that the standard lists, with the effect that it gives them.

    The days of another pause are counted back in.
    """
    paused = file.all(TermPaused)
    effects = {pause.ground: pause.effect for pause in standard.contents.pauses} if paused else {}
    for entry in paused:
        effect = effects.get(entry.data.ground)
        if effect is not None:
            yield entry, Pause(on=entry.on, until=entry.data.until, effect=effect)
