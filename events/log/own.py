"""A lane's own policies: what follows in it from its own events (protocol E2)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from events import codec
from events.envelope import Recorded
from events.known import Known
from events.log.lane.store import Transaction
from events.log.reading.parts import Parts
from events.log.reading.policies import Consequence, reached, state_ignored

OWN_EVENTS_MAX: Final = 500
"""Own events answered in one transaction."""


class OwnPolicies:
    """Answers the lane's own events: in the transaction that appends them, or after it."""

    def __init__(self, parts: Parts) -> None:
        self._me, self._store, self._writer, self._reference, self._policies = parts
        self.seen = 0
        """Up to which seq own events are looked at; to be set only once that is committed."""

    def follow(self) -> None:
        """Answer own events until nothing follows (protocol E2)."""
        while self._look():
            with self._store.transaction() as tx:
                self._follow(tx)

    def _look(self) -> bool:
        """Look at own events that are new; say whether something follows from one of them.

        Events that lead to nothing move no position: that would be a commit for each commit, and
        to look at them again after a restart harms nothing.
        """
        with self._store.reading() as tx:
            known = self._reference.refresh(tx)
            self.seen = max(self.seen, tx.position(self._me.lane))
            while new := tx.own_after(self.seen, OWN_EVENTS_MAX):
                if self._consequences(known, _read(new)):
                    return True
                self.seen = new[-1][0]
        return False

    def answer_new(self, tx: Transaction, new: Sequence[tuple[int, Recorded[Any]]]) -> int:
        """Answer events that this transaction has just appended.

        Returns:
            Up to which seq own events are looked at once it commits. If others have written
            since, that is as before: `follow` reads them all from the store.
        """
        lane = self._me.lane
        answered = tx.position(lane)
        seen = max(self.seen, answered)
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
        position = reached(self._me.lane, consequences, last, answered)
        outcomes = self._writer.commit_some(tx, works, position).outcomes
        state_ignored(tx, consequences, works, outcomes)
        reached_now = position(len(outcomes))
        return answered if reached_now is None else reached_now.seq

    def _follow(self, tx: Transaction) -> None:
        """Answer the own events that are new, as many as one commit's effects may be."""
        lane = self._me.lane
        answered = tx.position(lane)
        new = tx.own_after(max(self.seen, answered), OWN_EVENTS_MAX)
        if new:
            consequences = self._consequences(self._reference.refresh(tx), _read(new))
            self._answer(tx, consequences, new[-1][0], answered)

    def _consequences(
        self, known: Known, new: Iterable[tuple[int, Recorded[Any]]]
    ) -> list[Consequence]:
        """Say what own events lead to; policies are silent on lanes of the past."""
        registered = known.register.lanes.get(self._me.lane)
        if registered is not None and registered.historic:
            return []
        return self._policies.of(new)


def _read(stored: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Recorded[Any]]]:
    return ((seq, codec.read(raw)) for seq, raw in stored)
