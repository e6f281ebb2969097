"""A driver whose transport does not reach one lane for some days: the lane is silent."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from events.deciding import Command
from events.log.lane.work import Answer
from services.audit.application.judge import DayOutcome
from tests.flows.shuffled import ShuffledDriver


class CutOffDriver(ShuffledDriver):
    """One whose transport reaches a lane on some days not at all: then that closes no day.

    When it returns it closes first what it owes (protocol B2).
    """

    def __init__(self, home: Path, seed: int, lane: str, days: Sequence[date]) -> None:
        super().__init__(home, seed)
        self._lane = lane
        self._days = days
        self._owed: list[date] = []

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """Send commands to a lane; by then the silent one may be back."""
        if self._owed and date.fromisoformat(time[:10]) not in self._days:
            self._return(time)
        return super().do(lane, commands, actor=actor, time=time)

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """Close a day on lanes; the silent one owes it."""
        if day in self._days:
            self._owed.append(day)
            lanes = [lane for lane in lanes if lane != self._lane]
        elif self._owed:
            self._return(time)
        super().close_day(lanes, day, time=time)

    def _return(self, time: str) -> None:
        for day in self._owed:
            super().close_day([self._lane], day, time=time)
        self._owed.clear()
        self.quiet()

    def close_ledger_day(
        self, jurisdiction: str, day: date, *, actor: str, time: str, silent: Sequence[str] = ()
    ) -> DayOutcome:
        """Close a day of the ledger; name the silent lane."""
        named = [*silent, self._lane] if self._owed else silent
        return super().close_ledger_day(jurisdiction, day, actor=actor, time=time, silent=named)

    def _new(self, lanes: Mapping[str, int]) -> list[tuple[str, str]]:
        new = super()._new(lanes)
        return [pair for pair in new if self._lane not in pair] if self._owed else new
