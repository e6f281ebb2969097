"""The findings that an instance has been told of, for who answers one (20)."""

from collections.abc import Iterator
from contextlib import suppress

from events import codec
from events.audit import FindingMade
from events.codec import CannotRead
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.batch import split_batch
from events.log.reading.parts import Me


class FindingsHere:
    """One instance's findings: at the authority the ledger's own, else those that reached it."""

    def __init__(self, me: Me, store: SqliteStore, audit_lane: str) -> None:
        self._me = me
        self._store = store
        self._audit_lane = audit_lane

    def charged(self, finding_id: str) -> str | None:
        """Name the agency that a finding charges; None if it is not known here."""
        with self._store.reading() as tx:
            for raw in self._told(tx, finding_id):
                with suppress(CannotRead):  # Rejected when it came, or of a type not yet known.
                    data = codec.read(raw).data
                    if isinstance(data, FindingMade) and data.finding_id == finding_id:
                        return data.charged
        return None

    def _told(self, tx: SqliteTransaction, finding_id: str) -> Iterator[bytes]:
        """Give the bytes of events that may tell of it."""
        if self._me.lane == self._audit_lane:
            stream = f"finding-{finding_id}"
            yield from tx.history([stream]).get(stream, ())
            return
        mark = finding_id.encode()
        sql = "SELECT value FROM received WHERE lane = ? AND instr(value, ?) > 0 ORDER BY size"
        for (value,) in tx.all(sql, self._audit_lane, mark):
            yield from (one for one in split_batch(value) if isinstance(one, bytes) and mark in one)
