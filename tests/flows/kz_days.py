"""The Kazakh realm day by day, as a test wants it: who acts, who closes, who is silent."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from events.audit import FindingMade
from events.envelope import moment
from events.law.zones import local_date
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    FIRST_DAY,
    JURISDICTION,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.cases import Step, steps
from examples.kazakhstan.scenario import CLERK, STANDARD_AT
from examples.kazakhstan.standard import approve, register
from services.audit.application.findings import recorded
from services.audit.application.judge import DayOutcome
from services.audit.projections.recorded import RecordedFinding
from services.driver import Driver
from tests.flows.homes import driven

LATE_CASE = "desk4/000118"
"""The command that lodges the late case; a test may let only its first steps happen."""
CLOSER = f"{AUTHORITY}/audit/policy"


class KzDays:
    """One realm, driven by hand."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.realm = driver.realm
        self.day = FIRST_DAY
        """The day that is open."""

    def approve_standard(self) -> None:
        commands = [("apostille/1", approve()), ("apostille/1/in-use", register())]
        self.driver.do(STANDARDS_LANE, commands, actor=CLERK, time=STANDARD_AT)

    def late_case(self) -> list[Step]:
        """Give the late case's steps, in order of time."""
        mint = self.realm.instance(WINDOW_LANE).mint.id
        case_id = mint(LATE_CASE, "case")
        return [step for step in steps(mint) if getattr(step.command, "case_id", "") == case_id]

    def act(self, *done: Step) -> None:
        """Let steps of the open day happen."""
        for step in done:
            assert local_date(moment(step.time), ZONE) == self.day, step
            commands = [(step.command_id, step.command)]
            self.driver.do(step.lane, commands, actor=step.actor, time=step.time)

    def close_lanes(self, *lanes: str, day: date | None = None) -> None:
        closed = day or self.day
        self.driver.close_day(lanes, closed, time=self._midnight)

    def close_ledger(self, silent: Sequence[str] = ()) -> DayOutcome:
        return self.driver.close_ledger_day(
            JURISDICTION, self.day, actor=CLOSER, time=self._midnight, silent=silent
        )

    def close(self, silent: Collection[str] = ()) -> None:
        """Close the open day on all lanes but silent ones, and on the ledger; go to the next."""
        self.close_lanes(*(lane for lane in LANES if lane not in silent))
        self.close_ledger(sorted(silent))
        self.day += timedelta(days=1)

    def close_until(self, day: date, silent: Collection[str] = ()) -> None:
        """Close days until this one is open."""
        while self.day < day:
            self.close(silent)

    def recorded(self) -> list[RecordedFinding]:
        """Give all findings as recorded last."""
        with self.realm.store(AUDIT_LANE).reading() as tx:
            return recorded(tx, tx.size())

    def standing(self, rule: str | None = None) -> list[FindingMade]:
        """Give the findings that stand."""
        found = [one.made for one in self.recorded() if one.stands]
        return [made for made in found if rule in (None, made.rule)]

    def rules(self) -> list[str]:
        """Name the rules of the findings that stand."""
        return sorted(made.rule for made in self.standing())

    @property
    def _midnight(self) -> str:
        return f"{self.day}T18:59:59Z"


@contextmanager
def kz_days(home: Path) -> Iterator[KzDays]:
    """Open a joined home, with its standard in use."""
    with driven(home) as driver:
        days = KzDays(driver)
        days.approve_standard()
        yield days
