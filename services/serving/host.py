"""The host: the instances that one process serves, one thread that writes, one that reads.

SQLite has one writer, and so has a lane. Commands, records of other lanes and the closing of days
queue for the writing thread; queries have connections of their own and wait for none of them.
"""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, Protocol, Self, TypeVar

from events.log.lane.clock import Clock
from events.log.lane.front import CommandFront
from events.log.lane.group import Outcome
from events.log.lane.work import Work
from services.realm import Realm

T = TypeVar("T")
READERS: Final = 1
"""Threads that answer queries: they share one opened home, and a query takes milliseconds."""


class Part(Protocol):
    """What runs beside the host: a transport, a daykeeper."""

    def start(self) -> None:
        """Begin, once the host is open."""
        ...

    def stop(self) -> None:
        """End, before the host closes."""
        ...

    @property
    def busy(self) -> bool:
        """Say whether something that was begun here has not arrived yet."""
        ...

    def troubles(self) -> list[str]:
        """Say what does not work as it should."""
        ...


class Host:
    """Serves lanes of one home; to be used within one event loop, by `async with`."""

    def __init__(self, home: Path, lanes: Sequence[str], clock: Clock) -> None:
        """Open nothing yet.

        Args:
            home: the folder of the realm.
            lanes: which of its lanes this process serves; nobody else may write them meanwhile.
            clock: of all of them.
        """
        self.lanes = tuple(lanes)
        self._home = home
        self._clock = clock
        self._writing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._reading = ThreadPoolExecutor(max_workers=READERS, thread_name_prefix="reading")
        self._written: list[Callable[[], None]] = []
        self._fronts: Mapping[str, CommandFront] = {}
        self._realms: list[Realm] = []
        self._parts: list[Part] = []
        self._queued = 0
        self._counting = threading.Lock()

    def add(self, part: Part) -> None:
        """Have a transport or a daykeeper run while the host is open."""
        self._parts.append(part)

    def troubles(self) -> list[str]:
        """Say what does not work as it should; empty if all is well."""
        return [trouble for part in self._parts for trouble in part.troubles()]

    def after_each_write(self, call: Callable[[], None]) -> None:
        """Have something called, in the writing thread, whenever a lane may have grown."""
        self._written.append(call)

    @property
    def busy(self) -> bool:
        """Say whether something that writes is under way or waits, or is sent to others."""
        return self._queued > 0 or any(part.busy for part in self._parts)

    async def do(self, lane: str, work: Work) -> Outcome:
        """Commit a command, together with those that wait at the same time.

        Raises:
            KeyError: the lane is not served here.
            FrontClosed: the host closes; the command was not taken.
            Exception: as `CommandFront.do`.
        """
        return await self._fronts[lane].do(work)

    async def write(self, act: Callable[[Realm], T]) -> T:
        """Run what writes, in its turn."""
        return await asyncio.wrap_future(self._submit(act))

    def write_and_wait(self, act: Callable[[Realm], T], *, rings: bool = True) -> T:
        """Run what writes, in its turn, for a thread that is not the event loop's.

        Args:
            act: what writes.
            rings: whether others are told afterwards that a lane may have grown.
        """
        return self._submit(act, rings=rings).result()

    async def read(self, query: Callable[[Realm], T]) -> T:
        """Run a query; it writes nothing."""
        return await asyncio.wrap_future(self._reading.submit(self._query, query))

    def read_and_wait(self, query: Callable[[Realm], T]) -> T:
        """Run a query for a thread that is not the event loop's."""
        return self._reading.submit(self._query, query).result()

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        for thread in (self._writing, self._reading):
            self._realms.append(await loop.run_in_executor(thread, self._open))
        self._fronts = {
            lane: CommandFront(partial(self._commit, lane), self._writing) for lane in self.lanes
        }
        for part in self._parts:
            await asyncio.to_thread(part.start)
        return self

    async def __aexit__(self, *_: object) -> None:
        for part in self._parts:
            await asyncio.to_thread(part.stop)
        for front in self._fronts.values():
            await front.close()
        loop = asyncio.get_running_loop()
        for thread, realm in zip((self._writing, self._reading), self._realms, strict=True):
            await loop.run_in_executor(thread, realm.close)
            thread.shutdown()

    def _open(self) -> Realm:
        realm = Realm(self._home, self._clock)
        for lane in self.lanes:
            realm.instance(lane)
        return realm

    def _commit(self, lane: str, works: Sequence[Work]) -> Sequence[Outcome]:
        self._count(1)
        return self._act(lambda realm: realm.instance(lane).commit(works))

    def _submit(self, act: Callable[[Realm], T], *, rings: bool = True) -> Future[T]:
        self._count(1)
        return self._writing.submit(self._act, act, rings=rings)

    def _act(self, act: Callable[[Realm], T], *, rings: bool = True) -> T:
        try:
            return act(self._realms[0])
        finally:
            self._count(-1)
            for call in self._written if rings else ():
                call()

    def _count(self, more: int) -> None:
        with self._counting:
            self._queued += more

    def _query(self, query: Callable[[Realm], T]) -> T:
        return query(self._realms[1])
