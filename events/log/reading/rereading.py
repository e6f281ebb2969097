"""Events whose type was unknown when they came, read again when today's catalogue knows it.

Their bytes were kept in the record that brought them. That nothing is done twice rests on command
ids, not on positions (protocol H13): a crash between two of them does no harm.
"""

from msgspec import Struct

from events.catalogue import CATALOGUE
from events.codec import CannotRead
from events.log.lane.store import Transaction
from events.log.reading.admit import Sender, admit
from events.log.reading.batch import Omitted, split_batch
from events.log.reading.parts import Parts
from events.log.reading.policies import state_ignored
from events.log.reading.reference import keep


class Unread(Struct, frozen=True, kw_only=True):
    """One event that could not be read when it came."""

    lane: str
    seq: int
    raw: bytes


class Rereading:
    """Reads such events again, one in a transaction: there are few, and only after an upgrade."""

    def __init__(self, parts: Parts) -> None:
        self._me, self._store, self._writer, self._reference, self._policies = parts

    def run(self) -> int:
        """Read again what is known by now; say how many events that were."""
        count = 0
        while (done := self._one()) is not None:
            count += done
        return count

    def _one(self) -> bool | None:
        """Read one; say whether all that follows from it is committed, None if there is none."""
        with self._store.transaction() as tx:
            unread = _next(tx)
            if unread is None:
                return None
            done = self._read(tx, unread)
            if done:
                tx.reread(unread.lane, unread.seq)
        return done

    def _read(self, tx: Transaction, unread: Unread) -> bool:
        lane = self._reference.refresh(tx).register.lane(unread.lane)
        whole = self._me.authority or self._me.agency == lane.agency
        sender = Sender(
            realm=self._me.realm,
            lane=unread.lane,
            agency=lane.agency,
            reader=self._me.agency,
            whole=whole,
        )
        try:
            event = admit(unread.raw, sender)
        except CannotRead as bad:
            tx.ignore(f"{unread.lane}@{unread.seq}", str(bad))
            return True
        consequences = [] if lane.historic else self._policies.of([(unread.seq, event)])
        works = [work for one in consequences for work in one.works]
        outcomes = self._writer.commit_some(tx, works, lambda _: None).outcomes
        state_ignored(tx, consequences, works, outcomes)
        if len(outcomes) < len(works):
            return False
        keep(tx, unread.seq, unread.raw, event)
        return True


def _next(tx: Transaction) -> Unread | None:
    for lane, seq, wire_name in tx.still_unread():
        if wire_name in CATALOGUE:
            start, value = tx.record_of(lane, seq)
            return Unread(lane=lane, seq=seq, raw=event_at(value, start, seq))
    return None


def event_at(value: bytes, start: int, seq: int) -> bytes:
    """Find an event in a record by its seq.

    Args:
        value: the record's batch.
        start: the size before the record.
        seq: of an event that the record shows.

    Raises:
        LookupError: the record does not show it.
    """
    at = start
    for item in split_batch(value):
        if isinstance(item, Omitted):
            at += item.omitted
            continue
        at += 1
        if at == seq:
            return item
    raise LookupError(f"the record after {start} does not show event {seq}")
