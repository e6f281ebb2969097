"""A server at a given DSN: which one it is, and that it is not touched."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from examples.postgres.finding import find_postgres, given_obstacle
from examples.postgres.server import NoPostgres
from examples.servers.server import NotOurs

GIVEN = {"QYZMET_TEST_DSN": "postgresql://keeper:given@db.example:5433/try"}


def test_who_gives_a_dsn_gets_that_server_or_none(tmp_path: Path) -> None:
    with pytest.raises(NoPostgres, match="QYZMET_TEST_DSN is not set"):
        find_postgres(tmp_path, environ={"QYZMET_TEST_DSN": ""})


def test_a_dsn_that_libpq_does_not_take_is_refused_and_not_repeated() -> None:
    said = given_obstacle({"QYZMET_TEST_DSN": "host=db.example secret"})

    assert said is not None
    assert "secret" not in said


def test_a_dsn_is_taken_in_both_its_forms() -> None:
    assert given_obstacle(GIVEN) is None
    assert given_obstacle({"QYZMET_TEST_DSN": "host=db.example user=keeper"}) is None
    assert given_obstacle({}) == "QYZMET_TEST_DSN is not set"


def test_a_given_server_is_used_as_it_is_and_never_touched(tmp_path: Path) -> None:
    server = find_postgres(tmp_path, environ=GIVEN)

    with server:
        assert not server.ours
        assert server.dsn() == GIVEN["QYZMET_TEST_DSN"] or "db.example" in server.dsn()
        for touch in (server.stop, server.kill, server.pause, server.resume, server.wipe):
            with pytest.raises(NotOurs, match=r"db\.example \(QYZMET_TEST_DSN\)") as refused:
                touch()
            assert "given " not in str(refused.value)


def test_a_dsn_names_database_and_role_and_keeps_the_rest(tmp_path: Path) -> None:
    server = find_postgres(tmp_path, environ=GIVEN)

    admin = conninfo_to_dict(server.dsn("lanes"))
    writer = conninfo_to_dict(server.dsn("lanes", "writer"))

    assert admin == {
        "user": "keeper",
        "password": "given",
        "host": "db.example",
        "port": "5433",
        "dbname": "lanes",
    }
    assert writer == {**admin, "user": "writer", "password": server.password_of("writer")}
    assert conninfo_to_dict(server.dsn(role="keeper"))["password"] == "given"  # noqa: S105 -- of nobody
