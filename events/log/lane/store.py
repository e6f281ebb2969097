"""The port between the writer and a store: one transaction, sealed when it ends.

`events/log/adapters/sqlite.py` is the embedded adapter; tests/contracts holds the suite that
every adapter passes.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from msgspec import Struct

from events.log.lane.work import Remembered


class NewEvent(Struct, frozen=True):
    """An event that a commit appends, already encoded."""

    stream: str
    version: int
    wire_name: str
    raw: bytes
    tells_reference: bool = False
    """It tells of agencies or norms, so a copy is kept at hand."""


class Head(Struct, frozen=True, kw_only=True):
    """How far another lane is held here, verified."""

    lane: str
    size: int
    root: bytes
    events: int
    """How many of its events were for this agency."""


class Position(Struct, frozen=True, kw_only=True):
    """Up to which seq of a lane everything has been answered (protocol E1)."""

    lane: str
    seq: int


class Received(Struct, frozen=True, kw_only=True):
    """A verified record of another lane, as it came."""

    lane: str
    size: int
    root: bytes
    note: bytes
    value: bytes
    edge: bytes
    start: int
    """The size before it; the record covers (start, size]."""
    events: int
    """How many events of the lane, up to this size, were for this agency."""


class Arrived(NamedTuple):
    """A received record, as far as its events are read again."""

    pos: int
    """Its place in the order of arrival, from 1."""
    lane: str
    start: int
    value: bytes


class Kept(NamedTuple):
    """An event that was for everybody: part of what this instance knows of norms and agencies."""

    lane: str
    seq: int
    raw: bytes


class Transaction(Protocol):
    """Everything that commits together. It holds the lane's write lock from the beginning."""

    def size(self) -> int:
        """Count the lane's events."""
        ...

    def note_at(self, size: int) -> bytes | None:
        """Read the checkpoint that the lane signed at a size; None if no commit ends there."""
        ...

    def last(self, stream: str | None = None) -> bytes | None:
        """Read the newest event, of the lane or of one stream."""
        ...

    def own_after(self, seq: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Read the lane's events after a seq, each with its own."""
        ...

    def answers(self, command_ids: Sequence[str]) -> Mapping[str, Remembered]:
        """Find remembered answers."""
        ...

    def history(self, streams: Sequence[str]) -> Mapping[str, Sequence[bytes]]:
        """Read streams, each in order of version."""
        ...

    def heads(self) -> Sequence[Head]:
        """Say how far other lanes are held, ascending by lane."""
        ...

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],
        position: Position | None,
    ) -> None:
        """Append events and seal them; remember answers; move the position forward."""
        ...

    def receive(self, record: Received) -> None:
        """Keep a verified record of another lane."""
        ...

    def keep(self, event: Kept) -> None:
        """Keep an event that was for everybody."""
        ...

    def kept(self, after: int = 0) -> Sequence[tuple[int, Kept]]:
        """Read what was kept after a place in the order of keeping, each with its place."""
        ...

    def held(self, lane: str) -> tuple[int, bytes, int] | None:
        """Give size, edge and number of events for this agency of the last record of a lane."""
        ...

    def root_at(self, lane: str, size: int) -> bytes | None:
        """Give the root held of a lane at a size, if a record ended there."""
        ...

    def position(self, lane: str) -> int:
        """Say up to which seq of a lane everything has been answered."""
        ...

    def convict(self, lane: str, size: int, note: bytes) -> None:
        """Keep the second of two notes for one size."""
        ...

    def convicted(self, lane: str) -> bool:
        """Say whether the lane has signed two roots for one size."""
        ...

    def unread(self, lane: str, seq: int, wire_name: str) -> None:
        """Remember that an event's type is not known today."""
        ...

    def still_unread(self) -> Sequence[tuple[str, int, str]]:
        """List (lane, seq, wire name) of events that wait for their type to be known."""
        ...

    def record_of(self, lane: str, seq: int) -> tuple[int, bytes]:
        """Give start and batch of the received record that holds an event."""
        ...

    def received_after(self, pos: int, limit: int) -> Sequence[Arrived]:
        """Read received records after a place in the order of arrival."""
        ...

    def reread(self, lane: str, seq: int) -> None:
        """Note that an event was read again."""
        ...

    def ignore(self, ref: str, because: str) -> None:
        """State why a foreign event led to nothing (`<lane>/<event id>`)."""
        ...


class Store(Protocol):
    """Opens transactions on one lane."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Begin; commit at the end of the block, roll back if it raises."""
        ...

    def reading(self) -> AbstractContextManager[Transaction]:
        """Begin a read-only snapshot. Keep it short: it holds back the store's clean-up."""
        ...
