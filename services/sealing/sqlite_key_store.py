"""The key store on SQLite: one file an agency, deleted bytes overwritten, the WAL cut (F6)."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from events.log.adapters.sqlite_schema import HOME_VERSION, check_version
from services.sealing.cipher import DataKey
from services.sealing.key_store import Erased, Seen, Source, StoreBusy
from services.sealing.key_tables import TABLES
from services.sealing.sqlite_duties import SqliteDuties

VERSION: Final = f"user_version={HOME_VERSION}"
OWNER_ONLY: Final = 0o600


class SqliteKeyStore(SqliteDuties):
    """One agency's keys in one file.

    Raises:
        NewerHome: the file was written by a newer version.
    """

    def __init__(self, path: Path) -> None:
        path.touch(OWNER_ONLY)  # SQLite gives the WAL the file's own mode.
        self._db = sqlite3.connect(path, isolation_level=None)
        check_version(path, self._db.execute("PRAGMA user_version").fetchone()[0])
        for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", VERSION):
            self._db.execute(f"PRAGMA {setting}")
        self._db.executescript(TABLES)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Begin; commit at the end of the block, roll back if it raises."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def put(self, key: DataKey, lane: str, *, made: bool = False) -> None:
        """Keep a key and where it is from; one that is here stays, and may have several sources.

        Raises:
            Erased: it was destroyed.
        """
        if key.commitment in self.erased(key.key_id):
            raise Erased(f"key {key.key_id} was destroyed; it is not taken again")
        place = (key.key_id, key.commitment)
        with self.together():
            self._db.execute(
                "INSERT INTO key (key_id, commitment, secret) VALUES (?, ?, ?) "
                "ON CONFLICT (key_id, commitment) DO NOTHING",
                (*place, key.secret),
            )
            self._db.execute(
                "INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?)", (*place, lane, made)
            )

    def sources(self, key_id: str) -> Sequence[Source]:
        """List where the keys under a key id are from, also of those destroyed."""
        sql = "SELECT commitment, lane, made FROM source WHERE key_id = ?"
        rows = self._db.execute(sql, (key_id,)).fetchall()
        return [Source(commitment, lane, bool(made)) for commitment, lane, made in rows]

    def key(self, key_id: str, commitment: str) -> DataKey | None:
        """Give a key; None if it is not here."""
        found = [key for key in self.keys(key_id) if key.commitment == commitment]
        return found[0] if found else None

    def keys(self, key_id: str) -> Sequence[DataKey]:
        """Give all keys under a key id: more than one only if a lane has vouched falsely."""
        rows = self._db.execute("SELECT secret FROM key WHERE key_id = ? ORDER BY pos", (key_id,))
        return [DataKey(key_id, secret) for (secret,) in rows.fetchall()]

    def erase(self, key_id: str, commitments: Sequence[str]) -> None:
        """Destroy keys, so that no file of the store holds their bytes; tombstones stay.

        Raises:
            StoreBusy: call again; nobody may be told yet that it is gone.
        """
        pairs = [(key_id, commitment) for commitment in commitments]
        with self.together():
            self._db.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?)", pairs)
            self._db.executemany("DELETE FROM key WHERE key_id = ? AND commitment = ?", pairs)
        (busy, _, _) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreBusy(f"key {key_id} is deleted, but the store is being read; run this again")

    def erased(self, key_id: str) -> frozenset[str]:
        """Give the commitments of the keys destroyed under a key id."""
        rows = self._db.execute("SELECT commitment FROM erased WHERE key_id = ?", (key_id,))
        return frozenset(commitment for (commitment,) in rows.fetchall())

    def see(self, seen: Seen) -> None:
        """Note an event with sealed parts."""
        self._db.execute(
            "INSERT OR IGNORE INTO seen (at, lane, seq, ref, case_id, key_id, commitment) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            seen,
        )

    def seen(self, *, at: str = "", key_id: str = "", case_id: str = "") -> Sequence[Seen]:
        """List such events in the order of their reading; an empty argument selects nothing out."""
        rows = self._db.execute(
            "SELECT at, lane, seq, ref, case_id, key_id, commitment FROM seen "
            "WHERE ? IN ('', at) AND ? IN ('', key_id) AND ? IN ('', case_id) ORDER BY pos",
            (at, key_id, case_id),
        )
        return [Seen(*row) for row in rows.fetchall()]

    def vouched(self, lane: str, key_id: str) -> frozenset[str]:
        """Give the commitments that a lane's own events bear for a key id."""
        sql = "SELECT DISTINCT commitment FROM seen WHERE key_id = ? AND lane = ?"
        rows = self._db.execute(sql, (key_id, lane))
        return frozenset(commitment for (commitment,) in rows.fetchall())

    def announce(self, lane: str, key_id: str, ref: str) -> None:
        """Note that a lane has granted a key to this agency (F3)."""
        self._db.execute("INSERT OR IGNORE INTO announced VALUES (?, ?, ?)", (lane, key_id, ref))

    def announced(self) -> Sequence[tuple[str, str, str]]:
        """List (lane, key id, `<lane>/<event id>`) of all such grants."""
        return self._db.execute("SELECT * FROM announced ORDER BY lane, key_id").fetchall()

    def arrive(self, raw: bytes) -> None:
        """Keep a grant until it can be taken or is refused."""
        self._db.execute(
            "INSERT OR IGNORE INTO arrived (digest, value) VALUES (?, ?)", (_digest(raw), raw)
        )

    def arrived(self) -> Sequence[bytes]:
        """List the grants that wait."""
        return [raw for (raw,) in self._db.execute("SELECT value FROM arrived ORDER BY pos")]

    def drop(self, raw: bytes) -> None:
        """Forget a grant that was taken or refused."""
        self._db.execute("DELETE FROM arrived WHERE digest = ?", (_digest(raw),))

    def followed(self, at: str) -> tuple[int, int]:
        """Say how far an instance is followed: seq of its lane, number of its received record."""
        sql = "SELECT own, received FROM followed WHERE at = ?"
        row = self._db.execute(sql, (at,)).fetchone()
        return (0, 0) if row is None else (row[0], row[1])

    def follow(self, at: str, own: int, received: int) -> None:
        """Move that forward."""
        self._db.execute("INSERT OR REPLACE INTO followed VALUES (?, ?, ?)", (at, own, received))


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()
