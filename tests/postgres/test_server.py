"""The server that others are tried on: users come in by password, what it is given it keeps."""

import os
import signal
from collections.abc import Iterator
from itertools import count
from typing import Final

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from examples.postgres.local import LocalServer
from examples.postgres.server import PostgresServer
from tests.postgres.own_server import ended

NUMBERS: Final = count(1)


@pytest.fixture
def dsn(postgres: PostgresServer, database: str) -> str:
    """The administrator's way into the database of this file."""
    return postgres.dsn(database)


@pytest.fixture
def table(dsn: str) -> str:
    """A table of one column that no other test uses."""
    name = f"kept_{next(NUMBERS)}"
    tell(dsn, SQL("CREATE TABLE {} (word text)").format(Identifier(name)))
    return name


def tell(dsn: str, words: psycopg.sql.Composed) -> None:
    with psycopg.connect(dsn) as connection:
        connection.execute(words)


def keep(dsn: str, table: str, word: str) -> None:
    tell(dsn, SQL("INSERT INTO {} VALUES ({})").format(Identifier(table), word))


def kept(dsn: str, table: str) -> list[str]:
    with psycopg.connect(dsn) as connection:
        found = connection.execute(SQL("SELECT word FROM {}").format(Identifier(table)))
        return [word for (word,) in found]


@pytest.fixture
def open_transaction(dsn: str, table: str) -> Iterator[psycopg.Connection]:
    """A connection that has inserted and not committed."""
    with psycopg.connect(dsn) as connection:
        words = SQL("INSERT INTO {} VALUES ('not committed')").format(Identifier(table))
        connection.execute(words)
        yield connection
        connection.close()


def test_who_has_the_password_writes_and_reads(dsn: str, table: str) -> None:
    keep(dsn, table, "one")

    assert kept(dsn, table) == ["one"]


def test_another_password_is_refused(dsn: str) -> None:
    wrong = make_conninfo(dsn, password="guessed")  # noqa: S106 -- a wrong one

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_nobody_comes_in_without_scram(ours: PostgresServer) -> None:
    with psycopg.connect(ours.dsn()) as connection:
        methods = connection.execute("SELECT auth_method FROM pg_hba_file_rules").fetchall()
        stored = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolcanlogin")
        passwords = [password for (password,) in stored]

    assert {method for (method,) in methods} == {"scram-sha-256"}
    assert all(password.startswith("SCRAM-SHA-256$") for password in passwords)


def test_after_a_crash_it_is_back_with_what_was_committed(
    ours: PostgresServer, dsn: str, table: str, open_transaction: psycopg.Connection
) -> None:
    keep(dsn, table, "before")

    ours.kill()
    gone = not ours.answers()
    ours.start()

    assert gone
    keep(dsn, table, "after")
    assert kept(dsn, table) == ["before", "after"]
    with pytest.raises(psycopg.OperationalError):
        open_transaction.execute("SELECT 1")


def test_killed_by_another_it_is_started_again_at_once(
    ours: PostgresServer, dsn: str, table: str, open_transaction: psycopg.Connection
) -> None:
    if not isinstance(ours, LocalServer) or ours.pid is None:
        pytest.skip("the server is not a process of this machine")
    keep(dsn, table, "before")

    first = os.pidfd_open(ours.pid)

    os.kill(ours.pid, signal.SIGKILL)
    gone = ended(first)
    ours.start()

    os.close(first)
    assert gone
    assert kept(dsn, table) == ["before"]
    with pytest.raises(psycopg.OperationalError):
        open_transaction.commit()


def test_frozen_it_answers_nobody_and_then_goes_on(
    ours: PostgresServer, dsn: str, table: str, open_transaction: psycopg.Connection
) -> None:
    ours.pause()
    open_transaction.pgconn.send_query(b"COMMIT")
    frozen = not ours.answers()
    open_transaction.pgconn.consume_input()
    silent = open_transaction.pgconn.is_busy()
    ours.resume()

    assert frozen
    assert silent
    assert open_transaction.pgconn.get_result() is not None
    assert kept(dsn, table) == ["not committed"]


def test_a_frozen_server_can_be_stopped_and_started(
    ours: PostgresServer, dsn: str, table: str
) -> None:
    keep(dsn, table, "before")

    ours.pause()
    ours.stop()
    ours.start()

    assert kept(dsn, table) == ["before"]


def test_a_frozen_server_can_be_killed(
    ours: PostgresServer, dsn: str, table: str, open_transaction: psycopg.Connection
) -> None:
    ours.pause()
    ours.kill()
    ours.start()

    assert kept(dsn, table) == []
    assert open_transaction.info.status is not None


def test_a_start_of_what_runs_changes_nothing(
    ours: PostgresServer, open_transaction: psycopg.Connection
) -> None:
    ours.start()

    assert open_transaction.execute("SELECT 1").fetchone() == (1,)
