"""What machines ask without a token: alive, ready, figures, the description of this door."""

from collections.abc import Mapping

from msgspec import Struct

from services.http.asking import Asked, Reply
from services.http.problems import Problematic
from services.realm import Realm


class Well(Struct, frozen=True, kw_only=True):
    """The process answers."""

    status: str = "ok"
    troubles: int = 0
    """What does not work as it should, as a broker that is away; commands are taken meanwhile. In
    words it stands in the process's log."""


async def live(_: Asked) -> Reply:
    """Say that the process runs."""
    return Reply(Well())


async def ready(asked: Asked) -> Reply:
    """Say that the lanes can be read and commands are taken."""
    if asked.door.closing:
        raise Problematic("closing", "This process closes", {"Retry-After": "5"})
    sizes = await asked.door.host.read(lambda realm: _sizes(realm, asked.door.host.lanes))
    if not sizes:
        raise Problematic("not-ready", "No lane is served here", {"Retry-After": "5"})
    return Reply(Well(troubles=len(asked.door.host.troubles())))


async def metrics(asked: Asked) -> Reply:
    """Write the figures."""
    sizes = await asked.door.host.read(lambda realm: _sizes(realm, asked.door.host.lanes))
    return Reply(asked.door.metrics.text(sizes, len(asked.door.host.troubles())))


async def document(asked: Asked) -> Reply:
    """Give the description of this door."""
    return Reply(asked.door.document)


def _sizes(realm: Realm, lanes: tuple[str, ...]) -> Mapping[str, int]:
    sizes = {}
    for lane in lanes:
        with realm.store(lane).reading() as tx:
            sizes[lane] = tx.size()
    return sizes
