"""The small realm at work, and one case of one applicant in it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from events import codec
from events.acts.keys import AskKey, EraseSubject
from events.common import SealedPart
from events.deciding import Command
from events.envelope import Recorded
from events.log.lane.work import Answer
from events.words import ReadingGroundOrNone
from services.cli.demo import draw
from services.driver import Driver
from services.realm import Realm
from services.sealing.cipher import DataKey
from services.sealing.granting import Route, grant
from services.sealing.reading import PersonalData, Reading
from services.sealing.sealer import Sealer
from services.sealing.sqlite_key_store import SqliteKeyStore
from tests.sealing.agencies import (
    AUDIT,
    AUTHORITY,
    BEFORE,
    DELIVERER,
    DELIVERY,
    LANES,
    REALM,
    WINDOW,
    ZONE,
    accept,
    decide,
    lodge,
    norms,
    registrations,
    standard,
)

IIN: Final = "850312400123"
NAME: Final = "Айгерім Сәрсенова"
LETTER: Final = "Өтінішті қанағаттандыру туралы хат"
PERSON: Final = {"applicant.iin": IIN.encode(), "applicant.name": NAME.encode()}
TIME: Final = "2024-05-03T07:00:00Z"
LODGE_ID: Final = "desk4/000117"


class SmallRealm:
    """The realm in one process."""

    def __init__(self, home: Path) -> None:
        self.alarms: list[str] = []
        self.realm = Realm(home)
        self.driver = Driver(self.realm, self.alarms.append)
        mint = self.realm.mint(WINDOW).id
        self.case = mint(LODGE_ID, "case")
        self.applicant = mint(LODGE_ID, "applicant")

    def do(self, lane: str, command_id: str, command: Command, *, time: str = TIME) -> Answer:
        """Send one command, and let everything that follows happen."""
        (answer,) = self._do(lane, [(command_id, command)], time)
        return answer

    def _do(self, lane: str, commands: Sequence[tuple[str, Command]], time: str) -> list[Answer]:
        actor = f"{LANES[lane]}/unit/o-1"
        return self.driver.do(lane, commands, actor=actor, time=time)

    def begin(self) -> None:
        """Let the agencies and the norms be known."""
        self._do(AUDIT, [*registrations(self.realm), *norms()], BEFORE)
        self._do(DELIVERY, standard(), TIME)

    def take_in(self, parts: Mapping[str, bytes] = PERSON) -> None:
        """Lodge and accept the case, the applicant's data sealed in both events."""
        self.lodge(parts)
        command_id = f"{LODGE_ID}/accept"
        sealed = self.sealer().seal(self.case, self.applicant, command_id, parts)
        self.do(WINDOW, command_id, replace(accept(self.case), sealed=sealed))

    def lodge(self, parts: Mapping[str, bytes] = PERSON) -> None:
        """Lodge it alone: then nobody but the window may read it."""
        sealed = self.sealer().seal(self.case, self.applicant, LODGE_ID, parts)
        self.do(WINDOW, LODGE_ID, replace(lodge(self.case, self.applicant), sealed=sealed))

    def decide(self) -> None:
        """Decide at the deliverer, with a letter to the applicant."""
        sealer = self.realm.sealer(DELIVERY)
        sealed = sealer.seal_with(self.parts(WINDOW)[0], "decide/1", {"letter": LETTER.encode()})
        self.do(DELIVERY, "decide/1", replace(decide(self.case), sealed=sealed))

    def erase(self, lane: str = WINDOW) -> None:
        """Let the applicant's key be destroyed: by the window that made it, or by another."""
        command = EraseSubject(key_id=self.key_id, case_id=self.case, ground="subject")
        self.do(lane, "erase/1", command)

    def ask(self, ground: str | None, lane: str = AUDIT, command_id: str = "ask/1") -> None:
        """Ask the window for the applicant's key."""
        command = AskKey(key_id=self.key_id, case_id=self.case, to_lane=WINDOW, ground=ground)
        self.do(lane, command_id, command)

    def grant(self, key: DataKey, to: str = DELIVERER, *, lane: str = WINDOW) -> bytes:
        """Make a grant as a lane makes it, of any key."""
        route = Route(REALM, lane, to)
        return grant(key, route, self.realm.grant_key(to), self.realm.signer(lane))

    def arrive(self, raw: bytes, at: str = DELIVERER) -> None:
        """Let bytes arrive where grants do, and let what follows happen."""
        self.keys(at).arrive(raw)
        self.driver.quiet()

    def sealer(self) -> Sealer:
        return self.realm.sealer(WINDOW, draw)

    def events(self, lane: str, kind: str = "") -> list[Recorded[Any]]:
        """Give a lane's events, or those of one kind, as `key_granted`."""
        with self.realm.store(lane).reading() as tx:
            events = [codec.read(raw) for _, raw in tx.own_after(0, 10_000)]
        name = f"{lane.partition('.')[0]}.{kind}.v1"
        return [event for event in events if not kind or event.type == name]

    def parts(self, lane: str) -> list[SealedPart]:
        """Give all parts sealed in a lane's own events."""
        return [part for one in self.events(lane) for part in getattr(one.data, "sealed", ())]

    @property
    def key_id(self) -> str:
        return self.parts(WINDOW)[0].key_id

    def keys(self, agency: str) -> SqliteKeyStore:
        return self.realm.keys.store(agency)

    def holders(self) -> set[str]:
        """Name the agencies that hold the applicant's key."""
        return {one for one in LANES.values() if self.keys(one).keys(self.key_id)}

    def ignored(self, lane: str) -> list[str]:
        """Give the reasons that an instance has stated to do nothing."""
        with self.realm.store(lane).reading() as tx:
            return [row[0] for row in tx.all("SELECT because FROM ignored ORDER BY because")]

    def personal_data(self, lane: str) -> PersonalData:
        return self.realm.personal_data(lane)


def reading(lane: str, command_id: str = "read/1", ground: ReadingGroundOrNone = "case") -> Reading:
    """Say that a clerk of a lane's agency reads."""
    return Reading(ground, "clerk", command_id, f"{LANES[lane]}/unit/o-1", TIME)


def make_home(home: Path) -> None:
    """Make the realm's keys."""
    Realm.found(home, REALM, AUDIT, AUTHORITY, zone=ZONE, draw=draw).close()
    realm = Realm(home)
    for lane, agency in LANES.items():
        if lane != AUDIT:
            realm.join(lane, agency, draw)
    realm.close()


@contextmanager
def opened(home: Path) -> Iterator[SmallRealm]:
    """Open the realm of a home."""
    small = SmallRealm(home)
    try:
        yield small
    finally:
        small.realm.close()
