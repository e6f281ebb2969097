"""Recomputes one instance's folder: its file, and that its key and settings are the registered."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Final

from events.log.adapters.sqlite_check import check_lane_tables
from events.log.adapters.sqlite_check_file import cell_faults, damage_faults, reading, snapshot
from events.log.adapters.sqlite_check_lost import HeldHead, has_sealed, held_heads
from events.log.adapters.sqlite_check_received import ReceivedCheck
from events.log.adapters.sqlite_check_said import said_faults, to_be_read
from events.log.adapters.sqlite_schema import NewerHome
from events.log.checking import Fault
from events.log.lane.keys import KeyFileUnsafe
from events.log.tree.keys import KeyRefused
from events.register import Lane, Register
from services.home import Home, NoHome

COUNTS: Final = (
    "SELECT 1 AS lanes, coalesce(max(size), 0) AS events, count(*) AS checkpoints, "
    "(SELECT count(*) FROM received) AS received FROM sealed"
)
DAMAGED: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises: the second, where a message of SQLite would quote it."""


class InstanceCheck:
    """One instance of a home."""

    def __init__(self, realm: Home, lane: str) -> None:
        self._realm = realm
        self.path = realm.path(lane)
        self.lane = lane
        self.holds = True
        """No fault was found in it so far."""
        self._readable = True
        self._held: sqlite3.Connection | None = None
        self.done = {"lanes": 0, "events": 0, "checkpoints": 0, "received": 0}
        """What was recomputed; of `lanes_to_be_read` a restored lane holds not yet what it had."""

    def in_words(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Yield this instance's faults; that a file of it cannot be read is one, and the last."""
        try:
            for fault in faults:
                self.holds = False
                yield fault
        except DAMAGED as damage:
            yield self._leave(f"a file cannot be read: {damage}")
        except (NewerHome, NoHome) as other:
            yield self._leave(str(other))

    def hold(self, stack: ExitStack) -> None:
        """Open the file and keep to this moment of it; a file that cannot be opened is told later.

        Args:
            stack: closes it.
        """
        with suppress(*DAMAGED, NewerHome, NoHome):
            self._held = stack.enter_context(snapshot(self.path))

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read the file: as it was when it was held, if it is."""
        if self._held is not None:
            yield self._held
            return
        with reading(self.path) as db:
            yield db

    def file(self) -> Iterator[Fault]:
        """Check the file as such."""
        with self.reading() as db:
            yield from damage_faults(db, self.lane)
            misplaced = list(cell_faults(db, self.lane))
        yield from misplaced
        if misplaced:
            yield self._leave("with such values its file is not read any further")

    def contents(self, register: Register) -> Iterator[Fault]:
        """Recompute what the file holds, as far as it can be read."""
        if self.lane not in register.lanes:
            if not self._is_empty():
                yield self._fault("not in the register")
        elif self._readable:
            with self.reading() as db:
                yield from self._contents(db, register)

    def _is_empty(self) -> bool:
        """Say whether a lane has neither said nor heard anything: it may come to be registered."""
        if not self._readable:
            return False
        with self.reading() as db:
            sql = "SELECT EXISTS (SELECT 1 FROM stored_events) OR EXISTS (SELECT 1 FROM received)"
            return not db.execute(sql).fetchone()[0]

    def _contents(self, db: sqlite3.Connection, register: Register) -> Iterator[Fault]:
        lane = register.lane(self.lane)
        evidence = list(check_lane_tables(db, self._realm.settings.realm, lane))
        yield from evidence
        names = ("lanes", "events", "checkpoints", "received")
        self.done = dict(zip(names, db.execute(COUNTS).fetchone(), strict=True))
        yield from self._key(lane)
        me = self._realm.me(self.lane)
        if me.agency != lane.agency:
            yield self._fault(f"instance.json names {me.agency}, the register {lane.agency}")
        yield from ReceivedCheck(db, me, register).faults()
        if not evidence:
            yield from said_faults(db, self.lane)
            self.done["lanes_to_be_read"] = len({lane for lane, *_ in to_be_read(db)})

    def _key(self, lane: Lane) -> Iterator[Fault]:
        """Check that the key file signs what comes next; a key may wait for its first size."""
        try:
            key = self._realm.vkey(self.lane).text
        except (KeyFileUnsafe, KeyRefused, OSError) as bad:
            yield self._fault(f"key file: {bad}")
            return
        registered = {lane.key_for(self.done["events"]), lane.keys[-1][1]}
        if key not in registered:
            yield self._fault(f"key file: {key} is not the registered {lane.keys[-1][1]}")

    def heads(self) -> list[HeldHead]:
        """Say how far it holds other lanes."""
        if not self._readable:
            return []
        with self.reading() as db:
            return held_heads(db)

    def held_of(self, lane: str) -> int:
        """Say up to which size it holds another lane; nought if it cannot be read."""
        with suppress(*DAMAGED):
            return next((head.size for head in self.heads() if head.lane == lane), 0)
        return 0

    def lost(self, head: HeldHead) -> bool:
        """Say whether its own lane, as far as it can be read, has not what a reader holds of it.

        The file is read anew: a lane grows before its readers do, and the reader was held later.
        """
        if not self._readable:
            return False
        with reading(self.path) as db:
            return not has_sealed(db, head)

    def _leave(self, what: str) -> Fault:
        self.holds = self._readable = False
        return self._fault(what)

    def _fault(self, what: str) -> Fault:
        return Fault(lane=self.lane, seq=0, what=what)
