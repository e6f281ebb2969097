"""A play under `LogClock`: the realm is joined, its norms told, each day played and closed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from events.deciding import Command
from events.envelope import moment
from events.law.calendar import CalendarVersion
from events.law.reference import load_reference
from events.law.zones import local_date
from examples.driving import Driving
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    STANDARDS_LANE,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.cases import Step
from examples.kazakhstan.complaint_path import PATH
from examples.kazakhstan.play import FORTNIGHT, Play
from services.audit.domain.commands import AdoptCalendar, AdoptEdition
from services.home import Draw

LAST_DAY: Final = FORTNIGHT.last_day
JOINED_AT: Final = "2024-04-28T07:00:00Z"
STANDARD_AT: Final = "2024-04-29T04:00:00Z"
REGISTRAR: Final = f"{AUTHORITY}/register/o-1a2b"
CLERK: Final = f"{JUSTICE}/standards/o-3d4e"
ACT: Final = "kz-draft-1579-2012"
_DAY: Final = timedelta(days=1)

Progress = Callable[[str, int, int], None]


class Scenario:
    """Plays in a realm; played again, it adds nothing."""

    def __init__(self, driver: Driving, draw: Draw | None = None, play: Play = FORTNIGHT) -> None:
        self._driver = driver
        self._draw = draw
        self._play = play

    def join(self) -> None:
        """Make the agencies' keys, register them, adopt calendars and the edition of the law."""
        driver, play = self._driver, self._play
        lanes = {AUDIT_LANE: AUTHORITY, **play.realm.lanes}
        keys = {lane: driver.key(lane, agency, self._draw) for lane, agency in lanes.items()}
        grant_keys = {agency: driver.grant_key(agency) for agency in play.realm.roles}
        registrations = play.realm.registrations(keys, grant_keys)
        for software in play.foreign:
            registrations += software.registrations(software.written(driver.lane_files))
        commands: list[tuple[str, Command]] = [(_named(one.agency), one) for one in registrations]
        driver.do(AUDIT_LANE, [*commands, *_norms()], actor=REGISTRAR, time=JOINED_AT)
        driver.begin(play.realm.lanes)

    def play(self, progress: Progress) -> None:
        """Play every day from the first to the last.

        Args:
            progress: is told each day.
        """
        self._driver.do(STANDARDS_LANE, self._play.norms(), actor=CLERK, time=STANDARD_AT)
        steps = self._play.steps(self._driver.mint(WINDOW_LANE))
        days = list(_days(self._play.last_day))
        for done, day in enumerate(days, 1):
            self._adopt(day)
            self._act([one for one in steps if local_date(moment(one.time), ZONE) == day])
            self._close(day)
            progress(str(day), done, len(days))

    def _adopt(self, day: date) -> None:
        """Adopt the calendars of this day: one of 7 June 2024 made 17 June a working day."""
        adopted = [
            _adoption(version)
            for version in load_reference(JURISDICTION)
            if version.adopted_on == day
        ]
        if adopted:
            time = f"{day}T04:00:00Z"
            self._driver.do(AUDIT_LANE, adopted, actor=REGISTRAR, time=time)

    def _act(self, steps: list[Step]) -> None:
        for step in steps:
            command = (step.command_id, step.command)
            if step.personal is None:
                self._driver.do(step.lane, [command], actor=step.actor, time=step.time)
                continue
            self._driver.do_sealed(
                step.lane,
                command,
                step.personal,
                actor=step.actor,
                time=step.time,
                draw=self._draw,
            )

    def _close(self, day: date) -> None:
        midnight = f"{day}T18:59:59Z"
        self._driver.close_day(list(self._play.realm.lanes), day, time=midnight)
        self._driver.close_ledger_day(
            JURISDICTION, day, actor=f"{AUTHORITY}/audit/policy", time=midnight
        )


def _named(agency: str) -> str:
    """Name the registration of an agency; the authority was registered when it was founded."""
    return f"register/{agency}" + ("/lanes" if agency == AUTHORITY else "")


def _norms() -> Iterator[tuple[str, Command]]:
    edition = AdoptEdition(
        jurisdiction=JURISDICTION,
        edition=ACT,
        act=ACT,
        in_force_from=date(2013, 3, 4),
        paths=(PATH,),
    )
    yield f"law/{ACT}", edition
    for version in load_reference(JURISDICTION):
        if version.adopted_on < FIRST_DAY:
            yield _adoption(version)


def _adoption(version: CalendarVersion) -> tuple[str, Command]:
    return f"calendar/{version.version}", AdoptCalendar(calendar=version)


def _days(last: date) -> Iterator[date]:
    day = FIRST_DAY
    while day <= last:
        yield day
        day += _DAY
