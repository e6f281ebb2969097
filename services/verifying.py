"""Recomputes a whole home from stored bytes: lanes, archives, the ledger and its findings."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from sqlite3 import Connection

import msgspec

from events import codec
from events.codec import CannotRead
from events.known import Known
from events.law.calendar_check import CalendarInvalid
from events.log.adapters.sqlite_check import own_reference
from events.log.adapters.sqlite_schema import NewerHome
from events.log.checking import Fault
from events.register import Register
from services.audit.application.rebuild import LedgerCheck
from services.audit.application.rebuilt import RebuiltStore, rebuilding
from services.home import Home
from services.verifying_instance import DAMAGED, InstanceCheck


class Verifying:
    """One verification; it writes nothing."""

    def __init__(self, realm: Home) -> None:
        self._realm = realm
        files = {path.parent.name for path in realm.home.glob("lanes/*/lane.db")}
        lanes = sorted({realm.settings.audit_lane, *realm.lanes, *files})
        self._checks = {lane: InstanceCheck(realm, lane) for lane in lanes}
        self._audit = self._checks[realm.settings.audit_lane]
        self._rebuilding: tuple[Connection, RebuiltStore] | None = None
        self.done = {"lanes": 0, "events": 0, "checkpoints": 0, "received": 0, "findings": 0}
        """What was recomputed; `days_of_other_editions` were not judged again, as other rules had
        judged them, and of `open_days`, which a crash left, what follows is not compared yet."""

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
        with suppress(*DAMAGED):
            self._rebuilding = stack.enter_context(rebuilding(self._audit.path))
        for check in self._checks.values():
            if check is not self._audit:
                check.hold(stack)
        self._audit.hold(stack)

    def _faults(self) -> Iterator[Fault]:
        for check in self._checks.values():
            yield from check.in_words(check.file())
        anchor = self._realm.anchor.known()
        try:
            register = self._register(anchor)
        except (CannotRead, CalendarInvalid, msgspec.ValidationError) as bad:
            yield Fault(lane=self._audit.lane, seq=0, what=f"the register: {bad}")
            register = anchor.register
        except (*DAMAGED, NewerHome) as damage:
            what = f"without its register nothing else can be checked: {damage}"
            yield Fault(lane=self._audit.lane, seq=0, what=what)
            return
        yield from self._contents(register)

    def _contents(self, register: Register) -> Iterator[Fault]:
        for check in self._checks.values():
            yield from check.in_words(check.contents(register))
            for name, count in check.done.items():
                self.done[name] += count
        judged = self._ledger(register) if self._audit.holds else self._not_judged_again()
        for check in self._checks.values():
            yield from check.in_words(self._lost(check))
        yield from self._audit.in_words(judged)

    def _ledger(self, register: Register) -> Iterator[Fault]:
        check, realm = LedgerCheck(self._audit.lane), self._realm.settings.realm
        if self._rebuilding is None:
            yield from check.faults(self._audit.path, realm, register)
        else:
            yield from check.faults_of(*self._rebuilding, realm, register)
        self.done["days_of_other_editions"] = check.other_edition
        self.done["open_days"] = check.open

    def _not_judged_again(self) -> Iterator[Fault]:
        """Say that the rest is open: from evidence that does not hold nothing follows."""
        what = "the evidence does not hold: case table and findings were not made again from it"
        yield Fault(lane=self._audit.lane, seq=0, what=what)

    def _register(self, anchor: Known) -> Register:
        with self._audit.reading() as db:
            known = anchor
            for _, raw in own_reference(db):
                known = known.evolve(codec.read(raw))
            (self.done["findings"],) = db.execute("SELECT count(*) FROM finding").fetchone()
        return known.register

    def _lost(self, reader: InstanceCheck) -> Iterator[Fault]:
        """Find lanes whose file here ends before what a reader holds of them, or differs."""
        for head in reader.heads():
            if head.lane in self._checks and self._checks[head.lane].lost(head):
                what = f"{reader.lane} holds another root for this size, or this file has lost it"
                yield Fault(lane=head.lane, seq=head.size, what=what)
