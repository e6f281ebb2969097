"""Drives a realm of processes through their front doors (protocol D), as `examples.driving`."""

import time as machine
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from events.deciding import Command, Refused
from events.log.lane.ids import Mint
from events.log.lane.work import Answer
from events.register import Register
from examples.over_http.publishing import publish
from examples.over_http.quiet import QUIET_SECONDS_MAX, Statuses, in_turn, wait_until_quiet
from examples.over_http.realm import BrokerRealm
from services.audit.domain.commands import RegisterAgency
from services.driver import Personal, Told
from services.home import Draw

COVERED_SECONDS_MAX: Final = 60.0
"""Until the authority must have the closing of a day that a lane has answered."""
CASES_AT_ONCE: Final = 8
"""Cases of the past that are told side by side: they share commits, as in an office they would."""
AGAIN_SECONDS: Final = 0.01
"""Between two questions whether it has."""
_DAY: Final = timedelta(days=1)


class HttpDriver:
    """Commands and closes days; it starts on a realm that nobody has played in."""

    def __init__(self, realm: BrokerRealm) -> None:
        self._realm = realm
        self._published: dict[str, Mapping[str, int]] = {}
        self._judged: dict[str, date] = {}
        self._first: dict[str, date] = {}

    @property
    def register(self) -> Register:
        """Nobody is registered yet that a play or an import would register."""
        return Register()

    @property
    def lane_files(self) -> Path:
        """The folder of lane files that other software writes."""
        return self._realm.authority.home / "abroad"

    def key(self, lane: str, agency: str, draw: Draw | None = None) -> str:  # noqa: ARG002 -- the port; the realm has its own
        """As `Driving.key`."""
        return self._realm.key(lane, agency)

    def grant_key(self, agency: str) -> str:
        """As `Driving.grant_key`."""
        return self._realm.home(agency).grant_key(agency)

    def mint(self, lane: str) -> Callable[[str, str], str]:
        """Give what makes a lane's ids: whoever rehearses with secrets from a seed knows them."""
        mint: Mint = self._realm.home(self._realm.agencies[lane]).mint(lane)
        return mint.id

    def begin(self, lanes: Mapping[str, str]) -> None:
        """Plan the broker for what is registered now, start the lanes, ship what others wrote."""
        here = self._realm.agencies
        self._realm.plan({**here, **lanes})
        self._realm.start({lane: of for lane, of in lanes.items() if lane not in here})
        for path in sorted(self.lane_files.glob("*.jsonl")):
            if path.stem not in self._published:
                self._published[path.stem] = publish(path, self._realm)
        self.quiet()

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """As `Driving.do`."""
        for _, command in commands:
            if isinstance(command, RegisterAgency):
                self._note_first_day(command)
        send = partial(self._realm.doors[lane].send, lane, actor=actor, time=time)
        answers = [send(command_id, command) for command_id, command in commands]
        self.settle()
        return answers

    def do_sealed(
        self,
        lane: str,
        command: tuple[str, Command],
        personal: Personal,
        *,
        actor: str,
        time: str,
        draw: Draw | None = None,  # noqa: ARG002 -- the port: the lane's own software draws
    ) -> Answer:
        """As `Driving.do_sealed`: the lane's software seals."""
        more: dict[str, Any] = {
            "personal": {name: content.decode() for name, content in personal.parts.items()},
            "personal_of": personal.applicant_id,
        }
        door = self._realm.doors[lane]
        answer = door.send(lane, *command, actor=actor, time=time, more=more)
        self.settle()
        return answer

    def tell(self, lane: str, told: Sequence[Told], *, time: str) -> None:
        """As `Driving.tell`: each case's acts in their order, several cases at once."""
        cases: dict[str, list[Told]] = {}
        for one in told:
            cases.setdefault(getattr(one.command, "case_id", ""), []).append(one)
        send = partial(self._tell_case, lane, time)
        with ThreadPoolExecutor(CASES_AT_ONCE) as threads:
            for _ in threads.map(send, cases.values()):
                pass  # What one of them raises is raised here.

    def _tell_case(self, lane: str, time: str, told: Sequence[Told]) -> None:
        for one in told:
            door = self._realm.doors[lane]
            door.send(lane, one.command_id, one.command, actor=one.actor, time=time)

    def close_past_day(self, lanes: Sequence[str], day: date, *, actor: str, time: str) -> None:  # noqa: ARG002 -- the port: a lane's own policy closes
        """As `Driving.close_past_day`; the authority hears of it by itself."""
        for lane in lanes:
            self._realm.doors[lane].close_day(lane, day, time=time)

    def judge_past_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> None:  # noqa: ARG002 -- the port: the ledger's own policy closes
        """Close a day of the ledger as soon as the authority has its lanes' closing of it."""
        until = machine.monotonic() + COVERED_SECONDS_MAX
        while True:
            try:
                return self._judge(jurisdiction, day, time)
            except Refused as refused:
                if refused.code != "not-covered" or machine.monotonic() > until:
                    raise
                machine.sleep(AGAIN_SECONDS)

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """As `Driving.close_day`."""
        for lane in lanes:
            self._realm.doors[lane].close_day(lane, day, time=time)
        self.settle()

    def close_ledger_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> object:  # noqa: ARG002 -- as above
        """As `Driving.close_ledger_day`."""
        self._judge(jurisdiction, day, time)
        self.quiet()
        return None

    def _judge(self, jurisdiction: str, day: date, time: str) -> None:
        audit_lane = self._realm.authority.settings.audit_lane
        self._realm.doors[audit_lane].close_ledger_day(jurisdiction, day, time=time)
        self._judged[jurisdiction] = day

    def next_ledger_day(self, jurisdiction: str) -> date:
        """As `Driving.next_ledger_day` (protocol H2)."""
        judged = self._judged.get(jurisdiction)
        return self._first[jurisdiction] if judged is None else judged + _DAY

    def _note_first_day(self, command: RegisterAgency) -> None:
        days = [lane.first_day for lane in command.lanes]
        before = self._first.get(command.jurisdiction, date.max)
        self._first[command.jurisdiction] = min([before, *days])

    def counted(self, jurisdiction: str) -> Mapping[str, int]:  # noqa: ARG002 -- the port
        """Give all that there is: a ledger that began with these lanes has counted them."""
        return {lane: status.size for lane, status in self._ask().items()}

    def size(self, lane: str) -> int:
        """As `Driving.size`."""
        return self._ask()[lane].size

    def settle(self) -> None:
        """Wait, after what was done, until all is quiet; whoever tries faults may wait later."""
        self.quiet()

    def quiet(self) -> None:
        """As `Driving.quiet` (protocol D2).

        Raises:
            NotQuiet: something stays under way.
        """
        self.wait(QUIET_SECONDS_MAX)

    def wait(self, seconds: float) -> None:
        """Wait until all is quiet, so long at most.

        Raises:
            NotQuiet: something stays under way.
        """
        wait_until_quiet(self._ask, self._realm.agencies, self._published, seconds)

    def _ask(self) -> Statuses:
        return in_turn([door.status for door in self._realm.doors.values()])
