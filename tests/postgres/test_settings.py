"""One file of settings: it is in force, and the container is told the same as the programs."""

import re
import subprocess
from pathlib import Path
from typing import Final

import psycopg
import pytest

from examples.postgres.container import IMAGE, MOUNTED, command, variables
from examples.postgres.server import PostgresServer
from examples.postgres.settings import INITDB, SETTINGS, arguments
from tests.postgres.own_server import own_server

OF_ONE_RUN: Final = {"port", "listen_addresses", "data_directory", "unix_socket_directories"}


def written() -> dict[str, str]:
    """Give the file as pairs; a name that stands twice would be one whose value is unsure."""
    lines = [line for line in SETTINGS.read_text().splitlines() if line and line[0] != "#"]
    pairs = [(name, value.strip("'")) for name, _, value in (one.partition(" = ") for one in lines)]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_every_line_of_the_file_is_in_force(ours: PostgresServer) -> None:
    with psycopg.connect(ours.dsn()) as connection:
        read = connection.execute("SELECT name, setting, applied, error FROM pg_file_settings")
        found = {name: (value, applied, error) for name, value, applied, error in read}

    assert found == {name: (value, True, None) for name, value in written().items()}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_connections", "200"),
        ("shared_buffers", "32MB"),
        ("password_encryption", "scram-sha-256"),
        ("fsync", "on"),
        ("TimeZone", "UTC"),
        ("log_parameter_max_length_on_error", "0"),
        ("data_checksums", "on"),
        ("server_encoding", "UTF8"),
    ],
)
def test_the_server_shows_what_was_settled(ours: PostgresServer, name: str, value: str) -> None:
    with psycopg.connect(ours.dsn()) as connection:
        shown = connection.execute("SELECT current_setting(%s)", [name]).fetchone()

    assert shown == (value,)


def test_text_stands_in_byte_order(ours: PostgresServer) -> None:
    with psycopg.connect(ours.dsn()) as connection:
        found = connection.execute("SELECT 'Z' < 'a', 'я' < 'Ә'").fetchone()

    assert found == (True, "я".encode() < "Ә".encode())


def test_where_a_server_listens_stands_in_no_file() -> None:
    assert not OF_ONE_RUN & set(written())


def test_the_container_makes_its_data_as_the_programs_do() -> None:
    told = variables("secret")

    assert told["POSTGRES_PASSWORD"] == "secret"  # noqa: S105 -- an example
    assert told["POSTGRES_INITDB_ARGS"].split() == list(INITDB)
    assert told["POSTGRES_HOST_AUTH_METHOD"] == written()["password_encryption"]


def test_the_container_reads_the_same_file() -> None:
    assert command() == ["postgres", *arguments(MOUNTED, listen="*", port=5432)]


def test_the_program_takes_what_the_container_tells_it(tmp_path: Path) -> None:
    programs = own_server(tmp_path).programs
    told = [word.replace(MOUNTED, str(SETTINGS)) for word in command()]
    wanted = {"listen_addresses": "*", "port": "5432", "max_connections": "200"}

    found = {
        name: shown([str(programs / told[0]), "-C", name, "-D", str(tmp_path), *told[1:]])
        for name in wanted
    }

    assert found == wanted


def shown(told: list[str]) -> str:
    """Ask the program for the value of a setting, without a server."""
    done = subprocess.run(told, capture_output=True, check=True, text=True)  # noqa: S603 -- the program's own path
    return done.stdout.strip()


def test_the_image_is_of_a_named_version() -> None:
    assert re.fullmatch(r"postgres:\d+", IMAGE)
