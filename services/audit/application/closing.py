"""Closing a ledger day: accept lanes, count, judge, say so (protocol B3, B4, C1)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from events.audit import SilentLane
from events.deciding import Command, Refused, refuse
from events.log.adapters.sqlite_store import SqliteStore
from events.log.instance import Instance
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.accepting import sizes_text, unaccepted
from services.audit.application.counted import lanes_of, uncovered
from services.audit.application.deriving import derive
from services.audit.application.judge import DayOutcome, Judge, leave
from services.audit.application.ledger_days import Book, book
from services.audit.application.making import make_tables
from services.audit.application.own_lane import follow_own
from services.audit.domain.commands import CountDay, JudgeDay
from services.audit.domain.evidence import RULES_EDITION

FINDINGS_A_CALL_MAX: Final = 500
"""Findings committed in one call: each is below 1.5 KB, so the call is a commit or two."""
_DAY: Final = timedelta(days=1)

RULE: Final = "protocol B4"


class NotCovered(Refused):
    """Lanes have not closed the day yet (HTTP 409); name them silent, or wait."""

    def __init__(self, jurisdiction: str, day: date, lanes: Sequence[SilentLane]) -> None:
        names = ", ".join(lane.lane for lane in lanes)
        refused = refuse("not-covered", f"{jurisdiction} {day}: not closed by {names}", RULE)
        super().__init__(refused.code, refused.sentence, article=RULE, kind=refused.kind)
        self.lanes = tuple(lane.lane for lane in lanes)


class Closing:
    """The authority's ledger at work."""

    def __init__(self, instance: Instance, store: SqliteStore) -> None:
        self._instance = instance
        self._store = store
        self._judge = Judge(instance.me.lane)
        self.create_tables()

    def create_tables(self) -> None:
        """Create the ledger's tables where they are missing, or another edition has made them."""
        with self._store.transaction() as tx:
            new = make_tables(tx, self._instance.me.lane)
        if new:
            self._derive()

    def close(
        self, jurisdiction: str, day: date, *, actor: str, time: str, silent: Sequence[str] = ()
    ) -> DayOutcome:
        """Close a day of a jurisdiction's ledger; goes on from `day_counted` after a crash.

        Args:
            jurisdiction: whose ledger.
            day: the next day of its book.
            actor: who closes.
            time: when, as an instant.
            silent: lanes that are counted without this day.

        Raises:
            NotCovered: lanes that are not named silent have not closed the day.
            Refused: `day-out-of-order`.
        """
        found = self._book(jurisdiction)
        if found.judged is not None and day <= found.judged:
            return DayOutcome()
        self._derive()
        if not found.is_open(day):
            self._count(jurisdiction, day, actor, time, silent)
        outcome = self._judged(jurisdiction)
        self._record(jurisdiction, day, outcome, actor, time)
        return outcome

    def _judged(self, jurisdiction: str) -> DayOutcome:
        with self._store.reading() as tx:
            found = book(tx, jurisdiction)
            if found.last is None:
                raise LookupError(f"{jurisdiction} has counted no day")
            return self._judge.judge(tx, found.last, found.before)

    def next_day(self, jurisdiction: str) -> date:
        """Say which day of a jurisdiction's ledger is closed next (protocol H2)."""
        judged = self._book(jurisdiction).judged
        if judged is not None:
            return judged + _DAY
        return min(lane.first_day for lane in lanes_of(self._register(), jurisdiction))

    def counted_sizes(self, jurisdiction: str) -> Mapping[str, int]:
        """Give how much of each lane counted on the day that was counted last."""
        with self._store.reading() as tx:
            last = book(tx, jurisdiction).last
            return {} if last is None else self._judge.input(tx, last)[0].sizes

    def _register(self) -> Register:
        return self._instance.known.register

    def _book(self, jurisdiction: str) -> Book:
        with self._store.reading() as tx:
            return book(tx, jurisdiction)

    def _derive(self) -> None:
        derive(self._store, self._instance.me.realm, self._register())
        with self._store.transaction() as tx:
            follow_own(tx, self._instance.me.lane)

    def _count(
        self, jurisdiction: str, day: date, actor: str, time: str, silent: Sequence[str]
    ) -> None:
        register = self._register()
        if not lanes_of(register, jurisdiction) or day != self.next_day(jurisdiction):
            raise refuse("day-out-of-order", f"{jurisdiction}: {day} is not next", "protocol B3")
        with self._store.reading() as tx:
            missing = uncovered(LedgerTables(tx), register, jurisdiction, day)
            accepted = list(unaccepted(tx, register))
        unnamed = [lane for lane in missing if lane.lane not in silent]
        if unnamed:
            raise NotCovered(jurisdiction, day, unnamed)
        commands = [(f"accept/{one.agency}/{sizes_text(one)}", one) for one in accepted]
        count = CountDay(jurisdiction=jurisdiction, day=day, silent=tuple(missing))
        self._do([*commands, (f"count/{jurisdiction}/{day}", count)], actor, time)
        if missing:
            self._derive()  # Who was silent cannot deny what it was shown that day.

    def _record(
        self, jurisdiction: str, day: date, outcome: DayOutcome, actor: str, time: str
    ) -> None:
        changes = [
            (f"judge/{jurisdiction}/{day}/{change.finding_id}", change)
            for change in outcome.changes
        ]
        for first in range(0, len(changes), FINDINGS_A_CALL_MAX):
            self._do(changes[first : first + FINDINGS_A_CALL_MAX], actor, time)
        with self._store.transaction() as tx:
            leave(tx, jurisdiction, outcome)
            follow_own(tx, self._instance.me.lane)
        judged = JudgeDay(jurisdiction=jurisdiction, day=day, rules_edition=RULES_EDITION)
        self._do([(f"judged/{jurisdiction}/{day}", judged)], actor, time)

    def _do(self, commands: Sequence[tuple[str, Command]], actor: str, time: str) -> None:
        for outcome in self._instance.do(commands, actor=actor, time=time):
            if isinstance(outcome, Refused):
                raise outcome
