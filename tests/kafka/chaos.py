"""Plays until so many processes were killed: `python -m tests.kafka.chaos [KILLS] [SEED]`."""

import signal
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from examples.broker.broker import Broker, NoBroker
from examples.broker.finding import find_broker
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from examples.over_http.faults import Fault
from services.cli.demo import draw
from tests.flows.homes import driven
from tests.kafka.chaos_run import COMPACT_COURSE, FORTNIGHT_COURSE, Course, Outcome, findings, run

KILLS: Final = 200
SEED: Final = 1
OFTEN: Final = 0.75
"""Of a play's some hundred steps, during how many something happens."""
BROKEN_MAX: Final = 3
"""Runs that broke off, until no more is begun."""
COURSES: Final = (COMPACT_COURSE, FORTNIGHT_COURSE)
"""Played in turn: one has every service and complaints, the other personal data and grants."""


@click.command()
@click.argument("kills", type=click.IntRange(1), default=KILLS)
@click.argument("seed", type=int, default=SEED)
def main(kills: int, seed: int) -> None:
    """Kill KILLS processes while a realm works, and trouble its broker, as SEED draws it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # So that no process is left behind.
    with TemporaryDirectory() as made:
        folder = Path(made)
        try:
            broker = find_broker(folder)
        except NoBroker as absent:
            raise click.ClickException(str(absent)) from absent
        if not broker.ours:
            raise click.ClickException("the broker at the given address is not ours to kill")
        with broker:
            sys.exit(0 if Chaos(folder, broker).go(kills, seed) else 1)


class Chaos:
    """Runs, one after the other, each in a realm of its own."""

    def __init__(self, folder: Path, broker: Broker) -> None:
        """Play each course once in one process, without faults: to compare with."""
        self._folder = folder
        self._broker = broker
        self._expected = [_without_faults(folder / f"calm-{n}", one) for n, one in _numbered()]
        self._seen: Counter[str] = Counter()
        self._longest = 0.0
        self._begun = time.monotonic()

    def go(self, kills: int, seed: int) -> bool:
        """Run until so many were killed; say whether all held.

        A run that breaks off is wrong, and the next one begins; who looks later finds it all.
        """
        runs = wrong = broken = 0
        while self._seen[Fault.KILL] < kills and broken < BROKEN_MAX:
            left = kills - self._seen[Fault.KILL]
            found, whole = self._run(runs, seed + runs, left)
            runs, wrong, broken = runs + 1, wrong + len(found), broken + (not whole)
            killed, seconds = self._seen[Fault.KILL], self._seconds()
            click.echo(f"run {runs}, {killed} of {kills} killed, {wrong} wrong, {seconds:.0f} s")
        for what, count in sorted(self._seen.items()):
            click.echo(f"{count:6} {what}")
        click.echo(f"{self._longest:6.1f} seconds until quiet at most")
        click.echo(f"{runs} runs in {self._seconds():.0f} s, {wrong} wrong")
        return wrong == 0

    def _seconds(self) -> float:
        return time.monotonic() - self._begun

    def _run(self, number: int, seed: int, kills: int) -> tuple[list[str], bool]:
        """Run once; give what was wrong, and whether it came to its end."""
        course, expected = COURSES[number % len(COURSES)], self._expected[number % len(COURSES)]
        whole, wrong = True, list[str]()
        try:
            self._broker.wipe()
            self._broker.start()
            with TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as made:
                outcome = run(Path(made), self._broker, course, seed, kills=kills, often=OFTEN)
            self._note(outcome)
            wrong += outcome.wrong
            if outcome.findings != expected:
                wrong.append("the findings differ from those of a run without faults")
        except Exception as error:  # noqa: BLE001 -- whatever it is, the figures are to be printed
            whole = False
            wrong.append(f"it broke off: {type(error).__name__}: {error}")
        for one in wrong:
            click.echo(f"WRONG seed {seed}: {one}")
        return wrong, whole

    def _note(self, outcome: Outcome) -> None:
        driver = outcome.driver
        self._seen.update({str(fault): count for fault, count in driver.faults.done.items()})
        for lane, count in driver.faults.killed.items():
            self._seen[f"{Fault.KILL} of {lane.partition('.')[0]}"] += count
        for (_, at), count in outcome.died.items():
            self._seen[f"process died {at.partition(':')[0] or 'at no point that was named'}"] += (
                count
            )
        self._seen["command answered, there once"] += len(driver.answers)
        self._seen["request sent again as no answer came"] += outcome.sent_again
        self._seen["record in the authority's topics"] += outcome.records
        self._seen["record repeated there"] += outcome.repeated
        self._longest = max(self._longest, driver.quiet_longest)


def _numbered() -> list[tuple[int, Course]]:
    return list(enumerate(COURSES))


def _without_faults(home: Path, course: Course) -> list[bytes]:
    found(home, draw)
    with driven(home) as driver:
        scenario = Scenario(driver, draw, course.play)
        scenario.join()
        course.go(driver, scenario)
    return findings(home)


if __name__ == "__main__":
    main()
