"""Databases and roles of one's own on a server: they go when they are no longer needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from examples.postgres.server import PostgresServer


@contextmanager
def own_database(server: PostgresServer, *, owner: str | None = None) -> Iterator[str]:
    """Make an empty database, give its name, and delete it with all who are in it.

    Args:
        server: must run, at the end too.
        owner: the role that owns it; by default the administrator.
    """
    name = _drawn()
    words = SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
    whose = Identifier(owner) if owner else SQL("DEFAULT")
    if owner:  # who is no superuser may give a database only to a role whose member it is
        _tell(server, SQL("GRANT {} TO CURRENT_USER").format(whose))
    _tell(server, words.format(Identifier(name), whose))
    try:
        yield name
    finally:
        _tell(server, SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


@contextmanager
def own_role(server: PostgresServer) -> Iterator[str]:
    """Make a role that may only log in, give its name, and delete it.

    The databases in which it owns or may do something must be gone by then.
    """
    name = _drawn()
    let_in(server, name)
    try:
        yield name
    finally:
        _tell(server, SQL("DROP ROLE IF EXISTS {}").format(Identifier(name)))


def let_in(server: PostgresServer, role: str) -> None:
    """Let a role log in with the password that `PostgresServer.dsn` gives; made if not there."""
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        words = SQL(
            "ALTER ROLE {} LOGIN PASSWORD {}" if known else "CREATE ROLE {} LOGIN PASSWORD {}"
        )
        admin.execute(words.format(Identifier(role), Literal(server.password_of(role))))


def _drawn() -> str:
    return f"qyzmet_{token_hex(8)}"


def _tell(server: PostgresServer, words: psycopg.sql.Composed) -> None:
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        admin.execute(words)
