"""A store that counts what is read from it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction


class Rows:
    """How many rows were read."""

    read = 0


class _Cursor(sqlite3.Cursor):
    def __next__(self) -> Any:  # noqa: ANN401 -- a row
        Rows.read += 1
        return super().__next__()


class _Transaction(SqliteTransaction):
    def all(self, sql: str, *parameters: Any) -> list[Any]:  # noqa: ANN401 -- SQL values
        rows = super().all(sql, *parameters)
        Rows.read += len(rows)
        return rows

    def separate_cursor(self) -> sqlite3.Cursor:
        return self.cursor.connection.cursor(_Cursor)


class CountingStore(SqliteStore):
    """Counts the rows of all its transactions, of all files together."""

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        with self.recorder.datastore.transaction(commit=True) as c:
            yield _Transaction(self.recorder, c)

    @contextmanager
    def reading(self) -> Iterator[SqliteTransaction]:
        with self.recorder.datastore.transaction(commit=False) as c:
            yield _Transaction(self.recorder, c)
