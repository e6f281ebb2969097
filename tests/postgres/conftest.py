"""One real PostgreSQL for all tests of this room; without one they are skipped aloud."""

from collections.abc import Iterator

import pytest

from examples.postgres.databases import own_database
from examples.postgres.finding import find_postgres
from examples.postgres.server import NoPostgres, PostgresServer
from tests.absent import skip


@pytest.fixture(scope="session")
def postgres(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[PostgresServer]:
    """A server that runs; whoever kills, stops or pauses it leaves it running again."""
    try:
        found = find_postgres(tmp_path_factory.mktemp("postgres"))
    except NoPostgres as absent:
        skip(pytestconfig, absent)
    with found:
        yield found


@pytest.fixture
def ours(postgres: PostgresServer) -> Iterator[PostgresServer]:
    """The server, if it may be killed; it runs again for who comes after."""
    if not postgres.ours:
        pytest.skip("the server that QYZMET_TEST_DSN gives is not ours to be killed")
    yield postgres
    postgres.start()


@pytest.fixture(scope="module")
def database(postgres: PostgresServer) -> Iterator[str]:
    """The name of an empty database that no other test file uses."""
    with own_database(postgres) as name:
        yield name
