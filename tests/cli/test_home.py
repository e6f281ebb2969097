"""A home that is missing, broken, unsafe or of a newer version is refused in words."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.log.adapters.sqlite_schema import HOME_VERSION
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from tests.cli.calling import READING, refused
from tests.flows.homes import copy_of
from tests.flows.tampering import file_of


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_without_a_home_a_command_says_how_one_is_made(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    words = refused(tmp_path / "nowhere", *command)

    assert "qyzmet demo" in words
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_newer_home_is_refused_and_not_changed(
    played: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    home = copy_of(played, tmp_path)
    for lane in (AUDIT_LANE, WINDOW_LANE):
        with closing(sqlite3.connect(file_of(home, lane))) as db:
            db.execute(f"PRAGMA user_version = {HOME_VERSION + 1}")

    words = refused(home, *command)

    assert f"has format {HOME_VERSION + 1}" in words
    assert "Upgrade qyzmet" in words


def test_settings_that_cannot_be_read_are_refused_in_words(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    (home / "realm.json").write_text("{", "utf-8")

    assert "realm.json cannot be read" in refused(home, "findings")


def test_a_key_that_others_can_read_is_refused_with_the_remedy(
    played: Path, tmp_path: Path
) -> None:
    home = copy_of(played, tmp_path)
    key = home / "lanes" / AUDIT_LANE / "key"
    key.chmod(0o644)

    assert f"chmod 600 {key}" in refused(home, "findings")


@pytest.mark.parametrize("command", [("findings",), ("verify",)], ids=" ".join)
def test_a_home_whose_ledger_is_gone_is_refused_in_words(
    played: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    home = copy_of(played, tmp_path)
    shutil.rmtree(home / "lanes" / AUDIT_LANE)

    assert AUDIT_LANE in refused(home, *command)


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
@pytest.mark.parametrize("size", [None, 0, 50_000])
def test_a_file_that_is_gone_or_cut_off_is_a_fault_of_its_lane(
    played: Path, tmp_path: Path, lane: str, size: int | None
) -> None:
    home = copy_of(played, tmp_path)
    with closing(sqlite3.connect(file_of(home, lane))) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if size is None:
        file_of(home, lane).unlink()
    else:
        os.truncate(file_of(home, lane), size)

    assert f"FAULT {lane} at " in refused(home, "verify")
