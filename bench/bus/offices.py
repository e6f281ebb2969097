"""Lanes of a home, each served in a host of its own, as `qyzmet serve` serves them."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

from events.log.lane.clock import LogClock
from events.log.reading.parts import Me
from services.home import Home
from services.realm import Realm
from services.serving.host import Host, Part
from services.serving.on_kafka import OnKafka
from services.topics.declared import Topic
from services.topics.of_home import plan_of

T = TypeVar("T")
SECONDS_MAX: Final = 120
"""For what is asked of an office, whatever the machine."""


class Office:
    """One lane, served in a thread of its own."""

    def __init__(self, loop: asyncio.AbstractEventLoop, host: Host, me: Me) -> None:
        self._loop = loop
        self.host = host
        self.me = me

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the host's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(SECONDS_MAX)

    def held(self, lane: str) -> int:
        """Say up to which size another lane is held."""
        return self.host.read_and_wait(lambda realm: held(realm, self.me.lane, lane))


@contextmanager
def office(
    home: Path, lane: str, part: Callable[[Host, Home], Part] | None = None
) -> Iterator[Office]:
    """Serve a lane of a home for a while.

    Args:
        home: it is changed.
        lane: which of its lanes.
        part: makes what runs beside the host.
    """
    found, host = Home(home), Host(home, [lane], LogClock())
    if part is not None:
        host.add(part(host, found))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opened = Office(loop, host, found.me(lane))
    opened.run(host.__aenter__())
    try:
        yield opened
    finally:
        opened.run(host.__aexit__())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def on_kafka(host: Host, home: Home) -> Part:
    """Give an office's transport, by the access that lies in its home."""
    return OnKafka(host, home, unheard)


def unheard(_alarm: str) -> None:
    """Hear no alarm: of lanes that nobody serves here the topics are empty, and that is said."""


def held(realm: Realm, here: str, lane: str) -> int:
    """Say up to which size one lane of a home holds another."""
    with realm.store(here).reading() as tx:
        found = tx.held(lane)
    return 0 if found is None else found[0]


def topics_of(home: Path) -> tuple[Topic, ...]:
    """Give all topics of a realm, as its plan has them on one broker."""
    realm = Realm(home)
    try:
        return tuple(plan_of(realm, replication=1, min_insync=1).topics)
    finally:
        realm.close()
