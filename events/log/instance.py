"""One instance: a service at a lane, with its store, its inbox and its policies."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from events.deciding import Command
from events.envelope import Recorded
from events.known import Known
from events.log.lane.asking import asked
from events.log.lane.clock import Clock
from events.log.lane.days import DAY_BOOK, LaneDays
from events.log.lane.group import Outcome
from events.log.lane.ids import Mint
from events.log.lane.store import Store
from events.log.lane.streams import Language
from events.log.lane.work import Work
from events.log.lane.writer import Writer
from events.log.own import OwnPolicies
from events.log.reading.arrivals import Record
from events.log.reading.inbox import Inbox
from events.log.reading.parts import Me, Parts
from events.log.reading.policies import Policies, address
from events.log.reading.reference import Anchor, Reference
from events.log.reading.report import Report
from events.log.reading.rereading import Rereading
from events.log.reading.trust import days_of
from events.log.service import Service


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
        self.writer = Writer(store, language, clock, self._days)
        policies = Policies(made.handlers, made.react, me.policy)
        parts = Parts(me, store, self.writer, self._reference, policies)
        self.inbox = Inbox(parts)
        self._policies = policies
        self._own = OwnPolicies(parts)
        Rereading(parts).run()

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
            asked(address(self._handlers, command, command_id=id_, actor=actor, time=time))
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
                seen = self._own.answer_new(tx, done.events)
            outcomes += done.outcomes
            self._own.seen = seen
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
        """Answer own events that a transaction of ours has not: after a crash, or of others."""
        self._own.follow()

    def follows(self, event: Recorded[Any]) -> list[Work]:
        """Say what follows from an event in this lane, under the ids that it always has."""
        _ = self.known  # What policies ask of agencies and norms is as of now.
        return [work for one in self._policies.of([(0, event)]) for work in one.works]

    def _days(self) -> LaneDays:
        if self._ledger_days is not None:
            return self._ledger_days
        return days_of(self._reference.known.register, self.me.lane)

    def work(self, command: Any, *, command_id: str, actor: str, time: str) -> Work:  # noqa: ANN401 -- any command
        """Address one command of this service, as somebody asks for it."""
        return asked(
            address(self._handlers, command, command_id=command_id, actor=actor, time=time)
        )
