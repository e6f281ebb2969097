"""One instance: a service at a lane, with its store, its inbox and its policies."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from events import codec
from events.deciding import Command
from events.envelope import Recorded
from events.known import Known
from events.log.lane.clock import Clock
from events.log.lane.days import DAY_BOOK, LaneDays
from events.log.lane.group import Outcome
from events.log.lane.ids import Mint
from events.log.lane.store import Store, Transaction
from events.log.lane.streams import Language
from events.log.lane.work import Work
from events.log.lane.writer import Writer
from events.log.reading.arrivals import Record
from events.log.reading.inbox import Inbox, Me
from events.log.reading.policies import (
    Consequence,
    Policies,
    address,
    reached,
    state_ignored,
)
from events.log.reading.reference import Anchor, Reference
from events.log.reading.report import Report
from events.log.reading.rereading import Rereading
from events.log.reading.trust import days_of
from events.log.service import Service

OWN_EVENTS_MAX: Final = 500
"""Own events answered in one transaction."""


class Instance:
    """A service at work: commands in, events out, other lanes' events in."""

    def __init__(
        self,
        me: Me,
        store: Store,
        clock: Clock,
        mint: Mint,
        service: Callable[[Callable[[], Known]], Service],
        *,
        anchor: Anchor,
        ledger_days: LaneDays | None = None,
    ) -> None:
        self.me = me
        self.store = store
        self.mint = mint
        self._reference = Reference(anchor)
        self._ledger_days = ledger_days
        self._seen = 0
        made = service(lambda: self._reference.known)
        self._handlers = made.handlers
        language = Language(
            realm=me.realm,
            lane=me.lane,
            service=made.name,
            agency=me.agency,
            empty=made.empty,
            audience=made.audience,
        )
        self._policies = Policies(made.handlers, made.react, me.policy)
        self.writer = Writer(store, language, clock, self._days)
        parts = (me, store, self.writer, self._reference, self._policies)
        self.inbox = Inbox(*parts)
        Rereading(*parts).run()

    @property
    def known(self) -> Known:
        """Agencies and norms as known here now."""
        with self.store.reading() as tx:
            return self._reference.refresh(tx)

    def do(
        self, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Outcome]:
        """Commit commands, each with its id, and what follows from them in this lane.

        Returns:
            For each command its answer or its refusal.

        Raises:
            NotRegistered: the lane is not in the register yet; nothing is written.
        """
        works = [
            address(self._handlers, command, command_id=id_, actor=actor, time=time)
            for id_, command in commands
        ]
        return self.commit(works)

    def commit(self, works: Sequence[Work]) -> list[Outcome]:
        """Commit works, and in the same transactions what follows from them in this lane.

        Returns:
            For each work its answer or its refusal.

        Raises:
            NotRegistered: the lane is not in the register yet; nothing is written.
        """
        known = self.known
        if self._ledger_days is None:
            known.register.lane(self.me.lane)
        outcomes: list[Outcome] = []
        while len(outcomes) < len(works):
            with self.store.transaction() as tx:
                done = self.writer.commit_some(tx, works[len(outcomes) :], lambda _: None)
                seen = self._answer_new(tx, done.events)
            outcomes += done.outcomes
            self._seen = seen
        self.follow_own()
        return outcomes

    def close_day(self, day: date, *, actor: str, time: str) -> Outcome:
        """Close a local day of the lane (protocol B2)."""
        self.known.register.lane(self.me.lane)
        at = Work(
            command_id="",
            body_hash=b"",
            actor=actor,
            time=time,
            stream=DAY_BOOK,
            decide=lambda _state, _by: (),
        )
        return self.writer.close_day(day, at)

    def held(self, lane: str) -> int:
        """Say up to which size another lane is held here."""
        with self.store.reading() as tx:
            held = tx.held(lane)
        return 0 if held is None else held[0]

    def receive(self, lane: str, records: Iterable[Record]) -> Report:
        """Take in records of another lane, and what follows from them."""
        report = self.inbox.receive(lane, records)
        self.follow_own()
        return report

    def follow_own(self) -> None:
        """Answer own events until nothing follows (protocol E2)."""
        while self._look_at_own():
            with self.store.transaction() as tx:
                self._follow(tx)

    def _look_at_own(self) -> bool:
        """Look at own events that are new; say whether something follows from one of them.

        Events that lead to nothing move no position: that would be a commit for each commit, and
        to look at them again after a restart harms nothing.
        """
        with self.store.reading() as tx:
            known = self._reference.refresh(tx)
            self._seen = max(self._seen, tx.position(self.me.lane))
            while new := tx.own_after(self._seen, OWN_EVENTS_MAX):
                if self._consequences(known, _read(new)):
                    return True
                self._seen = new[-1][0]
        return False

    def _answer_new(self, tx: Transaction, new: Sequence[tuple[int, Recorded[Any]]]) -> int:
        """Answer events that this transaction has just appended.

        Returns:
            Up to which seq own events are looked at once it commits. If others have written
            since, that is as before: `follow_own` reads them all from the store.
        """
        lane = self.me.lane
        answered = tx.position(lane)
        seen = max(self._seen, answered)
        if not new or new[0][0] != seen + 1:
            return seen
        consequences = self._consequences(self._reference.refresh(tx), new)
        return self._answer(tx, consequences, new[-1][0], answered)

    def _answer(
        self, tx: Transaction, consequences: Sequence[Consequence], last: int, answered: int
    ) -> int:
        """Do what follows, as much as fits; say up to which seq all is answered."""
        if not consequences:
            return last
        works = [work for one in consequences for work in one.works]
        position = reached(self.me.lane, consequences, last, answered)
        outcomes = self.writer.commit_some(tx, works, position).outcomes
        state_ignored(tx, consequences, works, outcomes)
        reached_now = position(len(outcomes))
        return answered if reached_now is None else reached_now.seq

    def _follow(self, tx: Transaction) -> None:
        """Answer the own events that are new, as many as one commit's effects may be."""
        lane = self.me.lane
        answered = tx.position(lane)
        new = tx.own_after(max(self._seen, answered), OWN_EVENTS_MAX)
        if new:
            consequences = self._consequences(self._reference.refresh(tx), _read(new))
            self._answer(tx, consequences, new[-1][0], answered)

    def _consequences(
        self, known: Known, new: Iterable[tuple[int, Recorded[Any]]]
    ) -> list[Consequence]:
        """Say what own events lead to; policies are silent on lanes of the past."""
        registered = known.register.lanes.get(self.me.lane)
        if registered is not None and registered.historic:
            return []
        return self._policies.of(new)

    def _days(self) -> LaneDays:
        if self._ledger_days is not None:
            return self._ledger_days
        return days_of(self._reference.known.register, self.me.lane)

    def work(self, command: Any, *, command_id: str, actor: str, time: str) -> Work:  # noqa: ANN401 -- any command
        """Address one command of this service."""
        return address(self._handlers, command, command_id=command_id, actor=actor, time=time)


def _read(stored: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Recorded[Any]]]:
    return ((seq, codec.read(raw)) for seq, raw in stored)
