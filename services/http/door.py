"""The door of one process: its host, its settings, and what it remembers between requests."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from events.envelope import moment
from events.log.instance import Instance
from events.log.lane.clock import WallClock
from events.log.service import Service
from services.http.limits import Buckets
from services.http.metrics import Metrics
from services.http.problems import Problematic
from services.http.settings import DoorSettings
from services.realm import SERVICES, Realm
from services.serving.host import Host

IDS_BYTES: Final = 8
"""64 random bits: the name of a request in problem and log."""


class Door:
    """What all handlers share."""

    def __init__(
        self, host: Host, settings: DoorSettings, is_busy: Callable[[], bool] = lambda: False
    ) -> None:
        """Open nothing yet.

        Args:
            host: serves the lanes.
            settings: of the door.
            is_busy: whether this process does something that may still make a lane grow.
        """
        self.host = host
        self.is_busy = is_busy
        self.closing = False
        """Whether commands are no longer taken."""
        self.settings = settings
        self.metrics = Metrics()
        self.instances: Mapping[str, Instance] = {}
        """Lane -> the writing thread's instance; only what is pure of it is used here."""
        self.services: Mapping[str, Service] = {}
        """Lane -> its service, to read commands and fold streams by; it decides nothing here."""
        self.authority = self.audit_lane = ""
        limits = settings.limits
        self.of_officers = Buckets(limits.officer_rate, limits.officer_burst)
        self.of_addresses = Buckets(limits.address_rate, limits.address_burst)
        self.document = b""
        """The OpenAPI document."""
        self.words: frozenset[str] = frozenset()
        """The words of its closed lists: they are nobody's."""
        self._in_flight: set[tuple[str, str]] = set()

    async def open(self) -> None:
        """Learn which instances there are, once the host has opened them."""
        if not self.instances:
            self.instances = await self.host.write(self._instances)
            self.services = {lane: _service(one) for lane, one in self.instances.items()}

    def _instances(self, realm: Realm) -> Mapping[str, Instance]:
        self.authority, self.audit_lane = realm.settings.authority, realm.settings.audit_lane
        return {lane: realm.instance(lane) for lane in self.host.lanes}

    def now(self) -> int:
        """Give the machine's time in seconds since 1970, which tokens are checked by."""
        return int(moment(WallClock().now("", "")).timestamp())

    def request_id(self) -> str:
        """Name a request."""
        return f"urn:qyzmet:request:{secrets.token_hex(IDS_BYTES)}"

    @contextmanager
    def in_flight(self, lane: str, key: str) -> Iterator[None]:
        """Hold a key while its command is under way.

        Raises:
            Problematic: `in-flight`: it is held.
        """
        if (lane, key) in self._in_flight:
            sentence = "A command under this Idempotency-Key is under way; ask again"
            raise Problematic("in-flight", sentence, {"Retry-After": "1"})
        self._in_flight.add((lane, key))
        try:
            yield
        finally:
            self._in_flight.discard((lane, key))


def _service(instance: Instance) -> Service:
    return SERVICES[instance.me.lane.partition(".")[0]](instance.me, lambda: instance.known)
