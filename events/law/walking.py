"""The days of a count forward, walked one by one.

This shares no arithmetic with `counting.py` and `pausing.py`: it is slow and plain, and there to
explain them. The tests hold the two against each other.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from events.law.calendar_view import ONE_DAY
from events.law.counting import months_on
from events.law.day_row import DayCode, DayRow, Days
from events.law.norms import PauseEffect
from events.law.pausing import Pause
from events.law.term import TermLength, Unit


class Walk:
    """A walk over the days of one term; `rows` grows with each step."""

    def __init__(
        self, days: Days, term: TermLength, pauses: Sequence[Pause], *, rolls: bool
    ) -> None:
        """Prepare the walk; `begin` says from which day."""
        self.rows: Final[list[DayRow]] = []
        self._days: Final = days
        self._term: Final = term
        self._pauses: Final = pauses
        self._rolls: Final = rolls and term.unit is not Unit.WORKING_DAY
        self._start = self._day = date.min
        self._number = self._total = 0
        self._nominal: date | None = None  # The end of the months, where the month is too short.

    def begin(self, start: date, *, first_day_counted: bool) -> None:
        """Stand before the first day that can count."""
        self._start, self._number = start, 0
        if first_day_counted and self._days.works(start):
            self._day = start
        else:
            code = DayCode.START_OFF if first_day_counted else DayCode.START
            self.rows.append(self._days.row(start, code))
            self._day = start + ONE_DAY
        self._total = self._days_to_count(self._day - ONE_DAY)

    def to_end(self) -> date | None:
        """Walk to the last day of the term; none if a pause is open."""
        while True:
            pause = self._pause()
            if pause is not None:
                if not self._sit_out(pause):
                    return None
            elif self._step():
                return self.rows[-1].on

    def _days_to_count(self, counted_after: date) -> int:
        if self._term.unit is not Unit.MONTH:
            return self._term.length
        end = months_on(counted_after, self._term.length)
        self._nominal = end if end.day < counted_after.day else None
        return (end - counted_after).days

    def _pause(self) -> Pause | None:
        """Return the pause that today lies in; one that begins the term anew goes first."""
        active = [pause for pause in self._pauses if pause.on <= self._day and self._bears(pause)]
        return min(active, key=lambda pause: pause.effect is PauseEffect.CONTINUE, default=None)

    def _bears(self, pause: Pause) -> bool:
        if pause.resumed is None:
            return True
        since = self._start if pause.effect is PauseEffect.RESTART else self._day
        return pause.resumed > since

    def _sit_out(self, pause: Pause) -> bool:
        """Pass one paused day, or all days until the term begins anew; false if that is open."""
        if pause.effect is PauseEffect.RESTART and pause.resumed is not None:
            while self._day < pause.resumed:
                self._pass(self._days.row(self._day, DayCode.PAUSED))
            self.begin(pause.resumed, first_day_counted=False)
            return True
        self._pass(self._days.row(self._day, DayCode.PAUSED))
        return pause.resumed is not None

    def _step(self) -> bool:
        """Pass one day; true if it is the last day of the term."""
        today = self._day
        if self._number == self._total:
            ends = self._days.works(today)
            self._pass(self._days.row(today, DayCode.ROLLED) if ends else self._days.off(today))
            return ends
        if self._term.unit is Unit.WORKING_DAY and not self._days.works(today):
            self._pass(self._days.off(today))
            return False
        self._number += 1
        self._pass(self._counted(today))
        return self._number == self._total and (not self._rolls or self._days.works(today))

    def _counted(self, today: date) -> DayRow:
        if self._term.unit is not Unit.MONTH:
            return self._days.row(today, DayCode.COUNTED, self._number)
        if self._number < self._total:
            return self._days.row(today, DayCode.COUNTED)
        short = today == self._nominal
        return self._days.row(today, DayCode.SHORT_MONTH_END if short else DayCode.MONTH_END)

    def _pass(self, row: DayRow) -> None:
        if self._term.unit is not Unit.MONTH or row.code is not DayCode.COUNTED:
            self.rows.append(row)  # The days inside a month explain nothing.
        self._day += ONE_DAY
