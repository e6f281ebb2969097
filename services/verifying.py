"""Recomputes a whole home from stored bytes: lanes, archives, the ledger and its findings."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec

from events import codec
from events.codec import CannotRead
from events.known import Known
from events.law.calendar_check import CalendarInvalid
from events.log.adapters.sqlite_check import check_lane_tables, own_reference
from events.log.adapters.sqlite_check_received import ReceivedCheck
from events.log.adapters.sqlite_check_said import said_faults
from events.log.adapters.sqlite_schema import check_version
from events.log.checking import Fault
from events.log.tree.exact_base64 import to_base64
from events.register import Register
from services.audit.application.rebuild import LedgerCheck
from services.home import Home

HEADS: Final = "SELECT lane, max(size), root FROM received GROUP BY lane ORDER BY lane"
COMMITS: Final = "SELECT coalesce(max(size), 0), count(*) FROM sealed"


class Verifying:
    """One verification; it writes nothing."""

    def __init__(self, realm: Home) -> None:
        self._realm = realm
        self._audit_path = realm.path(realm.settings.audit_lane)
        self.done = {"lanes": 0, "events": 0, "checkpoints": 0, "received": 0, "findings": 0}
        """What was recomputed; `days_of_other_editions` were not judged again, as other rules had
        judged them, and of `open_days`, which a crash left, what follows is not compared yet."""

    def faults(self) -> Iterator[Fault]:
        """Yield everything that does not hold; the audit lane first, as it holds the register."""
        settings = self._realm.settings
        anchor = self._realm.anchor.known()
        try:
            register = self._register(anchor)
        except (CannotRead, CalendarInvalid, msgspec.ValidationError) as bad:
            yield Fault(lane=settings.audit_lane, seq=0, what=f"the register: {bad}")
            register = anchor.register
        except sqlite3.DatabaseError as broken:
            yield Fault(lane=settings.audit_lane, seq=0, what=f"its file cannot be read: {broken}")
            return
        ledger_holds = True
        for lane in self._realm.lanes:
            for fault in _readable(lane, self._lane(lane, register)):
                ledger_holds &= lane != settings.audit_lane
                yield fault
        for lane in self._realm.lanes:
            yield from _readable(lane, self._lost(lane))
        yield from self._ledger(register) if ledger_holds else self._not_judged_again()

    def _ledger(self, register: Register) -> Iterator[Fault]:
        settings = self._realm.settings
        check = LedgerCheck(settings.audit_lane)
        yield from check.faults(self._audit_path, settings.realm, register)
        self.done["days_of_other_editions"] = check.other_edition
        self.done["open_days"] = check.open

    def _not_judged_again(self) -> Iterator[Fault]:
        """Say that the rest is open: from evidence that does not hold nothing follows."""
        what = "the evidence does not hold: case table and findings were not made again from it"
        yield Fault(lane=self._realm.settings.audit_lane, seq=0, what=what)

    def _register(self, anchor: Known) -> Register:
        with closing(_open(self._audit_path)) as db:
            known = anchor
            for _, raw in own_reference(db):
                known = known.evolve(codec.read(raw))
            (self.done["findings"],) = db.execute("SELECT count(*) FROM finding").fetchone()
        return known.register

    def _lane(self, lane: str, register: Register) -> Iterator[Fault]:
        realm = self._realm
        with closing(_open(realm.path(lane))) as db:
            if lane not in register.lanes:
                yield Fault(lane=lane, seq=0, what="not in the register")
                return
            broken = False
            for fault in check_lane_tables(db, realm.settings.realm, register.lane(lane)):
                broken = True
                yield fault
            yield from ReceivedCheck(db, realm.me(lane), register).faults()
            if not broken:
                yield from said_faults(db, lane)
            self._count(db)

    def _lost(self, reader: str) -> Iterator[Fault]:
        """Find lanes whose file here ends before what a reader holds of them, or differs."""
        with closing(_open(self._realm.path(reader))) as db:
            heads = db.execute(HEADS).fetchall()
        for lane, size, root in heads:
            if lane in self._realm.lanes and not self._sealed(lane, size, root):
                what = f"{reader} holds another root for this size, or this file has lost it"
                yield Fault(lane=lane, seq=size, what=what)

    def _sealed(self, lane: str, size: int, root: bytes) -> bool:
        with closing(_open(self._realm.path(lane))) as db:
            row = db.execute("SELECT note FROM sealed WHERE size = ?", (size,)).fetchone()
        return row is not None and to_base64(root).encode() in row[0].splitlines()

    def _count(self, db: sqlite3.Connection) -> None:
        events, commits = db.execute(COMMITS).fetchone()
        (received,) = db.execute("SELECT count(*) FROM received").fetchone()
        self.done["lanes"] += 1
        self.done["events"] += events
        self.done["checkpoints"] += commits
        self.done["received"] += received


def _readable(lane: str, faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield faults; a file that is gone, or that SQLite cannot read, is one."""
    try:
        yield from faults
    except sqlite3.DatabaseError as broken:
        yield Fault(lane=lane, seq=0, what=f"a file cannot be read: {broken}")


def _open(path: Path) -> sqlite3.Connection:
    """Open a file read-only.

    Raises:
        NewerHome: a newer version wrote it.
        DatabaseError: it is not there, or no SQLite file.
    """
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    check_version(path, db.execute("PRAGMA user_version").fetchone()[0])
    return db
