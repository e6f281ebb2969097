"""What tables ask of a database within one transaction, whichever database it is.

Texts have `?` for parameters, and nothing that one database alone understands: conflicts by
`ON CONFLICT`, truth as `= 1`, an order wherever more than one row is read in order.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol


class Sql(Protocol):
    """Statements of one open transaction, all on one snapshot."""

    def all(self, sql: str, *parameters: Any) -> list[Any]:  # noqa: ANN401 -- SQL values
        """Read all rows; never leave a cursor open over a snapshot."""
        ...

    def each(self, sql: str, *parameters: Any) -> Iterator[Any]:  # noqa: ANN401 -- SQL values
        """Read rows one by one, while other statements go on: memory holds one."""
        ...

    def run(self, sql: str, *parameters: Any) -> None:  # noqa: ANN401 -- SQL values
        """Do one statement."""
        ...

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Do one statement for each row of parameters."""
        ...


class SqliteSql(Sql):
    """On SQLite, which takes the texts as they are."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def all(self, sql: str, *parameters: Any) -> list[Any]:  # noqa: ANN401 -- SQL values
        """As `Sql.all`."""
        rows: list[Any] = self._cursor.execute(sql, parameters).fetchall()
        return rows

    def each(self, sql: str, *parameters: Any) -> Iterator[Any]:  # noqa: ANN401 -- SQL values
        """As `Sql.each`."""
        return self._cursor.connection.cursor().execute(sql, parameters)

    def run(self, sql: str, *parameters: Any) -> None:  # noqa: ANN401 -- SQL values
        """As `Sql.run`."""
        self._cursor.execute(sql, parameters)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """As `Sql.run_many`."""
        self._cursor.executemany(sql, rows)
