"""Each has a database and roles of its own, and leaves none behind."""

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from examples.postgres.databases import let_in, own_database, own_role
from examples.postgres.server import PostgresServer


def known(postgres: PostgresServer, name: str) -> bool:
    """Whether a database or a role has the name."""
    words = (
        "SELECT 1 FROM pg_database WHERE datname = %(name)s"
        " UNION SELECT 1 FROM pg_roles WHERE rolname = %(name)s"
    )
    with psycopg.connect(postgres.dsn()) as admin:
        return admin.execute(words, {"name": name}).fetchone() is not None


def test_a_database_goes_with_who_made_it_though_others_are_in_it(postgres: PostgresServer) -> None:
    with own_database(postgres) as name:
        guest = psycopg.connect(postgres.dsn(name))
        there = known(postgres, name)

    assert there
    assert not known(postgres, name)
    with pytest.raises(psycopg.OperationalError):
        guest.execute("SELECT 1")
    guest.close()


def test_a_database_is_empty_whatever_stands_in_others(postgres: PostgresServer) -> None:
    with own_database(postgres) as one, own_database(postgres) as other:
        with psycopg.connect(postgres.dsn(one)) as first:
            first.execute("CREATE TABLE mine (word text)")
        with psycopg.connect(postgres.dsn(other)) as second:
            found = second.execute("SELECT to_regclass('mine')").fetchone()

    assert found == (None,)


def test_a_role_comes_in_with_its_own_password_and_makes_nothing(
    postgres: PostgresServer, database: str
) -> None:
    with own_role(postgres) as role:
        with psycopg.connect(postgres.dsn(database, role)) as guest:
            who = guest.execute("SELECT current_user").fetchone()
        with (
            psycopg.connect(postgres.dsn(database, role)) as guest,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            guest.execute("CREATE ROLE another")

    assert who == (role,)
    assert not known(postgres, role)


def test_a_role_owns_the_database_that_is_made_for_it(postgres: PostgresServer) -> None:
    with (
        own_role(postgres) as role,
        own_database(postgres, owner=role) as name,
        psycopg.connect(postgres.dsn(name, role)) as owner,
    ):
        owner.execute("CREATE SCHEMA lane")
        owner.commit()

    assert not known(postgres, name)
    assert not known(postgres, role)


def test_a_role_that_others_made_is_let_in(postgres: PostgresServer, database: str) -> None:
    with own_role(postgres) as role:
        with psycopg.connect(postgres.dsn()) as admin:
            admin.execute(SQL("ALTER ROLE {} NOLOGIN PASSWORD NULL").format(Identifier(role)))
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(postgres.dsn(database, role))

        let_in(postgres, role)

        psycopg.connect(postgres.dsn(database, role)).close()


def test_every_role_has_another_password(postgres: PostgresServer) -> None:
    passwords = {postgres.password_of(role) for role in ("writer", "reader")}

    assert len(passwords | {postgres.admin_password}) == 3
