"""Rebuilds the ledger's tables from the archive and judges its days again, to compare.

The rebuilt tables live in a temporary database that sees the stored file read-only beside it:
the same code fills them that filled the stored ones. A day that another edition of the rules has
judged cannot be repeated by this one: what it recorded is taken over. Tables that another edition
has made are not compared: nobody trusts them, and the next start makes them anew.
"""

from collections.abc import Iterator
from math import inf
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from events.audit import DayCounted, FindingMade, LanesAccepted
from events.log.adapters.sqlite_check_said import was_taken_back
from events.log.checking import Fault
from events.log.lane.store import Position
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.comparing import Compared, finding_faults
from services.audit.application.counted import lanes_of
from services.audit.application.deriving import cursor, derive
from services.audit.application.judge import Judge, leave
from services.audit.application.own_lane import tell
from services.audit.application.rebuilt import RebuiltStore, RebuiltTransaction, rebuilding
from services.audit.application.recorded_days import RecordedDay, recorded_days
from services.audit.domain.evidence import RULES_EDITION

SORTED: Final = (
    Compared("case_event"),
    Compared("case_number"),
    Compared("lane_day"),
    Compared("silent_day"),
    Compared("identity"),
    Compared("oddity"),
    Compared("reader_count"),
    Compared("rejection"),
    Compared("claim", "lane, seq, claimed_lane, size, root, events, ref, on_day"),
    Compared("accepted"),
)
"""What follows from the archive, and from what the authority has said of it."""


class LedgerCheck:
    """Compares the stored ledger with what its evidence gives."""

    def __init__(self, audit_lane: str) -> None:
        self._lane = audit_lane
        self._judge = Judge(audit_lane)
        self.other_edition = 0
        """Days that were not judged again, as another edition of the rules has judged them."""
        self.waiting = 0
        """Days that a restored ledger took back from its readers, and cannot judge again before it
        has read again, and derived, what it had accepted: the next ledger day does."""
        self._short = False
        """Whether something of that is not derived yet."""
        self._open: dict[str, list[str]] = {}
        """Jurisdiction with a day that is counted and not judged yet -> its lanes."""

    @property
    def open(self) -> int:
        """Days counted and not judged yet; what follows from judging there is not compared."""
        return len(self._open)

    def faults(self, path: Path, realm: str, register: Register) -> Iterator[Fault]:
        """Yield what differs.

        Args:
            path: the audit instance's file.
            realm: the realm's name.
            register: as the audit lane tells it.
        """
        with rebuilding(path) as (db, store):
            yield from self.faults_of(db, store, realm, register)

    def faults_of(
        self, db: Connection, store: RebuiltStore, realm: str, register: Register
    ) -> Iterator[Fault]:
        """Yield what differs, as `faults`, beside a stored ledger that is open already."""
        self._derive(store, realm, register)
        made = store.tx.stored(cursor(RULES_EDITION))
        for day in recorded_days(store.tx, self._lane):
            if isinstance(day, Fault):
                yield day
            else:
                _make_anew(store.tx, day.end, made or 0)
                yield from self._day(store.tx, day)
        _make_anew(store.tx, inf, made or 0)
        if made is not None:
            for compared in (*SORTED, *self._judged()):
                yield from compared.differences(db, self._lane)
        elif not self.other_edition:
            yield Fault(lane=self._lane, seq=0, what="no edition of the rules made its tables")

    def _derive(self, store: RebuiltStore, realm: str, register: Register) -> None:
        tables = LedgerTables(store.tx)
        tables.create()
        derive(store, realm, register, upto=store.tx.derived_to)
        for own in tables.said(0, store.tx.derived_to(self._lane), DayCounted, LanesAccepted):
            tell(tables, own)
        self._short = any(size > store.tx.derived_to(lane) for lane, size in tables.all_accepted())

    def _judged(self) -> Iterator[Compared]:
        """Give what follows from judging, but for what belongs to an open day's jurisdiction.

        There a crash may have left it as it was before the day or as it is after it.
        """
        lanes = sorted(lane for one in self._open.values() for lane in one)
        for table in ("agenda", "finding"):
            yield Compared(table, but="jurisdiction", of=sorted(self._open))
        yield Compared("claim", "lane, seq, claimed_lane, differs", but="lane", of=lanes)

    def _day(self, tx: RebuiltTransaction, day: RecordedDay) -> Iterator[Fault]:
        if day.day.edition is None:
            yield from self._open_day(tx, day)
        elif self._short and was_taken_back(tx.cursor.connection, day.day.counted):
            self.waiting += 1
        elif day.day.edition == RULES_EDITION:
            outcome = self._judge.judge(tx, day.day, day.before)
            yield from finding_faults(outcome.changes, day, self._lane)
            leave(tx, day.jurisdiction, outcome)
        else:
            self.other_edition += 1
        for own in day.findings:
            tell(LedgerTables(tx), own)

    def _open_day(self, tx: RebuiltTransaction, day: RecordedDay) -> Iterator[Fault]:
        """Compare what an open day has recorded so far, if today's rules did: its first changes."""
        _, known = self._judge.input(tx, day.day)
        lanes = lanes_of(known.register, day.jurisdiction)
        self._open[day.jurisdiction] = [lane.lane for lane in lanes]
        made = (own.event.data for own in day.findings if isinstance(own.event.data, FindingMade))
        if any(one.rules_edition == RULES_EDITION for one in made):
            changes = self._judge.judge(tx, day.day, day.before).changes
            yield from finding_faults(changes[: len(day.findings)], day, self._lane)


def _make_anew(tx: RebuiltTransaction, end: float, made: int) -> None:
    """Make the tables anew where the stored ones were made: before the first day that ended after.

    When that was follows from nothing else. It says how much was judged again, and no more: what
    a rule says of a case does not depend on it.
    """
    name = cursor(RULES_EDITION)
    if tx.position(name) < made < end:
        tx.forget_judged()
        tx.track(Position(lane=name, seq=made))
