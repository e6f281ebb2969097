"""What every store of a lane does, whatever holds it: the suite of the store port.

An adapter's test module subclasses the suites and gives the fixture `make_store`: it opens the
same lane each time, as each process does, and reads back its evidence in its own way.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import msgspec

from events.log.lane.store import NewEvent, Position, Received, Store, Transaction
from events.log.lane.work import Remembered
from events.log.tree.keys import VerificationKey
from tests.log.evidence import Evidence

OTHER_LANE = "provider.other"


class OpenStore(Store, Protocol):
    """A store under test, with a way to look at what it holds."""

    vkey: VerificationKey
    """Of the key that seals."""

    def evidence(self) -> Evidence:
        """Read back events and checkpoints, not through the port."""
        ...

    def run(self, sql: str) -> None:
        """Run a statement and commit it, as a person at the database would."""
        ...

    def transaction(self) -> AbstractContextManager[Transaction]: ...


MakeStore = Callable[[], OpenStore]


def event(version: int, stream: str = "talk-one", to: str = "agency-a") -> NewEvent:
    raw = msgspec.json.encode({"id": f"{stream}:{version}", "to": to})
    return NewEvent(stream, version, "provider.said.v1", raw)


def append(
    store: OpenStore,
    events: Sequence[NewEvent],
    answers: Mapping[str, Remembered] | None = None,
    position: int | None = None,
) -> None:
    at = None if position is None else Position(lane=OTHER_LANE, seq=position)
    with store.transaction() as tx:
        tx.append(events, answers or {}, at)


def at(seq: int) -> Position:
    return Position(lane=OTHER_LANE, seq=seq)


def received(size: int) -> Received:
    return Received(
        lane=OTHER_LANE,
        size=size,
        root=b"root %d" % size,
        note=b"note",
        value=b"[]",
        edge=b"edge %d" % size,
        start=0,
        events=2,
    )
