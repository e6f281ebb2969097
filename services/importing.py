"""Imports a log of the past into historic lanes, day by day, and judges it (protocol H2, H14)."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from events.audit import LaneRegistration
from events.deciding import Command, Refused, refuse
from events.log.lane.work import CommandReused
from events.log.tree.keys import VerificationKey
from events.register import Register
from examples.receipt.log_case import ZONE, LogCase, Span, span
from examples.receipt.office import Act, Office
from examples.receipt.plan import plan
from examples.receipt.report import ImportReport, report
from examples.receipt.standard import EDITION, SERVICE, dutch_standard
from services.audit.domain.commands import RegisterAgency
from services.driver import Driver, answered
from services.home import Draw
from services.provider.domain.commands import ApproveStandard, RecordRegistration
from services.realm import Realm

JURISDICTION: Final = "nl"
ROLES: Final = ("municipality", "deliverer", "approver")
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
        self, driver: Driver, agency: str, recorded_at: str, draw: Draw | None = None
    ) -> None:
        self._driver = driver
        self._agency = agency
        self._time = recorded_at
        self._draw = draw
        self._lanes = (f"intake.{agency}", f"provider.{agency}")
        self._actor = f"{agency}/import/import"
        self._closer = f"{driver.realm.settings.authority}/audit/import"

    def run(self, cases: Sequence[LogCase], progress: Progress) -> Imported:
        """Tell a log; after a crash the same call completes it.

        Args:
            cases: of a log that was read and checked as a whole.
            progress: is told each day.

        Raises:
            Refused: the agency has lanes with another log; nothing was written.
        """
        days = span(cases)
        self._join(days)
        office = Office(
            agency=self._agency, mint=self._driver.realm.instance(self._lanes[0]).mint.id
        )
        before = self._events()
        self._approve(days, digest(cases))
        told = plan(cases, office)
        self._tell(told, progress)
        return Imported(
            report=report(cases, told),
            lanes=self._lanes,
            events_added=self._events() - before,
            last_day=days.last,
        )

    def _join(self, days: Span) -> None:
        """Register the agency with two historic lanes of the log's days."""
        realm = self._driver.realm
        lanes = tuple(
            LaneRegistration(
                lane=lane,
                key=self._key(realm, lane).text,
                first_day=days.first,
                last_day=days.last,
                historic=True,
            )
            for lane in self._lanes
        )
        self._refuse_other_log(realm.audit.known.register, lanes)
        register = RegisterAgency(
            agency=self._agency,
            roles=ROLES,
            jurisdiction=JURISDICTION,
            zone=ZONE,
            week="5",
            lanes=lanes,
        )
        command_id = f"register/{self._agency}"
        audit_lane = realm.settings.audit_lane
        self._do(audit_lane, [(command_id, register)])

    def _key(self, realm: Realm, lane: str) -> VerificationKey:
        if lane in realm.lanes:
            return realm.vkey(lane)
        return realm.join(lane, self._agency, self._draw)

    def _refuse_other_log(self, register: Register, lanes: Sequence[LaneRegistration]) -> None:
        for lane in lanes:
            known = register.lanes.get(lane.lane)
            same = known is None or (known.first_day, known.last_day) == (
                lane.first_day,
                lane.last_day,
            )
            if not same:
                raise _other_log(lane.lane)

    def _approve(self, days: Span, log: str) -> None:
        """Tell the norm that the log's cases ran under, dated the log's first day.

        It names the log by its digest, and is the first that is told: so of another log under the
        same agency nothing is told (protocol E5, H14).
        """
        approve = ApproveStandard(
            transcribed=True,
            on=days.first,
            service_code=SERVICE,
            edition=EDITION,
            contents=dutch_standard(self._agency),
            act_no=f"as told in the log {log}",
            effective_from=days.first,
        )
        register = RecordRegistration(
            transcribed=True,
            on=days.first,
            service_code=SERVICE,
            edition=EDITION,
            registration_no="as told in the log",
        )
        commands: list[tuple[str, Command]] = [
            (f"receipt/{self._agency}/standard", approve),
            (f"receipt/{self._agency}/standard-in-use", register),
        ]
        _, lane = self._lanes
        try:
            self._do(lane, commands)
        except CommandReused as reused:
            raise _other_log(lane) from reused

    def _tell(self, told: Sequence[tuple[date, list[Act]]], progress: Progress) -> None:
        open_day = self._driver.realm.closing.next_day(JURISDICTION)
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
        closing = self._driver.realm.closing
        closing.close(JURISDICTION, day, actor=self._closer, time=self._time)

    def _is_counted(self) -> bool:
        """Say whether the day judged last counted both lanes to their end.

        A log of days that the ledger had judged before counts at its next day (protocol B6).
        """
        counted = self._driver.realm.closing.counted_sizes(JURISDICTION)
        return sum(counted.get(lane, 0) for lane in self._lanes) == self._events()

    def _events(self) -> int:
        """Count the events of both lanes."""
        return sum(self._driver.realm.grown(lane) for lane in self._lanes)

    def _tell_day(self, day: date, acts: Sequence[Act]) -> None:
        for lane in self._lanes:
            instance = self._driver.realm.instance(lane)
            works = [
                instance.work(
                    act.command,
                    command_id=act.command_id(self._agency),
                    actor=act.actor(self._agency),
                    time=self._time,
                )
                for act in acts
                if act.lane == lane.partition(".")[0]
            ]
            for outcome in instance.writer.commit(works):
                answered(outcome)
            answered(instance.close_day(day, actor=self._actor, time=self._time))
        self._driver.tell_authority(self._lanes)

    def _do(self, lane: str, commands: Sequence[tuple[str, Command]]) -> None:
        """Send commands; carry what they say if that is news to the two lanes.

        What a lane has heard stands in its next day: so an import that goes on after a crash may
        hear no more than one without (protocol A11, H14).
        """
        actor = self._closer if lane == self._driver.realm.settings.audit_lane else self._actor
        instance = self._driver.realm.instance(lane)
        for outcome in instance.do(commands, actor=actor, time=self._time):
            answered(outcome)
        if not self._is_told():
            self._driver.quiet()

    def _is_told(self) -> bool:
        """Say whether both lanes know themselves, and the window the norm."""
        realm = self._driver.realm
        known = [lane in realm.instance(lane).known.register.lanes for lane in self._lanes]
        intake, provider = self._lanes
        return all(known) and realm.instance(intake).held(provider) > 0


def digest(cases: Sequence[LogCase]) -> str:
    """Name a log by what it says, however its file is written: 128 bits in hex."""
    return hashlib.sha256(msgspec.json.encode(cases)).hexdigest()[:32]


def _other_log(lane: str) -> Refused:
    sentence = f"{lane} holds another log; import this one with another --agency"
    return refuse("other-log", sentence, "protocol H14")
