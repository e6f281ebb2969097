"""Recomputes a whole home from stored bytes: lanes, archives, the ledger and its findings.

In an agency's own home the ledger is not: there the register is the one that its lanes hold, of
the records of the audit lane that they keep, and all that a lane keeps is checked as anywhere.
"""

from collections.abc import Collection, Iterator
from contextlib import ExitStack, suppress
from sqlite3 import Connection

import msgspec

from events import codec
from events.codec import CannotRead
from events.known import Known
from events.law.calendar_check import CalendarInvalid
from events.log.adapters.sqlite_check import kept_reference, own_reference
from events.log.adapters.sqlite_schema import NewerHome
from events.log.checking import Fault
from events.register import Register
from services.audit.application.rebuild import LedgerCheck
from services.audit.application.rebuilt import RebuiltStore, rebuilding
from services.home import Home
from services.sealing.agency_keys import AgencyKeys
from services.verifying_instance import DAMAGED, InstanceCheck


class Verifying:
    """One verification; it writes nothing."""

    def __init__(self, realm: Home) -> None:
        self._realm = realm
        files = {path.parent.name for path in realm.home.glob("lanes/*/lane.db")}
        lanes = {*realm.lanes, *files}
        if self._is_the_authority_s(lanes):
            lanes.add(realm.settings.audit_lane)
            self._absent = frozenset[str]()
        else:
            self._absent = frozenset(lanes - files)
        here = sorted(lanes - self._absent)
        self._checks = {lane: InstanceCheck(realm, lane) for lane in here}
        self._audit = self._checks.get(realm.settings.audit_lane)
        self._rebuilding: tuple[Connection, RebuiltStore] | None = None
        self.done = {"lanes": 0, "events": 0, "checkpoints": 0, "received": 0, "findings": 0}
        """What was recomputed; `days_of_other_editions` were not judged again, as other rules had
        judged them, and of `open_days`, which a crash left, what follows is not compared yet.
        `without_ledger` is 1 in an agency's own home, and `not_begun` lanes have no file there.
        After a restoration `lanes_to_be_read` and `days_to_be_judged` wait: no fault till then."""

    def _is_the_authority_s(self, lanes: Collection[str]) -> bool:
        """Say whether the ledger should be here: where it is lost, its agency's keys still are."""
        settings = self._realm.settings
        keys = AgencyKeys(self._realm.home, settings.authority).folder
        return not lanes or settings.audit_lane in lanes or keys.exists()

    def faults(self) -> Iterator[Fault]:
        """Yield everything that does not hold: the files first, as all else is read from them.

        All files are opened before the first is read, and each is read as it was then: whoever
        goes on writing meanwhile is verified the next time.
        """
        with ExitStack() as stack:
            self._hold(stack)
            yield from self._faults()

    def _hold(self, stack: ExitStack) -> None:
        """Hold all files as nearly at one moment as can be; no lock stops those who write them.

        The audit's own comes last: so its register names every lane that the others have heard of.
        """
        audit = self._audit
        if audit is not None:
            with suppress(*DAMAGED):
                self._rebuilding = stack.enter_context(rebuilding(audit.path))
        for check in sorted(self._checks.values(), key=lambda check: check is audit):
            check.hold(stack)

    def _faults(self) -> Iterator[Fault]:
        for check in self._checks.values():
            yield from check.in_words(check.file())
        anchor, audit_lane = self._realm.anchor.known(), self._realm.settings.audit_lane
        try:
            register = self._register(anchor)
        except (CannotRead, CalendarInvalid, msgspec.ValidationError) as bad:
            yield Fault(lane=audit_lane, seq=0, what=f"the register: {bad}")
            register = anchor.register
        except (*DAMAGED, NewerHome) as damage:
            what = f"without its register nothing else can be checked: {damage}"
            yield Fault(lane=audit_lane, seq=0, what=what)
            return
        yield from self._contents(register)

    def _contents(self, register: Register) -> Iterator[Fault]:
        for check in self._checks.values():
            yield from check.in_words(check.contents(register))
            for name, count in check.done.items():
                self.done[name] = self.done.get(name, 0) + count
        judged = self._judged(register)
        for check in self._checks.values():
            yield from check.in_words(self._lost(check))
        if self._audit is not None:
            yield from self._audit.in_words(judged)

    def _judged(self, register: Register) -> Iterator[Fault]:
        if self._audit is None:
            self.done |= {"without_ledger": 1, "not_begun": len(self._absent)}
            return iter(())
        if not self._audit.holds:
            return self._not_judged_again(self._audit)
        return self._ledger(self._audit, register)

    def _ledger(self, audit: InstanceCheck, register: Register) -> Iterator[Fault]:
        check, realm = LedgerCheck(audit.lane), self._realm.settings.realm
        if self._rebuilding is None:
            yield from check.faults(audit.path, realm, register)
        else:
            yield from check.faults_of(*self._rebuilding, realm, register)
        self.done["days_of_other_editions"] = check.other_edition
        self.done["open_days"] = check.open
        self.done["days_to_be_judged"] = check.waiting

    def _not_judged_again(self, audit: InstanceCheck) -> Iterator[Fault]:
        """Say that the rest is open: from evidence that does not hold nothing follows."""
        what = "the evidence does not hold: case table and findings were not made again from it"
        yield Fault(lane=audit.lane, seq=0, what=what)

    def _register(self, anchor: Known) -> Register:
        if self._audit is None:
            return self._as_heard(anchor)
        with self._audit.reading() as db:
            known = anchor
            for _, raw in own_reference(db):
                known = known.evolve(codec.read(raw))
            (self.done["findings"],) = db.execute("SELECT count(*) FROM finding").fetchone()
        return known.register

    def _as_heard(self, anchor: Known) -> Register:
        """Give the register as that lane holds it which has read most of the audit lane.

        That its copies are of records which the audit lane has signed is checked as of all lanes.
        """
        audit_lane, known = self._realm.settings.audit_lane, anchor
        reader = max(self._checks.values(), key=lambda one: one.held_of(audit_lane), default=None)
        if reader is not None and reader.held_of(audit_lane):
            with reader.reading() as db:
                for raw in kept_reference(db, audit_lane):
                    known = known.evolve(codec.read(raw))
        return known.register

    def _lost(self, reader: InstanceCheck) -> Iterator[Fault]:
        """Find lanes whose file here ends before what a reader holds of them, or differs."""
        for head in reader.heads():
            check = self._checks.get(head.lane)
            if head.lane in self._absent or (check is not None and check.lost(head)):
                what = f"{reader.lane} holds another root for this size, or this file has lost it"
                yield Fault(lane=head.lane, seq=head.size, what=what)
