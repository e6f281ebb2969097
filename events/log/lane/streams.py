"""Streams as folded: what a lane calls them, and those that its writer remembers."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from msgspec import Struct

from events.log.lane.days import DAY_BOOK, HEARD_BOOK, DayBook, HeardBook
from events.log.lane.rejected import REJECTED_BOOK, RejectedBook

STREAMS_KEPT_MAX: Final = 20_000
"""Folded streams in memory: a window's open cases, at a few KB each."""

BOOKS: Final = {DAY_BOOK: DayBook(), HEARD_BOOK: HeardBook(), REJECTED_BOOK: RejectedBook()}
"""Streams that every lane has."""


class Language(Struct, frozen=True, kw_only=True):
    """What a lane's writer must know of its service: names, aggregates, audience."""

    realm: str
    lane: str
    service: str
    agency: str
    empty: Mapping[str, Callable[[str], Any]]
    """Stream category -> the state of a stream without events, made from the stream's id."""
    audience: Callable[[Any, Any], set[str]]
    """(event's data, stream's state after it) -> agencies that may read it, besides the own."""

    def blank(self, stream: str) -> Any:  # noqa: ANN401 -- any aggregate
        """Give the empty state of a stream."""
        category, _, id_ = stream.partition("-")
        return BOOKS[stream] if stream in BOOKS else self.empty[category](id_)


class Stream(NamedTuple):
    """A stream as folded so far."""

    version: int
    state: Any


class StreamCache:
    """Streams as this writer left them: right as long as nobody else has written since."""

    def __init__(self) -> None:
        self.streams: dict[str, Stream] = {}
        self._last: bytes | None = None

    def follow(self, last: bytes | None) -> None:
        """Forget all if the lane's last event is not the one that was written here last."""
        if last is None or last != self._last:
            self.streams.clear()

    def keep(self, streams: Mapping[str, Stream], last: bytes) -> None:
        """Remember streams as of a commit whose last event this is."""
        if len(self.streams) > STREAMS_KEPT_MAX:
            self.streams.clear()
        self.streams.update(streams)
        self._last = last
