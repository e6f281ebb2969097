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
from events.log.checking import Fault
from events.register import Register
from services.audit.application.rebuild import ledger_faults
from services.home import Home

COMMITS: Final = "SELECT coalesce(max(size), 0), count(*) FROM sealed"


class Verifying:
    """One verification; it writes nothing."""

    def __init__(self, realm: Home) -> None:
        self._realm = realm
        self._audit_path = realm.path(realm.settings.audit_lane)
        self.done = {"lanes": 0, "events": 0, "checkpoints": 0, "received": 0, "findings": 0}

    def faults(self) -> Iterator[Fault]:
        """Yield everything that does not hold; the audit lane first, as it holds the register."""
        settings = self._realm.settings
        anchor = self._realm.anchor.known()
        try:
            register = self._register(anchor)
        except (CannotRead, CalendarInvalid, msgspec.ValidationError) as bad:
            yield Fault(lane=settings.audit_lane, seq=0, what=f"the register: {bad}")
            register = anchor.register
        ledger_holds = True
        for lane in self._realm.lanes:
            for fault in self._lane(lane, register):
                ledger_holds &= lane != settings.audit_lane
                yield fault
        yield from self._ledger(register) if ledger_holds else self._not_judged_again()

    def _ledger(self, register: Register) -> Iterator[Fault]:
        settings = self._realm.settings
        return ledger_faults(self._audit_path, settings.realm, settings.audit_lane, register)

    def _not_judged_again(self) -> Iterator[Fault]:
        """Say that the rest is open: what is derived from evidence that does not hold says nothing."""
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
            yield from check_lane_tables(db, realm.settings.realm, register.lane(lane))
            me = realm.me(lane)
            yield from ReceivedCheck(db, me, register).faults()
            self._count(db)

    def _count(self, db: sqlite3.Connection) -> None:
        events, commits = db.execute(COMMITS).fetchone()
        (received,) = db.execute("SELECT count(*) FROM received").fetchone()
        self.done["lanes"] += 1
        self.done["events"] += events
        self.done["checkpoints"] += commits
        self.done["received"] += received


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)
