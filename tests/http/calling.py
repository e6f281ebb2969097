"""A door over real lanes, asked in process: its event loop runs in a thread of its own."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import httpx
from litestar import Litestar

from events.log.lane.clock import LogClock, WallClock
from examples.issuer.issuing import Issuer
from services.http.app import app
from services.http.limits import Limits
from services.http.settings import DoorSettings
from services.officers import Officer, Role
from services.realm import Realm
from services.serving.host import Host

T = TypeVar("T")
WIDE: Final = Limits(officer_rate=1e6, officer_burst=1e6, address_rate=1e6, address_burst=1e6)
"""No test is slowed that does not ask for it."""


class Caller:
    """Asks a door."""

    def __init__(self, loop: asyncio.AbstractEventLoop, door: Litestar, issuer: Issuer) -> None:
        self._loop = loop
        self.app = door
        application: Any = door  # The two libraries type ASGI in two ways.
        self.issuer = issuer
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=application, raise_app_exceptions=False),
            base_url="http://door",
        )

    def by(self, officer: Officer | None, **claims: Any) -> dict[str, str]:  # noqa: ANN401 -- claims
        """Give the header of an officer's token."""
        if officer is None:
            return {}
        return {"Authorization": f"Bearer {self.issuer.token(officer, **claims)}"}

    def __call__(
        self,
        method: str,
        path: str,
        by: Officer | None = None,
        headers: dict[str, str] | None = None,
        **more: Any,  # noqa: ANN401 -- httpx's own
    ) -> httpx.Response:
        """Send one request and wait for its answer."""
        told = {**self.by(by), **(headers or {})}
        return self.run(self.client.request(method, path, headers=told, **more))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the door's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=60)


@contextmanager
def served(
    home: Path,
    *,
    log_clock: bool = True,
    lanes: Sequence[str] | None = None,
    limits: Limits = WIDE,
) -> Iterator[Caller]:
    """Open a door on a home."""
    issuer = Issuer.of(home)
    realm = Realm(home)
    names = realm.lanes if lanes is None else lanes
    realm.close()
    settings = DoorSettings.read(home, log_clock=log_clock, limits=limits)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    host = Host(home, names, LogClock() if log_clock else WallClock())

    async def opened() -> Caller:
        await host.__aenter__()
        return Caller(loop, app(host, settings), issuer)

    caller = asyncio.run_coroutine_threadsafe(opened(), loop).result(timeout=60)
    try:
        yield caller
    finally:
        asyncio.run_coroutine_threadsafe(host.__aexit__(), loop).result(timeout=60)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def officer(agency: str, *roles: Role, unit: str = "hall-1", id_: str = "o-7f31") -> Officer:
    return Officer(agency=agency, unit=unit, officer=id_, roles=frozenset(roles))
