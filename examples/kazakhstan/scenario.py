"""A play under `LogClock`: the realm is joined, its norms told, each day played and closed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from events.deciding import Command
from events.envelope import moment
from events.law.calendar import CalendarVersion
from events.law.reference import load_reference
from events.law.zones import local_date
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
from services.driver import Driver
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

    def __init__(self, driver: Driver, draw: Draw | None = None, play: Play = FORTNIGHT) -> None:
        self._driver = driver
        self._draw = draw
        self._play = play

    def join(self) -> None:
        """Make the agencies' keys, register them, adopt calendars and the edition of the law."""
        realm, play = self._driver.realm, self._play
        keys = {AUDIT_LANE: realm.settings.anchor}
        for lane, agency in play.realm.lanes.items():
            key = realm.vkey(lane) if lane in realm.lanes else realm.join(lane, agency, self._draw)
            keys[lane] = key.text
        grant_keys = {agency: realm.grant_key(agency) for agency in play.realm.roles}
        registrations = play.realm.registrations(keys, grant_keys)
        for software in play.foreign:
            registrations += software.registrations(software.written(realm.home / "in"))
        commands: list[tuple[str, Command]] = [(_named(one.agency), one) for one in registrations]
        self._driver.do(AUDIT_LANE, [*commands, *_norms()], actor=REGISTRAR, time=JOINED_AT)

    def play(self, progress: Progress) -> None:
        """Play every day from the first to the last.

        Args:
            progress: is told each day.
        """
        self._driver.do(STANDARDS_LANE, self._play.norms(), actor=CLERK, time=STANDARD_AT)
        steps = self._play.steps(self._driver.realm.instance(WINDOW_LANE).mint.id)
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
            commands = [(step.command_id, self._sealed(step))]
            self._driver.do(step.lane, commands, actor=step.actor, time=step.time)

    def _sealed(self, step: Step) -> Command:
        """Give a step's command, personal data sealed in it."""
        if step.personal is None:
            return step.command
        case_id: str = getattr(step.command, "case_id")  # noqa: B009 -- commands about a person have it
        sealer = self._driver.realm.sealer(step.lane, self._draw)
        sealed = sealer.seal(
            case_id, step.personal.applicant_id, step.command_id, step.personal.parts
        )
        return replace(step.command, sealed=sealed)

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
