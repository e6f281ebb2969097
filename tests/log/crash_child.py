"""The process that dies: `python -m tests.log.crash_child HOME TASK POINT NUMBER DEFENCES`.

It writes to or reads into a lane of a small realm, and kills itself at the named point of its
NUMBERth commit with events. DEFENCES names the adapter: `all` of them as in the product, or one
that lacks some; such an adapter exists only here.
"""

import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

from eventsourcing.sqlite import SQLiteCursor

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite import LaneRecorder
from events.log.adapters.sqlite_store import SqliteStore, SqliteTransaction
from events.log.lane.store import NewEvent, Position
from events.log.lane.work import Answer, Remembered
from events.log.tree.edge import Edge
from events.log.tree.keys import Signer
from tests.log.realm import MORNING, OFFICER, agency, open_instance, path_of
from tests.log.small_service import Say

WRITER: Final = "provider.a"
READER: Final = "provider.b"
MARKER: Final = "died-at"
"""File in HOME that holds the point, written right before the process kills itself."""
COMMANDS: Final = 5


class Death:
    """Where this process ends."""

    home: ClassVar[Path]
    point: ClassVar[str]
    number: ClassVar[int]
    commits: ClassVar[int] = 0

    @classmethod
    def at(cls, point: str) -> None:
        if (point, cls.commits) != (cls.point, cls.number):
            return
        with (cls.home / MARKER).open("w") as marker:
            marker.write(f"{point} {cls.commits}")
            marker.flush()
            os.fsync(marker.fileno())
        os.kill(os.getpid(), signal.SIGKILL)


class Forgetful(SqliteTransaction):
    """Remembers no command."""

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],  # noqa: ARG002 -- forgotten
        position: Position | None,
    ) -> None:
        super().append(events, {}, position)


class Unplaced(SqliteTransaction):
    """Keeps no position with the effects."""

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],
        position: Position | None,  # noqa: ARG002 -- lost
    ) -> None:
        super().append(events, answers, None)


class Careless(Forgetful, Unplaced):
    """Neither."""


class PositionFirst(SqliteTransaction):
    """Commits the position, then the effects."""

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],
        position: Position | None,
    ) -> None:
        super().append([], {}, position)
        self.cursor.execute("COMMIT")
        Death.commits += 1
        Death.at("between")
        self.cursor.execute("BEGIN IMMEDIATE")
        super().append(events, answers, None)


class SealedLater(LaneRecorder):
    """Commits the events, then their checkpoint."""

    def _seal(self, c: SQLiteCursor, previous: int, edge: Edge, nodes: bytes) -> None:
        c.execute("COMMIT")
        Death.commits += 1
        Death.at("between")
        c.execute("BEGIN IMMEDIATE")
        super()._seal(c, previous, edge, nodes)


DEFENCES: Final[dict[str, type[SqliteTransaction]]] = {
    "all": SqliteTransaction,
    "no command ids": Forgetful,
    "no positions": Unplaced,
    "neither": Careless,
    "position first": PositionFirst,
    "sealed later": SqliteTransaction,
}


class DyingStore(SqliteStore):
    """The product's store, until it dies."""

    made: ClassVar[type[SqliteTransaction]]
    sealed_later: ClassVar[bool]

    def __init__(self, path: Path, signer: Signer) -> None:
        super().__init__(path, signer)
        if self.sealed_later:
            self.recorder = SealedLater(self.recorder.datastore, signer)

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        with self.recorder.datastore.transaction(commit=True) as c:
            tx = self.made(self.recorder, c)
            before = tx.size()
            yield tx
            grown = tx.size() > before
            Death.commits += grown
            if grown:
                Death.at("before commit")
        if grown:
            Death.at("after commit")


def write() -> None:
    """Send commands one by one, and say each answer when it is there."""
    instance = open_instance(Death.home, WRITER, DyingStore)
    for number in range(COMMANDS):
        (outcome,) = instance.do([(f"c{number}", Say())], actor=OFFICER, time=MORNING)
        if isinstance(outcome, Answer):
            print(f"c{number}", *outcome.events, flush=True)  # noqa: T201 -- the answer


def receive() -> None:
    instance = open_instance(Death.home, READER, DyingStore)
    instance.receive(WRITER, LaneFile(path_of(Death.home, WRITER)).records(agency(READER)))


if __name__ == "__main__":
    home, task, Death.point, number, defences = sys.argv[1:]
    Death.home, Death.number = Path(home), int(number)
    DyingStore.made = DEFENCES[defences]
    DyingStore.sealed_later = defences == "sealed later"
    {"write": write, "receive": receive}[task]()
