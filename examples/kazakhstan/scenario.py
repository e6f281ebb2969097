"""The small realm's fortnight under `LogClock`: joined, its norms told, two cases, days closed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from events.deciding import Command
from events.envelope import moment
from events.law.reference import load_reference
from events.law.zones import local_date
from examples.kazakhstan import foreign
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
    ZONE,
    registrations,
)
from examples.kazakhstan.cases import steps
from examples.kazakhstan.standard import approve, register
from services.audit.domain.commands import AdoptCalendar, AdoptEdition
from services.driver import Driver
from services.home import Draw

LAST_DAY: Final = date(2024, 5, 14)
"""The Tuesday after the late result of Monday 13 May."""
JOINED_AT: Final = "2024-04-28T07:00:00Z"
STANDARD_AT: Final = "2024-04-29T04:00:00Z"
REGISTRAR: Final = f"{AUTHORITY}/register/o-1a2b"
CLERK: Final = f"{JUSTICE}/standards/o-3d4e"
ACT: Final = "kz-draft-1579-2012"
_DAY: Final = timedelta(days=1)

Progress = Callable[[str, int, int], None]


class Scenario:
    """Plays the realm; played again, it adds nothing."""

    def __init__(self, driver: Driver, draw: Draw | None = None) -> None:
        self._driver = driver
        self._draw = draw

    def join(self) -> None:
        """Make the agencies' keys, register them, adopt calendars and the edition of the law."""
        realm = self._driver.realm
        keys = {AUDIT_LANE: realm.settings.anchor}
        for lane, agency in LANES.items():
            key = realm.vkey(lane) if lane in realm.lanes else realm.join(lane, agency, self._draw)
            keys[lane] = key.text
        commands: list[tuple[str, Command]] = [
            (f"register/{one.agency}", one)
            for one in registrations(keys)
            if one.agency != AUTHORITY
        ]
        written = foreign.registration(foreign.written(realm.home / "in"))
        commands.append((f"register/{foreign.AGENCY}", written))
        self._driver.do(AUDIT_LANE, [*commands, *_norms()], actor=REGISTRAR, time=JOINED_AT)

    def play(self, progress: Progress) -> None:
        """Play every day from the first to the last.

        Args:
            progress: is told each day.
        """
        commands: list[tuple[str, Command]] = [
            ("apostille/1", approve()),
            ("apostille/1/in-use", register()),
        ]
        self._driver.do(STANDARDS_LANE, commands, actor=CLERK, time=STANDARD_AT)
        days = list(_days())
        for done, day in enumerate(days, 1):
            self._play_day(day)
            self._close(day)
            progress(str(day), done, len(days))

    def _play_day(self, day: date) -> None:
        mint = self._driver.realm.instance(WINDOW_LANE).mint.id
        for step in steps(mint):
            if local_date(moment(step.time), ZONE) == day:
                command = [(step.command_id, step.command)]
                self._driver.do(step.lane, command, actor=step.actor, time=step.time)

    def _close(self, day: date) -> None:
        midnight = f"{day}T18:59:59Z"
        for lane, agency in LANES.items():
            actor = f"{agency}/{lane.partition('.')[0]}/policy"
            self._driver.close_day([lane], day, actor=actor, time=midnight)
        self._driver.close_ledger_day(
            JURISDICTION, day, actor=f"{AUTHORITY}/audit/policy", time=midnight
        )


def _norms() -> Iterator[tuple[str, Command]]:
    edition = AdoptEdition(
        jurisdiction=JURISDICTION, edition=ACT, act=ACT, in_force_from=date(2013, 3, 4)
    )
    yield f"law/{ACT}", edition
    for version in load_reference(JURISDICTION):
        if version.adopted_on < FIRST_DAY:
            yield f"calendar/{version.version}", AdoptCalendar(calendar=version)


def _days() -> Iterator[date]:
    day = FIRST_DAY
    while day <= LAST_DAY:
        yield day
        day += _DAY
