"""The instances of one home: where they live, how they are made, how records travel between them.

HOME/realm.json            realm, authority's lane and its key: the one trust anchor
HOME/lanes/<lane>/lane.db  the lane, its inbox, its positions; key and secret beside it
HOME/in/<lane>.jsonl       lanes written by software that is not ours (lane files)
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, Self, TypeVar

import msgspec
from msgspec import Struct

from events.known import Known
from events.log.adapters.local import LaneFile, lane_file_records
from events.log.adapters.sqlite_store import SqliteStore
from events.log.instance import Instance
from events.log.lane.clock import Clock, LogClock
from events.log.lane.days import LaneDays
from events.log.lane.ids import Mint
from events.log.lane.keys import read_key, signer, write_key
from events.log.reading.arrivals import Record
from events.log.reading.inbox import Me
from events.log.reading.reference import Anchor
from events.log.service import Service
from events.log.tree.keys import VerificationKey
from events.register import Lane
from services.audit import bootstrap as audit
from services.audit.application.closing import Closing
from services.intake import bootstrap as intake
from services.provider import bootstrap as provider

T = TypeVar("T")

SERVICES: Final[dict[str, Callable[[Me, Callable[[], Known]], Service]]] = {
    "intake": intake.service,
    "provider": provider.service,
    "audit": audit.service,
}


Draw = Callable[[str], bytes]

SETTINGS_FILE: Final = "realm.json"


class NoHome(Exception):
    """The folder holds no realm; nothing was changed."""


class RealmSettings(Struct, frozen=True, kw_only=True):
    """What configuration gives; everything else is in the register."""

    realm: str
    authority: str
    """The agency of the audit lane."""
    audit_lane: str
    anchor: str
    """The verification key of the audit lane."""
    zone: str
    """Of the authority."""


class InstanceSettings(Struct, frozen=True, kw_only=True):
    """Whose software runs at a lane; what others believe of it is in the register."""

    lane: str
    agency: str


class Realm:
    """All instances of a home, opened when asked for."""

    def __init__(self, home: Path, clock: Clock | None = None) -> None:
        self.home = home
        self.settings = _read(home / SETTINGS_FILE, RealmSettings)
        self._clock = LogClock() if clock is None else clock
        self._open: dict[str, tuple[Instance, SqliteStore]] = {}
        self._closing: Closing | None = None

    @classmethod
    def found(
        cls,
        home: Path,
        realm: str,
        audit_lane: str,
        authority: str,
        *,
        zone: str,
        draw: Draw | None = None,
    ) -> Self:
        """Make a home with the authority's keys.

        Args:
            home: a folder; it is made if absent.
            realm: the first part of every source and origin.
            audit_lane: the ledger's own lane.
            authority: its agency.
            zone: the authority's, as IANA name.
            draw: gives 32 bytes for a name, for a realm whose secrets come from a seed; None
                draws at random.

        Raises:
            FileExistsError: the folder holds a realm already.
        """
        home.mkdir(parents=True, exist_ok=True)
        key = _make_lane(home, realm, audit_lane, authority, draw)
        settings = RealmSettings(
            realm=realm, authority=authority, audit_lane=audit_lane, anchor=key.text, zone=zone
        )
        with (home / SETTINGS_FILE).open("xb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings)))
        return cls(home)

    def join(self, lane: str, agency: str, draw: Draw | None = None) -> VerificationKey:
        """Make the keys of another instance; it works once the authority has registered them."""
        return _make_lane(self.home, self.settings.realm, lane, agency, draw)

    def path(self, lane: str) -> Path:
        """Give the file of a lane whose software runs here."""
        return _folder(self.home, lane) / "lane.db"

    def me(self, lane: str) -> Me:
        """Say who reads at a lane whose software runs here."""
        settings = self.settings
        agency = _read(_folder(self.home, lane) / "instance.json", InstanceSettings).agency
        return Me(settings.realm, lane, agency, agency == settings.authority)

    def vkey(self, lane: str) -> VerificationKey:
        """Give the verification key of a lane whose software runs here."""
        return signer(f"{self.settings.realm}/{lane}", _folder(self.home, lane) / "key").vkey

    @property
    def lanes(self) -> list[str]:
        """The lanes whose software runs here, by name."""
        return sorted(path.parent.name for path in self.home.glob("lanes/*/instance.json"))

    @property
    def foreign_lanes(self) -> list[str]:
        """The lanes that come as lane files."""
        return sorted(path.stem for path in self.home.glob("in/*.jsonl"))

    @property
    def all_lanes(self) -> list[str]:
        """All lanes that can be read here; the ledger's first, as it holds the register."""
        lanes = sorted({*self.lanes, *self.foreign_lanes} - {self.settings.audit_lane})
        return [self.settings.audit_lane, *lanes]

    def grown(self, lane: str) -> int:
        """Say how far a lane has grown: events, or bytes of its lane file."""
        if lane in self.lanes:
            with self.store(lane).reading() as tx:
                return tx.size()
        return self._lane_file(lane).stat().st_size

    def readers(self, lane: Lane) -> set[str]:
        """Give the agencies that may read a lane: topics exist only for these pairs."""
        public = lane.lane == self.settings.audit_lane
        everybody = {self.instance(own).me.agency for own in self.lanes} if public else set()
        return {self.settings.authority, lane.agency, *lane.readers, *everybody}

    def _lane_file(self, lane: str) -> Path:
        return self.home / "in" / f"{lane}.jsonl"

    def instance(self, lane: str) -> Instance:
        """Open an instance."""
        return self._opened(lane)[0]

    def store(self, lane: str) -> SqliteStore:
        """Open an instance's file."""
        return self._opened(lane)[1]

    @property
    def audit(self) -> Instance:
        """The authority's instance."""
        return self.instance(self.settings.audit_lane)

    @property
    def closing(self) -> Closing:
        """The authority's ledger."""
        if self._closing is None:
            self._closing = Closing(self.audit, self.store(self.settings.audit_lane))
        return self._closing

    def records(self, lane: str, reader: str, after: int) -> Iterator[Record]:
        """Bring a reader the records of a lane that it lacks.

        Args:
            lane: which lane; whoever wrote it.
            reader: the reading agency.
            after: the end of the last record that the reader has.
        """
        if lane in self.foreign_lanes:
            return lane_file_records(self._lane_file(lane))
        whole = reader in (self.me(lane).agency, self.settings.authority)
        file = LaneFile(self.path(lane))
        return file.records(None if whole else reader, after)

    def close(self) -> None:
        """Close all files."""
        for _, store in self._open.values():
            store.close()
        self._open.clear()
        self._closing = None

    def _opened(self, lane: str) -> tuple[Instance, SqliteStore]:
        if lane not in self._open:
            self._open[lane] = self._make(lane)
        return self._open[lane]

    def _make(self, lane: str) -> tuple[Instance, SqliteStore]:
        settings, folder = self.settings, _folder(self.home, lane)
        is_audit = lane == settings.audit_lane
        me = self.me(lane)
        store = SqliteStore(self.path(lane), signer(f"{settings.realm}/{lane}", folder / "key"))
        instance = Instance(
            me,
            store,
            self._clock,
            Mint(read_key(folder / "secret")),
            partial(SERVICES[lane.partition(".")[0]], me),
            anchor=Anchor(settings.audit_lane, settings.authority, settings.anchor, settings.zone),
            ledger_days=_ledger_days(settings) if is_audit else None,
        )
        return instance, store


def _ledger_days(settings: RealmSettings) -> LaneDays:
    return LaneDays(lane=settings.audit_lane, zone=settings.zone, first=None)


def _folder(home: Path, lane: str) -> Path:
    return home / "lanes" / lane


def _make_lane(
    home: Path, realm: str, lane: str, agency: str, draw: Draw | None
) -> VerificationKey:
    folder = _folder(home, lane)
    folder.mkdir(parents=True)
    for name in ("key", "secret"):
        write_key(folder / name, None if draw is None else draw(f"{lane}/{name}"))
    settings = InstanceSettings(lane=lane, agency=agency)
    (folder / "instance.json").write_bytes(msgspec.json.encode(settings))
    return signer(f"{realm}/{lane}", folder / "key").vkey


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as missing:
        raise NoHome(f"{path} is missing; `qyzmet demo` makes a home") from missing
    except msgspec.DecodeError as broken:
        raise NoHome(f"{path} cannot be read: {broken}") from broken
