"""The events that an instance has: its lane's own, and those received that it may believe."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from events import codec
from events.codec import CannotRead
from events.envelope import Recorded
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.admit import Sender, admit
from events.log.reading.batch import Omitted, split_batch
from events.log.reading.parts import Me
from events.log.reading.rereading import event_at
from events.register import Register

OWN_MAX: Final = 500
"""Own events read at once."""
RECORDS_MAX: Final = 100
"""Records read at once; one has 640 KB at most."""
_MARKS: Final = (b'"sealed":[{', b".key_", b".subject_erased", b".personal_data_read", b"\\u")
"""What stands in the bytes of an event about keys, or with sealed parts: as everybody writes it, as
no event holds a space outside its strings (protocol I1), or with an escape in a name. All other
events are passed by unread."""


class Here(NamedTuple):
    """An event, and where it stands in its lane."""

    lane: str
    seq: int
    event: Recorded[Any]


class EventsHere:
    """One instance's events."""

    def __init__(self, me: Me, store: SqliteStore) -> None:
        self._me = me
        self._store = store

    def grown(self) -> tuple[int, int]:
        """Say how many own events and how many received records there are."""
        with self._store.reading() as tx:
            sql = "SELECT coalesce(max(pos), 0) FROM received"
            return tx.size(), int(tx.all(sql)[0][0])

    def all(self, register: Register) -> Iterator[Here]:
        """Give all events that may concern keys: the own ones first."""
        (own, received), (size, records) = (0, 0), self.grown()
        while own < size:
            own, found = self.own_after(own)
            yield from found
        while received < records:
            received, found = self.received_after(received, register)
            yield from found

    def own_after(self, seq: int) -> tuple[int, list[Here]]:
        """Give the next own events that may concern keys, and up to which seq that is all."""
        with self._store.reading() as tx:
            rows = tx.own_after(seq, OWN_MAX)
        found = [Here(self._me.lane, at, codec.read(raw)) for at, raw in rows if _concerns(raw)]
        return (rows[-1][0] if rows else seq), found

    def received_after(self, pos: int, register: Register) -> tuple[int, list[Here]]:
        """Give those of the next received records, and the number of the last of them."""
        sql = "SELECT pos, lane, start, value FROM received WHERE pos > ? ORDER BY pos LIMIT ?"
        with self._store.reading() as tx:
            rows = [tuple(row) for row in tx.all(sql, pos, RECORDS_MAX)]
        found = [
            one
            for _, lane, start, value in rows
            if _concerns(value)
            for one in self._of_record(lane, start, value, register)
        ]
        return (rows[-1][0] if rows else pos), found

    def _of_record(self, lane: str, start: int, value: bytes, register: Register) -> Iterator[Here]:
        sender, at = self._sender(lane, register), start
        for item in split_batch(value):
            if isinstance(item, Omitted):
                at += item.omitted
                continue
            at += 1
            if not _concerns(item):
                continue
            try:
                yield Here(lane, at, admit(item, sender))
            except CannotRead:
                continue  # The inbox has rejected it aloud, or keeps it until its type is known.

    def at(self, lane: str, seq: int) -> Recorded[Any]:
        """Give an event by its place.

        Raises:
            LookupError: it is not here.
        """
        with self._store.reading() as tx:
            return codec.read(self._raw(tx, lane, seq))

    def _raw(self, tx: SqliteTransaction, lane: str, seq: int) -> bytes:
        if lane != self._me.lane:
            held = tx.held(lane)
            if held is None or held[0] < seq:
                raise LookupError(f"{lane} #{seq} has not come")
            start, value = tx.record_of(lane, seq)
            return event_at(value, start, seq)
        rows: Sequence[tuple[int, bytes]] = tx.own_after(seq - 1, 1)
        if not rows:
            raise LookupError(f"{lane} has no event {seq}")
        return rows[0][1]

    def ignore(self, ref: str, because: str) -> None:
        """State why an event leads to nothing here."""
        with self._store.transaction() as tx:
            tx.ignore(ref, because)

    def _sender(self, lane: str, register: Register) -> Sender:
        agency, me = register.lane(lane).agency, self._me
        return Sender(
            realm=me.realm,
            lane=lane,
            agency=agency,
            reader=me.agency,
            whole=me.authority or me.agency == agency,
        )


def _concerns(raw: bytes) -> bool:
    return any(mark in raw for mark in _MARKS)
