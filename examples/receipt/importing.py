"""Imports a log of the past into historic lanes, day by day, and judges it (protocol H2, H14)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from examples.driving import Driving
from examples.receipt.historic import JURISDICTION, HistoricAgency, digest
from examples.receipt.log_case import LogCase, span
from examples.receipt.office import Act, Office
from examples.receipt.plan import plan
from examples.receipt.report import ImportReport, report
from services.driver import Told
from services.home import Draw

__all__ = ["JURISDICTION", "Imported", "Progress", "ReceiptImport"]

_DAY: Final = timedelta(days=1)

Progress = Callable[[str, int, int], None]
"""(what, done, of how many)."""


class Imported(Struct, frozen=True, kw_only=True):
    """What an import did."""

    report: ImportReport
    lanes: tuple[str, ...]
    events_added: int
    last_day: date


class ReceiptImport:
    """One import into one agency's historic lanes."""

    def __init__(
        self, driver: Driving, agency: str, recorded_at: str, draw: Draw | None = None
    ) -> None:
        self._driver = driver
        self._agency = HistoricAgency(driver, agency, recorded_at, draw)
        self._lanes = self._agency.lanes
        self._time = recorded_at

    def run(self, cases: Sequence[LogCase], progress: Progress) -> Imported:
        """Tell a log; after a crash the same call completes it.

        Args:
            cases: of a log that was read and checked as a whole.
            progress: is told each day.

        Raises:
            Refused: the agency has lanes with another log; nothing was written.
        """
        days = span(cases)
        self._agency.join(days)
        window, _ = self._lanes
        office = Office(agency=self._agency.agency, mint=self._driver.mint(window))
        before = self._events()
        self._agency.approve(days, digest(cases))
        told = plan(cases, office)
        self._tell(told, progress)
        return Imported(
            report=report(cases, told),
            lanes=self._lanes,
            events_added=self._events() - before,
            last_day=days.last,
        )

    def _tell(self, told: Sequence[tuple[date, list[Act]]], progress: Progress) -> None:
        open_day = self._driver.next_ledger_day(JURISDICTION)
        for done, (day, acts) in enumerate(told, 1):
            self._tell_day(day, acts)
            while open_day <= day:  # Also the days between an earlier log and this one.
                self._close(open_day)
                open_day += _DAY
            progress(f"{day}", done, len(told))
        if not self._is_counted():
            self._close(open_day)
        self._driver.quiet()

    def _close(self, day: date) -> None:
        self._driver.judge_past_day(JURISDICTION, day, actor=self._agency.closer, time=self._time)

    def _is_counted(self) -> bool:
        """Say whether the day judged last counted both lanes to their end.

        A log of days that the ledger had judged before counts at its next day (protocol B6).
        """
        counted = self._driver.counted(JURISDICTION)
        return sum(counted.get(lane, 0) for lane in self._lanes) == self._events()

    def _events(self) -> int:
        """Count the events of both lanes."""
        return sum(self._driver.size(lane) for lane in self._lanes)

    def _tell_day(self, day: date, acts: Sequence[Act]) -> None:
        agency = self._agency.agency
        for lane in self._lanes:
            told = [
                Told(act.command_id(agency), act.command, act.actor(agency))
                for act in acts
                if act.lane == lane.partition(".")[0]
            ]
            self._driver.tell(lane, told, time=self._time)
        self._driver.close_past_day(self._lanes, day, actor=self._agency.actor, time=self._time)
