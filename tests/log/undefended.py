"""Adapters that lack a defence, and a death at a named point: only here, never in the product."""

import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from eventsourcing.sqlite import SQLiteCursor

from events.log.adapters.sqlite import LaneRecorder
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import NewEvent, Position
from events.log.lane.work import Remembered
from events.log.tree.edge import Edge

MARKER: Final = "died-at"
"""File in HOME that holds the point, written right before the process kills itself."""


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
