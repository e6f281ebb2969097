"""A realm whose agencies share a broker and nothing else: homes, topics, processes."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

import msgspec

from events.log.kafka.access import (
    KafkaAccess,
    admin_access_file,
    lane_access_file,
    write_access,
)
from examples.broker.broker import Broker
from examples.issuer.issuing import Issuer, bearer
from examples.over_http.door import Door
from examples.over_http.processes import PROGRAM, READY_SECONDS_MAX, Process, ProcessFailed
from services.home import Draw, Home
from services.officers import Role
from services.realm import Realm
from services.topics.admin import Administrator
from services.topics.applying import apply_plan
from services.topics.difference import difference
from services.topics.of_home import plan_of
from services.topics.passwords import LanePasswords

LOOK_SECONDS: Final = 0.05
"""Between two questions whether a process is ready."""
PASSWORDS: Final = "kafka.new"


class BrokerRealm:
    """Agencies' homes below one folder, as if each stood on a machine of its own."""

    def __init__(
        self,
        folder: Path,
        authority: Path,
        broker: Broker,
        draw: Draw | None,
        program: str = PROGRAM,
    ) -> None:
        """Start nothing yet.

        Args:
            folder: takes the other agencies' homes.
            authority: the authority's home, founded.
            broker: runs.
            draw: gives secrets from a seed; None draws at random.
            program: the module that a process runs.
        """
        self._program = program
        self.authority = Home(authority)
        self._folder = folder
        self._draw = draw
        self.admin = broker.access()
        write_access(admin_access_file(authority), self.admin)
        self.agencies: dict[str, str] = {}
        """Lane that was started -> agency."""
        self.processes: dict[str, Process] = {}
        self.doors: dict[str, Door] = {}
        self.abroad: dict[str, KafkaAccess] = {}
        """Lane whose software is not ours -> how it comes to the broker."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for door in self.doors.values():
            door.close()
        for process in self.processes.values():
            process.stop()

    def home(self, agency: str) -> Home:
        """Give an agency's home, made if absent."""
        if agency == self.authority.settings.authority:
            return self.authority
        return Home.adopt(self._folder / agency, self.authority.settings)

    def key(self, lane: str, agency: str) -> str:
        """Give the verification key of an agency's lane; keys are made if absent."""
        home = self.home(agency)
        made = home.vkey(lane) if home.runs_here(lane) else home.join(lane, agency, self._draw)
        return made.text

    def plan(self, lanes: Mapping[str, str]) -> None:
        """Make the broker hold what the register asks for, and give each lane its access.

        Args:
            lanes: lane -> agency, of those whose software is ours.
        """
        realm = Realm(self.authority.home)
        try:
            wanted = plan_of(realm, replication=1, min_insync=1)
        finally:
            realm.close()
        administrator = Administrator(self.admin)
        out = self.authority.home / PASSWORDS
        found = difference(wanted, administrator.actual())
        passwords = LanePasswords(self.authority, self.admin)
        apply_plan(wanted, found, administrator, passwords, out=out)
        self._hand_out(out, lanes)

    def _hand_out(self, out: Path, lanes: Mapping[str, str]) -> None:
        if not out.exists():
            return
        for line in out.read_bytes().splitlines():
            access = msgspec.json.decode(line, type=KafkaAccess)
            if access.user in lanes:
                home = self.home(lanes[access.user]).home
                write_access(lane_access_file(home, access.user), access)
            else:
                self.abroad[access.user] = access
        out.unlink()

    def start(self, lanes: Mapping[str, str]) -> None:
        """Start processes, and wait until each is ready.

        Raises:
            ProcessFailed: one has ended, or was not ready in time.
        """
        for lane, agency in lanes.items():
            home = self.home(agency).home
            process = self.processes[lane] = Process(home, lane, self._program)
            process.start()
            self.doors[lane] = Door(process.port, agency, self._bearer(agency))
        self.agencies.update(lanes)
        for lane in lanes:
            self.wait(lane)

    def set_clock(self, agency: str, seconds: int) -> None:
        """Let an agency's machine be so many seconds ahead: its processes, and who issues tokens.

        Its processes are killed and started again; nobody may be asking them meanwhile.
        """
        for lane in [lane for lane, of in self.agencies.items() if of == agency]:
            self.processes[lane].clock_off = seconds
            self.processes[lane].restart()
            self.doors[lane].come_with(self._bearer(agency, seconds))

    def _bearer(self, agency: str, off: int = 0) -> str:
        issuer = Issuer.of(self.home(agency).home)
        return bearer(issuer, agency, "driver", "o-0001", [Role.DRIVER], off=off)

    def wait(self, lane: str) -> None:
        """Wait until a process is ready.

        Raises:
            ProcessFailed: it has ended, or was not ready in time.
        """
        until = time.monotonic() + READY_SECONDS_MAX
        while not self.doors[lane].ready():
            self.processes[lane].check()
            if time.monotonic() > until:
                raise ProcessFailed(f"{lane} is not ready after {READY_SECONDS_MAX:.0f} s")
            time.sleep(LOOK_SECONDS)
