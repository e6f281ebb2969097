"""A store that counts what is read from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from eventsourcing.sqlite import SQLiteCursor

from events.log.adapters.sql import SqliteSql
from events.log.adapters.sqlite import LaneRecorder
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction


class Rows:
    """How many rows were read."""

    read = 0


class _Sql(SqliteSql):
    def all(self, sql: str, *parameters: Any) -> list[Any]:  # noqa: ANN401 -- SQL values
        rows = super().all(sql, *parameters)
        Rows.read += len(rows)
        return rows

    def each(self, sql: str, *parameters: Any) -> Iterator[Any]:  # noqa: ANN401 -- SQL values
        for row in super().each(sql, *parameters):
            Rows.read += 1
            yield row


class _Transaction(SqliteTransaction):
    def __init__(self, recorder: LaneRecorder, cursor: SQLiteCursor) -> None:
        super().__init__(recorder, cursor)
        self.sql = _Sql(self.cursor)


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
