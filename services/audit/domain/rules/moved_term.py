"""What moves the end of a term in a case: pauses and extensions that its standard allows (8.1(5)).

The days of others are counted back in.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from events.law.calendar import Week
from events.law.calendar_view import CalendarView
from events.law.counting import nominal_last
from events.law.norms import Pause as PauseNorm
from events.law.norms import StandardContents
from events.law.pausing import Pause
from events.law.predicates import may_extend_on, pause_on
from events.law.term import TermLength, Unit
from events.provider import TermPaused
from events.provider_course import TermExtended, TermResumed
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry


class PauseTold(NamedTuple):
    """A pause with what ended it, and the norm that allows it."""

    paused: Entry
    resumed: Entry | None
    norm: PauseNorm

    def counted(self, calendar: CalendarView, week: Week) -> Pause:
        """Give the days that do not count: to the first of what may end the pause.

        That is its resumption, the day told with it, or the standard's limit.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        ends = (
            self.paused.data.until,
            None if self.resumed is None else self.resumed.on,
            self.limit(calendar, week),
        )
        until = min((one for one in ends if one is not None), default=None)
        return Pause(on=self.paused.on, until=until, effect=self.norm.effect)

    def limit(self, calendar: CalendarView, week: Week) -> date | None:
        """Give the last day on which the term may go on again; None if the standard sets none.

        The day of pausing stands still, the day of resuming counts (`events/law/pausing.py`).

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        length, unit = self.norm.length, self.norm.unit
        if length is None or unit is Unit.AS_TOLD:
            return None
        if unit is Unit.WORKING_DAY:
            return calendar.week(week).nth_from(self.paused.on, length + 1)
        return nominal_last(self.paused.on, TermLength(length=length, unit=unit))

    def up_to(self, entry: Entry) -> "PauseTold":
        """Leave out a resumption that was told only after an entry."""
        known = self.resumed is not None and _told_by(self.resumed, entry)
        return self if known else self._replace(resumed=None)


class ExtensionTold(NamedTuple):
    """An extension, and how much of it the standard still allowed."""

    extended: Entry
    allowed: int

    @property
    def length(self) -> TermLength:
        """What it adds to the term."""
        return TermLength(length=self.allowed, unit=self.extended.data.unit)


class Moved(NamedTuple):
    """All that moves the end of one term."""

    pauses: Sequence[PauseTold]
    extensions: Sequence[ExtensionTold]

    @property
    def entries(self) -> list[Entry]:
        """What tells it."""
        told = [one for pause in self.pauses for one in (pause.paused, pause.resumed)]
        return [one for one in told if one is not None] + [one.extended for one in self.extensions]

    @property
    def nothing(self) -> bool:
        """Whether the term stands as it began."""
        return not self.pauses and not self.extensions

    def up_to(self, entry: Entry) -> "Moved":
        """Give what had moved it when an entry was told, with that entry."""
        pauses = [one.up_to(entry) for one in self.pauses if _told_by(one.paused, entry)]
        extensions = [one for one in self.extensions if _told_by(one.extended, entry)]
        return Moved(pauses, extensions)


NOTHING = Moved((), ())


def moved(file: CaseFile, contents: StandardContents) -> Moved:
    """Read out of a case what lawfully moved its term."""
    if not file.all(TermPaused, TermExtended):
        return NOTHING
    extensions = [one for one in extensions_told(file, contents) if one.allowed]
    return Moved(list(_pauses(file, contents)), extensions)


def _pauses(file: CaseFile, contents: StandardContents) -> Iterator[PauseTold]:
    """Give pauses on a listed ground, each with what its lane said first to end it."""
    resumptions = file.all(TermResumed)
    for paused in file.all(TermPaused):
        norm = pause_on(contents, paused.data.ground)
        if norm is not None and paused.lane in file.deliverers:
            ends = [one for one in resumptions if _ends(one, paused)]
            yield PauseTold(paused, min(ends, key=lambda one: one.seq, default=None), norm)


def _ends(resumed: Entry, paused: Entry) -> bool:
    later = resumed.lane == paused.lane and resumed.seq > paused.seq
    return later and resumed.data.ground == paused.data.ground


def extensions_told(file: CaseFile, contents: StandardContents) -> Iterator[ExtensionTold]:
    """Give all extensions; of each is allowed what is left of the standard's sum, on its ground."""
    norm = contents.extension
    left = 0 if norm is None else norm.length
    for extended in file.all(TermExtended):
        data = extended.data
        fits = norm is not None and data.unit is norm.unit and may_extend_on(contents, data.ground)
        if extended.lane in file.deliverers:
            allowed = min(data.length, left) if fits else 0
            left -= allowed
            yield ExtensionTold(extended, allowed)


def _told_by(one: Entry, entry: Entry) -> bool:
    """Say whether something had been told when an entry was: by its lane, or by its day."""
    return one.seq <= entry.seq if one.lane == entry.lane else one.on <= entry.on
