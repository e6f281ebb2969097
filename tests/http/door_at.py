"""A door behind a real server: uvicorn on a free port of loopback, in a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from events.log.lane.clock import LogClock
from services.http.app import app
from services.http.limits import HOST, uvicorn_settings
from services.http.settings import DoorSettings
from services.realm import Realm
from services.serving.host import Host
from tests.http.calling import WIDE


@contextmanager
def door_at(home: Path) -> Iterator[str]:
    """Serve a home under `LogClock`; gives the address."""
    realm = Realm(home)
    lanes = realm.lanes
    realm.close()
    settings = DoorSettings.read(home, log_clock=True, limits=WIDE)
    free = socket.create_server((HOST, 0))
    loop = asyncio.new_event_loop()
    started, stop = threading.Event(), asyncio.Event()

    async def serve() -> None:
        async with Host(home, lanes, LogClock()) as host:
            server = uvicorn.Server(uvicorn.Config(app(host, settings), **uvicorn_settings()))
            serving = asyncio.create_task(server.serve(sockets=[free]))
            while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by no event
                await asyncio.sleep(0.01)
            started.set()
            await stop.wait()
            server.should_exit = True
            await serving

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    started.wait()
    try:
        yield f"http://{HOST}:{free.getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
