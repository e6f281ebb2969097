"""One process of a realm: some lanes of a home, their transport, their days, their front door."""

import asyncio
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import uvicorn

from events.log.kafka.access import lane_access_file
from events.log.lane.clock import LogClock, WallClock
from services.home import Home, NoHome
from services.http.app import app
from services.http.limits import uvicorn_settings
from services.http.settings import DoorSettings
from services.serving.alarms import Damped
from services.serving.daykeeping import Daykeeper
from services.serving.embedded import Embedded
from services.serving.host import Host, Part
from services.serving.logging import alarm_in_log, started
from services.serving.loop import Alarm
from services.serving.on_kafka import OnKafka

STOPPING: Final = (signal.SIGINT, signal.SIGTERM)
"""What a person and a service manager say."""


class Serving(NamedTuple):
    """What a process serves, and where it listens."""

    home: Path
    lanes: Sequence[str]
    log_clock: bool
    """Time comes with the commands, and a driver closes days; else the machine's clock."""
    address: str
    port: int


async def serve(serving: Serving) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); what was begun is ended first.

    Raises:
        NoHome, DoorUnsafe, AccessUnsafe: the home is not set up for it.
    """
    home, alarm = Home(serving.home), Damped(alarm_in_log)
    host = Host(serving.home, serving.lanes, LogClock() if serving.log_clock else WallClock())
    host.add(transport(host, home, alarm))
    if not serving.log_clock:
        host.add(Daykeeper(host, alarm))
    door = DoorSettings.read(serving.home, log_clock=serving.log_clock)
    async with host:
        settings = {**uvicorn_settings(), "host": serving.address, "port": serving.port}
        started(serving.lanes, serving.address, serving.port)
        await _Server(uvicorn.Config(app(host, door), **settings)).serve()


class _Server(uvicorn.Server):
    """Ends when it is told to, and leaves it to us to end the process.

    The library raises the signal again once it has closed: that would end the process before the
    host has closed its lanes.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals to stop as long as it serves."""
        loop = asyncio.get_running_loop()
        for one in STOPPING:
            loop.add_signal_handler(one, self.handle_exit, one, None)
        try:
            yield
        finally:
            for one in STOPPING:
                loop.remove_signal_handler(one)


def transport(host: Host, home: Home, alarm: Alarm) -> Part:
    """Choose how records travel: over a broker if the lanes have access to one, else by files.

    Raises:
        NoHome: some of the lanes have access, others not.
    """
    on_broker = [lane for lane in host.lanes if lane_access_file(home.home, lane).exists()]
    if not on_broker:
        return Embedded(host, alarm)
    without = sorted(set(host.lanes) - set(on_broker))
    if without:
        raise NoHome(f"no access to the broker for {', '.join(without)}: qyzmet topics apply")
    return OnKafka(host, home, alarm)
