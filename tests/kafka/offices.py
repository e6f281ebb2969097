"""A lane's host in a thread of its own, with both sides of its transport, a step at a time."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from events.deciding import Command
from events.log.kafka.access import KafkaAccess
from events.log.lane.clock import Clock, LogClock
from events.log.lane.group import Outcome
from services.driver import answered
from services.realm import Realm
from services.serving.host import Host, Part
from services.serving.kafka_inbound import Inbound
from services.serving.kafka_outbound import Outbound
from services.todo import open_day
from tests.http.words import NOW
from tests.intake.besides import RECORD

T = TypeVar("T")
S = TypeVar("S", Inbound, Outbound)
SECONDS_MAX: Final = 60
STEPS_MAX: Final = 40
"""Half a second each at most: a broker under load answers in some of them."""


class Office:
    """One lane of a home."""

    def __init__(self, loop: asyncio.AbstractEventLoop, host: Host, access: KafkaAccess) -> None:
        self._loop = loop
        (self.lane,) = host.lanes
        self.host = host
        self.alarms: list[str] = []
        self.access = access
        self.sides: list[Inbound | Outbound] = []

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the host's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(SECONDS_MAX)

    @cached_property
    def inbound(self) -> Inbound:
        """The receiving side."""
        return self._side(Inbound)

    @cached_property
    def outbound(self) -> Outbound:
        """The sending side."""
        return self._side(Outbound)

    def _side(self, kind: type[S]) -> S:
        me = self.host.read_and_wait(lambda realm: realm.me(self.lane))
        side = kind(self.host, me, self.access, self.alarms.append)
        self.sides.append(side)
        return side

    def grow(self, days: int) -> None:
        """Close days, a record each."""
        for _ in range(days):
            self.run(self.host.write(self._close_day))

    def record(self, id_: str) -> Outcome:
        """Send a command as an officer does: an outage at the window."""
        return self.send(id_, replace(RECORD, outage_id=id_))

    def send(self, id_: str, command: Command) -> Outcome:
        """Send a command under an id."""
        work = self.host.read_and_wait(
            lambda realm: realm.instance(self.lane).work(
                command, command_id=id_, actor="almaty-centre/hall-1/o-7f31", time=NOW
            )
        )
        return self.run(self.host.do(self.lane, work))

    def size(self) -> int:
        """Say how many events the lane has."""
        return self.host.read_and_wait(lambda realm: realm.grown(self.lane))

    def held(self, lane: str) -> tuple[int, int]:
        """Say up to which size another lane is held, and how many of its events."""

        def look(realm: Realm) -> tuple[int, int]:
            with realm.store(self.lane).reading() as tx:
                found = tx.held(lane)
            return (0, 0) if found is None else (found[0], found[2])

        return self.host.read_and_wait(look)

    def _close_day(self, realm: Realm) -> None:
        instance = realm.instance(self.lane)
        with realm.store(self.lane).reading() as tx:
            day = open_day(tx, instance.known.register, self.lane)
        assert day is not None
        time = f"{day + timedelta(days=1)}T18:00:00Z"
        answered(instance.close_day(day, actor=instance.me.policy, time=time))


@contextmanager
def office(
    home: Path,
    lane: str,
    access: KafkaAccess,
    part: Callable[[Host], Part] | None = None,
    clock: Clock | None = None,
) -> Iterator[Office]:
    """Open a lane of a home.

    Args:
        home: it is changed.
        lane: which of its lanes.
        access: to the broker.
        part: makes what runs beside the host.
        clock: the lane's; None: the log's.
    """
    host = Host(home, [lane], clock or LogClock())
    if part is not None:
        host.add(part(host))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opened = Office(loop, host, access)
    opened.run(host.__aenter__())
    try:
        yield opened
    finally:
        for side in opened.sides:
            side.close()
        opened.run(host.__aexit__())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def until(step: Callable[[], None], reached: Callable[[], bool]) -> None:
    """Repeat a step until something is so."""
    for _ in range(STEPS_MAX):
        step()
        if reached():
            return
    raise AssertionError(f"not reached in {STEPS_MAX} steps")
