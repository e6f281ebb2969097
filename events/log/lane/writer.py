"""The one writer of a lane: read all, decide in memory, write all, seal; in one transaction."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from events.envelope import Recorded
from events.log.lane.clock import Clock
from events.log.lane.days import LaneDays
from events.log.lane.group import Outcome
from events.log.lane.session import Session
from events.log.lane.store import Position, Store, Transaction
from events.log.lane.streams import Language, StreamCache
from events.log.lane.work import Work


class Committed(NamedTuple):
    """What one commit did."""

    outcomes: list[Outcome]
    """Of the first works, in their order."""
    events: list[tuple[int, Recorded[Any]]]
    """What was appended, each with its seq."""


class Writer:
    """Commits works to a lane, any number at once."""

    def __init__(
        self,
        store: Store,
        language: Language,
        clock: Clock,
        days: Callable[[], LaneDays],
    ) -> None:
        self._store = store
        self._language = language
        self._clock = clock
        self._days = days
        self._streams = StreamCache()

    def commit(self, works: Sequence[Work]) -> list[Outcome]:
        """Commit works in their order, in as few commits as the limits allow.

        Returns:
            For each work its answer or its refusal.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(works):
            with self._store.transaction() as tx:
                left = works[len(outcomes) :]
                outcomes += self.commit_some(tx, left, lambda _: None).outcomes
        return outcomes

    def close_day(self, day: date, at: Work) -> Outcome:
        """Close a local day of the lane (protocol B2).

        Args:
            day: the next day of the book; a day closed before gets its remembered answer.
            at: gives the actor and the time of the closing.

        Returns:
            The answer, or the refusal `day-out-of-order`.
        """
        with self._store.transaction() as tx:
            session = Session(tx, self._language, self._clock, self._days(), self._streams)
            works = session.closing(day, at)
            session.load(works)
            outcomes = [session.do(work) for work in works]
            session.write(None)
        outcome = outcomes[-1]
        if outcome is None:
            raise AssertionError("two events fit into an empty commit")
        return outcome

    def commit_some(
        self,
        tx: Transaction,
        works: Sequence[Work],
        position: Callable[[int], Position | None],
    ) -> Committed:
        """Commit the first works, as many as fit, in an open transaction.

        Args:
            tx: the open transaction.
            works: of those given, at least one is committed.
            position: the inbox position reached when so many of the works are answered.
        """
        if not works:
            tx.append([], {}, position(0))
            return Committed([], [])
        session = Session(tx, self._language, self._clock, self._days(), self._streams)
        outcomes: list[Outcome] = []
        session.load(works)
        for work in works:
            outcome = session.do(work)
            if outcome is None:
                break
            outcomes.append(outcome)
        return Committed(outcomes, session.write(position(len(outcomes))))
