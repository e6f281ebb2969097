"""A small realm in a folder: an authority with its register, and lanes of the small service.

Lane `provider.a` belongs to agency `agency-a`, and so on. All keys are drawn from names, so that
a test can sign for any lane.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from events.audit import LaneRegistration
from events.deciding import Command
from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.instance import Instance
from events.log.lane.clock import LogClock
from events.log.lane.days import LaneDays
from events.log.lane.group import Outcome
from events.log.lane.ids import Mint
from events.log.lane.work import Answer
from events.log.reading.arrivals import Record
from events.log.reading.parts import Me
from events.log.reading.reference import Anchor
from events.log.reading.report import Report
from events.log.tree.keys import Ed25519Signer
from services.audit import bootstrap as audit
from services.audit.domain.commands import RegisterAgency
from tests.log.evidence import Evidence, read_evidence, rows
from tests.log.small_service import small_service

REALM: Final = "kz"
AUDIT: Final = "audit.authority"
AUTHORITY: Final = "quality-authority"
ZONE: Final = "Asia/Almaty"
FIRST_DAY: Final = date(2024, 4, 29)
MORNING: Final = "2024-04-29T03:00:00Z"
"""Of the first day: 08:00 in Almaty."""
OFFICER: Final = "an-agency/desk/o-1"


def signer(lane: str, generation: int = 0) -> Ed25519Signer:
    """Give a lane's signer; a later generation is its next key."""
    seed = sha256(f"{lane}/{generation}".encode()).digest()
    return Ed25519Signer(f"{REALM}/{lane}", seed)


def agency(lane: str) -> str:
    return AUTHORITY if lane == AUDIT else f"agency-{lane.partition('.')[2]}"


def path_of(home: Path, lane: str) -> Path:
    return home / f"{lane}.db"


def open_instance(
    home: Path, lane: str, store: type[SqliteStore] = SqliteStore, generation: int = 0
) -> Instance:
    """Open an instance's file, as its process does at its start."""
    me = Me(REALM, lane, agency(lane), lane == AUDIT)
    service = audit.service if lane == AUDIT else small_service
    return Instance(
        me,
        store(path_of(home, lane), signer(lane, generation)),
        LogClock(),
        Mint(sha256(lane.encode()).digest(), lane),
        partial(service, me),
        anchor=Anchor(AUDIT, AUTHORITY, signer(AUDIT).vkey.text, ZONE),
        ledger_days=LaneDays(lane=AUDIT, zone=ZONE, first=None) if lane == AUDIT else None,
    )


def registration(
    lane: str, *, from_size: int = 0, generation: int = 0, historic: bool = False
) -> RegisterAgency:
    registered = LaneRegistration(
        lane=lane,
        key=signer(lane, generation).vkey.text,
        from_size=from_size,
        first_day=FIRST_DAY,
        historic=historic,
        readers=(),
    )
    return register(lane, registered)


def register(lane: str, *lanes: LaneRegistration, zone: str = ZONE) -> RegisterAgency:
    return RegisterAgency(
        agency=agency(lane),
        roles=("deliverer",),
        jurisdiction="kz",
        zone=zone,
        week="5",
        lanes=lanes,
    )


class SmallRealm:
    """All instances of a folder, in one process."""

    def __init__(self, home: Path, *lanes: str) -> None:
        """Open the authority's instance and the lanes, all registered and knowing the register."""
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.instances = {AUDIT: open_instance(home, AUDIT)}
        self.register(*(registration(lane) for lane in lanes))
        for lane in lanes:
            self.open(lane)

    def open(self, lane: str) -> Instance:
        """Open a lane's instance, which reads the register first."""
        self.instances[lane] = open_instance(self.home, lane)
        self.carry(AUDIT, lane)
        return self.instances[lane]

    def register(self, *registrations: RegisterAgency) -> None:
        """Register agencies; a repeated one with other data is another command."""
        commands = [(sha256(repr(one).encode()).hexdigest(), one) for one in registrations]
        outcomes = self.instances[AUDIT].do(commands, actor=OFFICER, time=MORNING)
        assert all(isinstance(outcome, Answer) for outcome in outcomes), outcomes
        for lane in self.instances.keys() - {AUDIT}:
            self.carry(AUDIT, lane)

    def do(self, lane: str, *commands: Command, time: str = MORNING) -> list[Outcome]:
        """Send commands; each has its own text as id."""
        addressed = [(repr(command), command) for command in commands]
        return self.instances[lane].do(addressed, actor=OFFICER, time=time)

    def records(self, lane: str, reader: str, after: int = 0) -> list[Record]:
        """Cut a reading lane's records of a lane, after the end of one of them."""
        whole = reader in (AUDIT, lane)
        file = LaneFile(path_of(self.home, lane))
        return list(file.records(None if whole else agency(reader), after))

    def carry(self, lane: str, reader: str, records: Iterable[Record] | None = None) -> Report:
        """Bring a reading lane records of another one; all of them, if not said which."""
        brought = self.records(lane, reader) if records is None else records
        return self.instances[reader].receive(lane, brought)

    def rows(self, lane: str, sql: str) -> list[tuple[object, ...]]:
        return rows(path_of(self.home, lane), sql)

    def evidence(self, lane: str) -> Evidence:
        return read_evidence(path_of(self.home, lane))

    def close(self) -> None:
        for instance in self.instances.values():
            instance.store.close()  # type: ignore[attr-defined]  # the SQLite store has a file
