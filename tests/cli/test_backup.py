"""A backup: checked copies of lanes beside who writes them, whole or not at all, no data key."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from events.log.kafka.access import KafkaAccess, lane_access_file, write_access
from examples.kazakhstan.agencies import AUDIT_LANE, CENTRE, WINDOW_LANE
from services.cli.main import main
from services.lane_copy import copy_lane
from services.sealing.agency_keys import AgencyKeys
from services.sealing.cipher import DataKey
from services.sealing.home_keys import HomeKeys
from tests.cli.calling import lines, refused, said
from tests.cli.lost_lanes import files
from tests.cli.test_home_lock import held
from tests.flows.homes import copy_of

ACCESS = KafkaAccess(bootstrap="localhost:1", user=WINDOW_LANE, password="not-for-everybody")  # noqa: S106 -- of no broker


def secrets_of(home: Path) -> list[bytes]:
    """List what lanes sign, name and come in with, and what grants are opened with."""
    names = ("key", "secret", "grant_key")
    return [path.read_bytes() for name in names for path in home.rglob(name)] + [
        b"not-for-everybody"
    ]


def data_keys(home: Path) -> list[bytes]:
    """List the keys of personal data that agencies hold."""
    found = []
    for path in home.glob("keys/*/store.db"):
        with closing(sqlite3.connect(path)) as db:
            found += [row[0] for row in db.execute("SELECT secret FROM key")]
    return found


def hold_a_data_key(home: Path) -> None:
    keys = HomeKeys(home)
    keys.store(CENTRE).put(DataKey(key_id="a-key", secret=bytes(range(32))), WINDOW_LANE, made=True)
    keys.close()


def held_in(folder: Path, needles: list[bytes]) -> Iterator[bytes]:
    """Find needles in the files of a folder."""
    kept = list(files(folder).values())
    return (needle for needle in needles if any(needle in data for data in kept))


def test_a_backup_tells_size_and_root_of_each_lane(played: Path, tmp_path: Path) -> None:
    (manifest,) = lines(played, "backup", str(tmp_path / "kept"))

    here = {one["lane"]: one for one in lines(played, "lanes") if one["runs_here"]}
    kept = {one["lane"]: one for one in manifest["lanes"]}
    assert kept.keys() == here.keys()
    assert all(one["size"] == here[lane]["size"] for lane, one in kept.items())
    assert all(one["root"] == here[lane]["root"] for lane, one in kept.items())


def test_only_the_lanes_named_are_copied(played: Path, tmp_path: Path) -> None:
    told = said(played, "backup", str(tmp_path / "kept"), WINDOW_LANE)

    assert f"1 lane of kz copied to {tmp_path / 'kept'}" in told
    assert [one.name for one in (tmp_path / "kept" / "lanes").iterdir()] == [WINDOW_LANE]


def test_a_backup_is_made_beside_who_writes_the_home(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)

    with held(home):
        told = said(home, "backup", str(tmp_path / "kept"))

    assert "4 lanes of kz copied" in told


def test_what_is_not_committed_is_not_copied(played: Path, tmp_path: Path) -> None:
    path = copy_of(played, tmp_path) / "lanes" / WINDOW_LANE / "lane.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO ignored VALUES ('intake.a/b:1', 'not committed')")
        copy_lane(path, tmp_path / "copy.db")
        writer.execute("COMMIT")

    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert not copy.execute("SELECT 1 FROM ignored WHERE because = 'not committed'").fetchall()
    assert not list(tmp_path.glob("copy.db-*"))


def test_without_keys_no_secret_of_the_home_is_in_it(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    write_access(lane_access_file(home, WINDOW_LANE), ACCESS)
    hold_a_data_key(home)

    told = said(home, "backup", str(tmp_path / "kept"))

    assert "without keys: keep the key files elsewhere" in told
    assert list(held_in(home, secrets_of(home)))
    assert not list(held_in(tmp_path / "kept", [*secrets_of(home), *data_keys(home)]))


def test_with_keys_it_holds_what_lanes_sign_with_and_no_key_of_personal_data(
    played: Path, tmp_path: Path
) -> None:
    home = copy_of(played, tmp_path)
    write_access(lane_access_file(home, WINDOW_LANE), ACCESS)
    hold_a_data_key(home)

    told = said(home, "backup", str(tmp_path / "kept"), "--with-keys")

    assert "whoever reads the folder speaks as these lanes" in told
    assert list(held_in(tmp_path / "kept", secrets_of(home))) == secrets_of(home)
    assert data_keys(home)
    assert not list(held_in(tmp_path / "kept", data_keys(home)))
    assert not AgencyKeys(tmp_path / "kept", CENTRE).store.exists()


def test_others_can_read_nothing_of_it(played: Path, tmp_path: Path) -> None:
    said(played, "backup", str(tmp_path / "kept"), "--with-keys")

    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    keys = [*(tmp_path / "kept").rglob("key"), *(tmp_path / "kept").rglob("grant_key")]
    assert keys
    assert all(path.stat().st_mode & 0o077 == 0 for path in keys)


def test_a_backup_is_not_served_as_it_is(played: Path, tmp_path: Path) -> None:
    said(played, "backup", str(tmp_path / "kept"), "--with-keys")

    assert f"{AUDIT_LANE} was restored: it must first read" in refused(tmp_path / "kept", "lanes")


def test_a_folder_that_is_not_empty_is_refused_and_stays_as_it_is(
    played: Path, tmp_path: Path
) -> None:
    said(played, "backup", str(tmp_path / "kept"))
    before = files(tmp_path)

    assert "is not empty" in refused(played, "backup", str(tmp_path / "kept"))
    assert files(tmp_path) == before


def test_an_empty_folder_is_filled(played: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()

    said(played, "backup", str(tmp_path / "kept"))

    assert (tmp_path / "kept" / "manifest.json").is_file()


def test_what_another_backup_left_half_made_is_not_taken_for_ours(
    played: Path, tmp_path: Path
) -> None:
    (tmp_path / "kept.making").mkdir()

    words = refused(played, "backup", str(tmp_path / "kept"))

    assert "kept.making is there: another backup is being made, or one was cut short" in words
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE sealed SET note = X'00' WHERE size = (SELECT max(size) FROM sealed)",
        "UPDATE stored_events SET state = state || X'20' WHERE rowid = 2",
        "DELETE FROM stored_events WHERE rowid = 3",
    ],
)
def test_of_a_lane_that_does_not_hold_what_it_signed_no_backup_is_made(
    played: Path, tmp_path: Path, harm: str
) -> None:
    home = copy_of(played, tmp_path)
    with closing(sqlite3.connect(home / "lanes" / WINDOW_LANE / "lane.db")) as db:
        for table in ("sealed", "stored_events"):
            for change in ("UPDATE", "DELETE"):
                db.execute(f"DROP TRIGGER {table}_refuses_{change}")
        db.execute(harm)
        db.commit()

    words = refused(home, "backup", str(tmp_path / "kept"))

    assert f"{WINDOW_LANE}: " in words
    assert "run qyzmet verify; nothing was written" in words
    assert not list(tmp_path.glob("kept*"))


def test_a_lane_that_does_not_run_here_is_refused(played: Path, tmp_path: Path) -> None:
    words = refused(played, "backup", str(tmp_path / "kept"), "intake.talgar")

    assert "intake.talgar is not in the home; there are audit.authority" in words
    assert not list(tmp_path.glob("kept*"))


def test_the_command_says_what_is_never_copied() -> None:
    assert "backup" in main.commands
    assert "Keys of personal data are never copied" in " ".join(said(None, "backup", "-h").split())
