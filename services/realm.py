"""The instances of one home: how they are made, and how records travel between them.

This is the composition root of a process: the only place that knows which adapters are in use.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from events.acts.shared import answering
from events.known import Known
from events.log.adapters.local import LaneFile, lane_file_records
from events.log.adapters.sqlite_store import SqliteStore
from events.log.instance import Instance
from events.log.lane.clock import Clock, LogClock
from events.log.lane.days import LaneDays
from events.log.reading.arrivals import Record
from events.log.reading.parts import Me
from events.log.service import Service
from services.audit import bootstrap as audit
from services.audit.application.closing import Closing
from services.complaints import bootstrap as complaints
from services.findings_here import FindingsHere
from services.home import Draw, Home, NoHome
from services.intake import bootstrap as intake
from services.provider import bootstrap as provider
from services.provider.adapters.register_file import RegisterFile
from services.restored import must_have_caught_up
from services.sealing.following import Follower
from services.sealing.home_keys import HomeKeys
from services.sealing.reading import PersonalData
from services.sealing.sealer import Sealer

SERVICES: Final[dict[str, Callable[[Me, Callable[[], Known]], Service]]] = {
    "intake": intake.service,
    "provider": provider.service,
    "complaints": complaints.service,
    "audit": audit.service,
}

REGISTER_FILE: Final = "register.json"
"""Beside a provider's lane: the holder's register that answers inquiries by itself (5.5(4))."""


class Realm(Home):
    """All instances of a home, opened when asked for."""

    def __init__(self, home: Path, clock: Clock | None = None) -> None:
        super().__init__(home)
        self._clock = LogClock() if clock is None else clock
        self._open: dict[str, tuple[Instance, SqliteStore]] = {}
        self._closing: Closing | None = None
        self._followers: dict[str, Follower] = {}
        self.keys = HomeKeys(home)

    def grown(self, lane: str) -> int:
        """Say how far a lane has grown: events, or bytes of its lane file."""
        if self.runs_here(lane):
            with self.store(lane).reading() as tx:
                return tx.size()
        return self.lane_file(lane).stat().st_size

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
        audit = self._opened(self.settings.audit_lane)
        if self._closing is None:
            self._closing = Closing(*audit)
        return self._closing

    def follower(self, lane: str) -> Follower:
        """Give what follows an instance's events about keys (protocol F)."""
        if lane not in self._followers:
            instance, store = self._opened(lane)
            self._followers[lane] = self.keys.follower(instance, store, self.signer(lane))
        return self._followers[lane]

    def sealer(self, lane: str, draw: Draw | None = None) -> Sealer:
        """Give what seals personal data for the events of a lane."""
        return self.keys.sealer(self.instance(lane), self.mint(lane), draw)

    def personal_data(self, lane: str) -> PersonalData:
        """Give the personal data that an instance can see."""
        return self.keys.personal_data(*self._opened(lane))

    def records(self, lane: str, reader: str, after: int) -> Iterator[Record]:
        """Bring a reader the records of a lane that it lacks.

        Args:
            lane: which lane; whoever wrote it.
            reader: the reading agency.
            after: the end of the last record that the reader has.
        """
        if not self.runs_here(lane):
            return lane_file_records(self.lane_file(lane))
        whole = reader in (self.me(lane).agency, self.settings.authority)
        file = LaneFile(self.path(lane))
        return file.records(None if whole else reader, after)

    def close(self) -> None:
        """Close all files."""
        for _, store in self._open.values():
            store.close()
        self._open.clear()
        self._closing = None
        self._followers.clear()
        self.keys.close()

    def _opened(self, lane: str) -> tuple[Instance, SqliteStore]:
        if lane not in self._open:
            self._open[lane] = self._make(lane)
            if lane == self.settings.audit_lane:
                self.closing.create_tables()  # So a ledger has its tables from the beginning.
        return self._open[lane]

    def _make(self, lane: str) -> tuple[Instance, SqliteStore]:
        must_have_caught_up(self.home, lane)
        self._must_not_be_lost(lane)
        settings, me = self.settings, self.me(lane)
        store = SqliteStore(self.path(lane), self.signer(lane))
        ledger_days = LaneDays(lane=lane, zone=settings.zone, first=None)
        instance = Instance(
            me,
            store,
            self._clock,
            self.mint(lane),
            partial(self._answering, me, store),
            anchor=self.anchor,
            ledger_days=ledger_days if lane == settings.audit_lane else None,
        )
        instance.follow_own()  # what a crash may have left between a commit and its policies
        return instance, store

    def _must_not_be_lost(self, lane: str) -> None:
        """Refuse to begin a lane anew of which others here have read something (protocol A7).

        Raises:
            NoHome: its file is gone.
        """
        others = (LaneFile(self.path(other)) for other in self.lanes if other != lane)
        if not self.path(lane).exists() and any(other.has_read(lane) for other in others):
            raise NoHome(f"{self.path(lane)} is gone, and others have read it: `qyzmet restore` it")

    def _answering(self, me: Me, store: SqliteStore, known: Callable[[], Known]) -> Service:
        """Give the service of a lane, which answers findings that charge its agency alone (20)."""
        service = self._service(me.lane)(me, known)
        here = FindingsHere(me, store, self.settings.audit_lane)
        handlers = {**service.handlers, **answering(me.agency, here.charged)}
        return replace(service, handlers=handlers)

    def _service(self, lane: str) -> Callable[[Me, Callable[[], Known]], Service]:
        """Give the service of a lane; a provider's with the register that lies beside it, if any.

        Raises:
            RegisterInvalid: the file is no register.
        """
        name = lane.partition(".")[0]
        if name != "provider":
            return SERVICES[name]
        register = RegisterFile.read(self.path(lane).with_name(REGISTER_FILE))
        return partial(provider.service, registers=register)
