"""What an agency's instances owe of keys, on SQLite: the store's half that can be read anew.

A duty outlives its settling: what was sent by a way that has been lost is owed again.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

from services.sealing.key_store import Duty, Kind


class SqliteDuties(ABC):
    """The duties of an agency's instances."""

    _db: sqlite3.Connection

    @abstractmethod
    def together(self) -> AbstractContextManager[None]:
        """As `KeyStore.together`."""

    def let_go(self, lane: str, key_id: str) -> bool:
        """Say whether a lane's erasure of a key id was dealt with: it grants nothing more (F3)."""
        sql = "SELECT 1 FROM duty WHERE lane = ? AND key_id = ? AND kind = ? AND settled"
        return self._db.execute(sql, (lane, key_id, Kind.ERASE)).fetchone() is not None

    def owe(self, duty: Duty) -> None:
        """Note a duty; one that is known stays as it is."""
        self._db.execute(
            "INSERT OR IGNORE INTO duty (at, lane, seq, kind, key_id, agency) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            duty,
        )

    def owed(self, at: str) -> Sequence[Duty]:
        """List the duties of an instance that are not settled, in the order of their noting."""
        rows = self._db.execute(
            "SELECT at, lane, seq, kind, key_id, agency FROM duty "
            "WHERE at = ? AND settled = 0 ORDER BY pos",
            (at,),
        )
        return [Duty(row[0], row[1], row[2], Kind(row[3]), *row[4:]) for row in rows.fetchall()]

    def settle(self, duty: Duty) -> None:
        """Note that a duty is done, or has fallen away."""
        self._db.execute(
            "UPDATE duty SET settled = 1 WHERE at = ? AND lane = ? AND seq = ?", duty[:3]
        )

    def renew(self, at: str, key_id: str, reader: str) -> bool:
        """Owe a sending again; False if the reader has been granted nothing."""
        done = self._db.execute(
            "UPDATE duty SET settled = 0 WHERE at = ? AND kind = ? AND key_id = ? AND agency = ?",
            (at, Kind.SEND, key_id, reader),
        )
        return done.rowcount > 0

    def renew_on(self, at: str, reader: str, topic_id: str) -> int:
        """Owe all sendings to a reader again if they went by another topic; give how many."""
        sql = "SELECT topic_id FROM sent_on WHERE at = ? AND reader = ?"
        if self._db.execute(sql, (at, reader)).fetchone() == (topic_id,):
            return 0
        with self.together():
            self._db.execute(
                "INSERT OR REPLACE INTO sent_on VALUES (?, ?, ?)", (at, reader, topic_id)
            )
            done = self._db.execute(
                "UPDATE duty SET settled = 0 WHERE at = ? AND kind = ? AND agency = ? AND settled",
                (at, Kind.SEND, reader),
            )
        return done.rowcount
