"""An agency of the past: its two historic lanes and its norm, told once (protocol H14)."""

import hashlib
from collections.abc import Sequence
from typing import Final

import msgspec

from events.audit import LaneRegistration
from events.deciding import Command, Refused, refuse
from events.log.lane.work import CommandReused
from events.register import Register
from examples.driving import Driving
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY
from examples.receipt.log_case import ZONE, LogCase, Span
from examples.receipt.standard import EDITION, SERVICE, dutch_standard
from services.audit.domain.commands import RegisterAgency
from services.home import Draw
from services.provider.domain.commands import ApproveStandard, RecordRegistration

JURISDICTION: Final = "nl"
ROLES: Final = ("municipality", "deliverer", "approver")


class HistoricAgency:
    """One agency whose past is imported: window and deliverer."""

    def __init__(self, driver: Driving, agency: str, recorded_at: str, draw: Draw | None) -> None:
        self.driver = driver
        self.agency = agency
        self.time = recorded_at
        self._draw = draw
        self.lanes = (f"intake.{agency}", f"provider.{agency}")
        self.actor = f"{agency}/import/import"
        self.closer = f"{AUTHORITY}/audit/import"

    def join(self, days: Span) -> None:
        """Register the agency with two historic lanes of the log's days.

        Raises:
            Refused: `other-log`, it has lanes of other days.
        """
        known = self.driver.register
        self._refuse_another_agency(known)
        lanes = tuple(
            LaneRegistration(
                lane=lane,
                key=self.driver.key(lane, self.agency, self._draw),
                first_day=days.first,
                last_day=days.last,
                historic=True,
            )
            for lane in self.lanes
        )
        self._refuse_other_log(known, lanes)
        register = RegisterAgency(
            agency=self.agency,
            roles=ROLES,
            jurisdiction=JURISDICTION,
            zone=ZONE,
            week="5",
            lanes=lanes,
        )
        command_id = f"register/{self.agency}"
        self._do(AUDIT_LANE, [(command_id, register)])
        self.driver.begin(dict.fromkeys(self.lanes, self.agency))

    def _refuse_another_agency(self, register: Register) -> None:
        """Refuse, before any key is made, an id that another agency has or a lane that is taken."""
        known = register.agencies.get(self.agency)
        taken = [lane for lane in self.lanes if register.agency_id(lane) not in (None, self.agency)]
        if taken or (known is not None and register.agency_id(self.lanes[0]) is None):
            raise refuse(
                "agency-exists",
                f"{taken[0] if taken else self.agency} is registered already, and not by an "
                "import; take another --agency",
                "protocol H14",
            )

    def _refuse_other_log(self, register: Register, lanes: Sequence[LaneRegistration]) -> None:
        for lane in lanes:
            known = register.lanes.get(lane.lane)
            same = known is None or (known.first_day, known.last_day) == (
                lane.first_day,
                lane.last_day,
            )
            if not same:
                raise _other_log(lane.lane)

    def approve(self, days: Span, log: str) -> None:
        """Tell the norm that the log's cases ran under, dated the log's first day.

        It names the log by its digest, and is the first that is told: so of another log under the
        same agency nothing is told (protocol E5, H14).

        Raises:
            Refused: `other-log`, it has told another log.
        """
        approve = ApproveStandard(
            transcribed=True,
            on=days.first,
            service_code=SERVICE,
            edition=EDITION,
            contents=dutch_standard(self.agency),
            act_no=f"as told in the log {log}",
            effective_from=days.first,
        )
        register = RecordRegistration(
            transcribed=True,
            on=days.first,
            service_code=SERVICE,
            edition=EDITION,
            registration_no="log-1",
        )
        commands: list[tuple[str, Command]] = [
            (f"receipt/{self.agency}/standard", approve),
            (f"receipt/{self.agency}/standard-in-use", register),
        ]
        _, lane = self.lanes
        try:
            self._do(lane, commands)
        except CommandReused as reused:
            raise _other_log(lane) from reused

    def _do(self, lane: str, commands: Sequence[tuple[str, Command]]) -> None:
        """Send commands, and carry what they say."""
        actor = self.closer if lane == AUDIT_LANE else self.actor
        self.driver.do(lane, commands, actor=actor, time=self.time)


def digest(cases: Sequence[LogCase]) -> str:
    """Name a log by what it says, however its file is written: 128 bits in hex."""
    return hashlib.sha256(msgspec.json.encode(cases)).hexdigest()[:32]


def _other_log(lane: str) -> Refused:
    sentence = f"{lane} holds another log; import this one with another --agency"
    return refuse("other-log", sentence, "protocol H14")
