"""A lane is put back only where nothing is lost by it; what is refused changes nothing."""

import shutil
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import DELIVERY_LANE, WINDOW_LANE
from examples.kazakhstan.founding import found
from services.home_lock import serving_lock
from services.restored import mark
from tests.cli.calling import refused, said
from tests.cli.lost_lanes import files, go_on, kept, lose
from tests.flows.homes import copy_of, lanes_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The realm after its fortnight, to be changed."""
    return copy_of(played, tmp_path)


def test_a_lane_that_goes_further_than_the_backup_stays_as_it_is(
    home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)
    go_on(home)
    before = files(home)

    words = refused(home, "restore", folder, WINDOW_LANE)

    assert "the lane here goes to size 45, the backup to 43" in words
    assert files(home) == before


def test_a_lane_that_differs_from_the_backup_stays_as_it_is(
    played: Path, home: Path, tmp_path: Path
) -> None:
    other = copy_of(played, tmp_path / "other")
    go_on(other, at="18:30:00")
    folder = kept(other, tmp_path)
    go_on(home)
    before = files(home)

    words = refused(home, "restore", folder, WINDOW_LANE)

    assert "the lane here and the backup differ at size 45" in words
    assert files(home) == before


def test_a_lane_that_holds_the_backup_already_is_left_and_may_be_opened(
    home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)

    told = said(home, "restore", folder)

    assert f"{WINDOW_LANE}: the lane here holds all of the backup, 43 events" in told
    assert said(home, "lanes")


def test_a_damaged_lane_is_replaced_and_kept_beside(home: Path, tmp_path: Path) -> None:
    folder, path = kept(home, tmp_path), home / "lanes" / WINDOW_LANE / "lane.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    damaged = path.read_bytes()

    told = said(home, "restore", folder, WINDOW_LANE, "--nothing-shipped")

    assert "put in place; the lane was damaged" in told
    assert path.with_name("lane.db.replaced-1").read_bytes() == damaged
    assert said(home, "verify").startswith("verified")


def test_a_log_that_was_left_of_a_lost_file_is_not_played_into_the_copy(
    home: Path, tmp_path: Path
) -> None:
    folder, path = kept(home, tmp_path), home / "lanes" / WINDOW_LANE / "lane.db"
    lose(home)
    path.with_name("lane.db-wal").write_bytes(b"of another file")

    said(home, "restore", folder, WINDOW_LANE, "--nothing-shipped")

    assert path.with_name("lane.db.replaced-1-wal").read_bytes() == b"of another file"
    assert said(home, "verify").startswith("verified")


def test_a_lane_that_ends_before_the_backup_is_replaced(
    joined: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)
    lose(home)
    old = joined / "lanes" / WINDOW_LANE / "lane.db"
    shutil.copy(old, home / "lanes" / WINDOW_LANE / "lane.db")

    told = said(home, "restore", folder, WINDOW_LANE, "--nothing-shipped")

    assert "43 events put in place; the lane ended before the backup" in told


def test_a_home_that_was_lost_is_made_anew_from_a_backup_with_keys(
    played: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path, "--with-keys")
    anew = tmp_path / "anew"
    shutil.copytree(home / "in", anew / "in")

    said(anew, "restore", folder, "--nothing-shipped")

    assert lanes_of(anew) == lanes_of(played)


def test_without_the_lanes_key_nothing_is_restored(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path)
    shutil.rmtree(home / "lanes" / WINDOW_LANE)

    words = refused(home, "restore", folder, WINDOW_LANE)

    assert "its key is neither here nor in the backup" in words
    assert not (home / "lanes" / WINDOW_LANE).exists()


def test_a_backup_that_is_damaged_is_refused(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path)
    copy = Path(folder) / "lanes" / WINDOW_LANE / "lane.db"
    copy.write_bytes(copy.read_bytes()[:-8192])
    lose(home)

    assert "the backup is damaged" in refused(home, "restore", folder, WINDOW_LANE)
    assert not (home / "lanes" / WINDOW_LANE / "lane.db").exists()


def test_a_backup_of_another_size_than_its_manifest_says_is_refused(
    joined: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)
    old = joined / "lanes" / WINDOW_LANE / "lane.db"
    shutil.copy(old, Path(folder) / "lanes" / WINDOW_LANE / "lane.db")
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE)

    assert "the backup holds 0 events, its manifest says 43" in words


def test_a_restore_that_was_cut_short_is_gone_on_with(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path)
    lose(home)
    mark(home, WINDOW_LANE)

    told = said(home, "restore", folder, WINDOW_LANE, "--nothing-shipped")

    assert "43 events put in place" in told
    assert said(home, "lanes")


def test_a_home_that_is_served_is_refused(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path)
    lose(home)

    with serving_lock(home, [DELIVERY_LANE]):
        assert "another qyzmet" in refused(home, "restore", folder, WINDOW_LANE)

    assert not (home / "lanes" / WINDOW_LANE / "restored").exists()


def test_a_backup_of_another_realm_is_refused(home: Path, tmp_path: Path) -> None:
    folder, other = kept(home, tmp_path), tmp_path / "another"
    found(other)

    words = refused(other, "restore", folder)

    assert "holds another realm; the backup is of kz" in words


def test_a_folder_that_is_no_backup_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    assert "is no backup: manifest.json is missing" in refused(
        home, "restore", str(tmp_path / "other")
    )
    (tmp_path / "other" / "manifest.json").write_text("{")
    assert "manifest.json cannot be read" in refused(home, "restore", str(tmp_path / "other"))


def test_a_lane_that_the_backup_lacks_is_named(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path, WINDOW_LANE)

    words = refused(home, "restore", folder, DELIVERY_LANE)

    assert f"{DELIVERY_LANE} is not in the backup; there are {WINDOW_LANE}" in words
