"""The store port on SQLite: one file an instance."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventsourcing.sqlite import SQLiteCursor

from events.log.adapters.sqlite import LaneDatastore, LaneRecorder
from events.log.adapters.sqlite_schema import HOME_VERSION, check_version
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.keys import Signer


class SqliteStore:
    """One instance's file."""

    def __init__(self, path: Path, signer: Signer) -> None:
        self.path = path
        self.recorder = LaneRecorder(LaneDatastore(str(path)), signer)
        with self.recorder.datastore.transaction(commit=True) as c:
            refuse_newer(path, c)
        self.recorder.create_table()

    def close(self) -> None:
        """Close the file's connections."""
        self.recorder.datastore.close()

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """Begin with the write lock; commit at the end, roll back if the block raises."""
        with self.recorder.datastore.transaction(commit=True) as c:
            yield SqliteTransaction(self.recorder, c)

    @contextmanager
    def reading(self) -> Iterator[SqliteTransaction]:
        """Begin a read-only snapshot. Keep it short: it holds back WAL checkpoints."""
        with self.recorder.datastore.transaction(commit=False) as c:
            yield SqliteTransaction(self.recorder, c)


def refuse_newer(path: Path, c: SQLiteCursor) -> None:
    """Refuse a file of a newer version; mark a new one.

    Raises:
        NewerHome: the file's version is above ours.
    """
    c.execute("PRAGMA user_version")
    check_version(path, c.fetchone()[0])
    c.execute(f"PRAGMA user_version = {HOME_VERSION}")
