"""One process writes a home at a time; the others are refused in words, and reading goes on."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from examples.receipt.log_file import RECEIPT_LOG
from services.home_lock import LOCK_FILE, PID_BYTES_MAX, HomeBusy, home_lock
from tests.cli.calling import READING, refused, said
from tests.flows.homes import copy_of

ROOT = Path(__file__).parents[2]
WRITING = (("demo",), ("import", "receipt", str(RECEIPT_LOG)))


@contextmanager
def running(*arguments: str, says: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a module of Python beside the test, once it has said its first line."""
    command = [sys.executable, "-m", *arguments]
    with subprocess.Popen(  # noqa: S603 -- this interpreter, this repository
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline().startswith(says)
            yield child
        finally:
            child.kill()


@contextmanager
def held(home: Path) -> Iterator["subprocess.Popen[str]"]:
    with running("tests.cli.holding_child", str(home), says="held") as child:
        yield child


def take(home: Path) -> None:
    with home_lock(home):
        pass


def files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_while_a_process_holds_a_home_another_that_writes_is_refused_and_changes_nothing(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    with held(home) as holder:
        before = files(home)

        words = refused(home, *command)

        expected = f"another qyzmet (process {holder.pid}) works on {home}; wait, or stop it"
        assert words == f"Error: {expected}\n"
        assert files(home) == before
        assert list(before) == [home / LOCK_FILE]


def test_of_two_demos_at_once_the_second_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with running("services.cli.main", "--home", str(home), "demo", says="1/3") as first:
        assert f"(process {first.pid})" in refused(home, "demo")


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_who_reads_works_beside_who_writes(
    played: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    home = copy_of(played, tmp_path)
    with held(home):
        assert said(home, *command) == said(played, *command)


def test_the_lock_of_a_process_that_was_killed_is_gone(tmp_path: Path) -> None:
    with held(tmp_path) as killed:
        killed.kill()
        killed.wait()
        assert (tmp_path / LOCK_FILE).read_text() == str(killed.pid)

        with held(tmp_path) as heir, pytest.raises(HomeBusy, match=f"process {heir.pid}"):
            take(tmp_path)


def test_the_number_that_a_killed_process_left_is_not_told(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text("9" * PID_BYTES_MAX)

    with held(tmp_path) as holder:
        assert (tmp_path / LOCK_FILE).read_text() == str(holder.pid)


def test_the_lock_of_work_that_failed_is_gone_and_names_nobody(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), home_lock(tmp_path):
        raise ZeroDivisionError

    assert (tmp_path / LOCK_FILE).read_bytes() == b""
    take(tmp_path)


def test_a_holder_that_has_not_written_its_number_yet_is_refused_without_one(
    tmp_path: Path,
) -> None:
    with held(tmp_path):
        (tmp_path / LOCK_FILE).write_bytes(b"")

        assert "another qyzmet works on" in refused(tmp_path, "demo")


def test_a_command_that_failed_lets_go_of_the_home(tmp_path: Path) -> None:
    (tmp_path / "realm.json").write_text("{")
    for _ in range(2):
        assert "realm.json cannot be read" in refused(tmp_path, "demo")


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert "NotADirectoryError" in refused(tmp_path / "file" / "home", "demo")
