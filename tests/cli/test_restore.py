"""A lane is put back only where nothing is lost by it, and opens once it has caught up (A7)."""

import shutil
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from examples.kazakhstan.founding import found
from services.home_lock import serving_lock
from services.restored import mark
from tests.cli.calling import refused, said
from tests.cli.lost_lanes import files, go_on, lose
from tests.flows.homes import copy_of, driven, findings_of, lanes_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The realm after its fortnight, to be changed."""
    return copy_of(played, tmp_path)


def kept(home: Path, tmp_path: Path, *arguments: str) -> str:
    """Back a home up; where."""
    said(home, "backup", str(tmp_path / "kept"), *arguments)
    return str(tmp_path / "kept")


def archived(home: Path, lane: str, tmp_path: Path) -> str:
    """Write the lane file of a lane, as the authority gives it."""
    said(home, "lane-file", lane, "--out", str(tmp_path / "lane.jsonl"))
    return str(tmp_path / "lane.jsonl")


@pytest.mark.parametrize("lane", [WINDOW_LANE, DELIVERY_LANE])
def test_a_restored_lane_holds_the_very_commits_that_its_readers_hold(
    joined: Path, home: Path, tmp_path: Path, lane: str
) -> None:
    before, folder = lanes_of(home), kept(joined, tmp_path)
    lose(home, lane)
    refused(home, "restore", folder, lane)

    told = said(home, "restore", folder, lane, "--lane-file", archived(home, lane, tmp_path))

    assert "events read that its readers hold; it may be opened" in told
    assert lanes_of(home) == before
    said(home, "retry")
    assert said(home, "verify").startswith("verified: 4 lanes")


def test_what_it_had_read_after_the_backup_it_reads_again_and_does_not_do_twice(
    joined: Path, home: Path, tmp_path: Path
) -> None:
    before, folder = lanes_of(home), kept(joined, tmp_path)
    lose(home)
    refused(home, "restore", folder, WINDOW_LANE)
    said(home, "restore", folder, WINDOW_LANE, "--lane-file", archived(home, WINDOW_LANE, tmp_path))

    with driven(home) as driver:
        driver.quiet()
        held = driver.realm.instance(WINDOW_LANE).held(DELIVERY_LANE)

    assert held > 0
    assert lanes_of(home) == before


def test_afterwards_it_goes_on_as_if_nothing_had_been(
    played: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)
    go_on(home)
    lose(home)
    refused(home, "restore", folder, WINDOW_LANE)
    said(home, "restore", folder, WINDOW_LANE, "--lane-file", archived(home, WINDOW_LANE, tmp_path))
    go_on(home)

    never_lost = copy_of(played, tmp_path / "other")
    go_on(never_lost)
    go_on(never_lost)
    assert lanes_of(home) == lanes_of(never_lost)


def test_a_restored_ledger_finds_the_same_and_verifies_once_it_has_closed_a_day(
    played: Path, joined: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(joined, tmp_path)
    lane_file = archived(played, AUDIT_LANE, tmp_path)
    lose(home, AUDIT_LANE)
    said(home, "restore", folder, AUDIT_LANE, "--lane-file", lane_file)
    never_lost = copy_of(played, tmp_path / "other")

    for one in (home, never_lost):
        close_ledger_day(one)

    assert findings_of(home) == findings_of(never_lost)
    assert lanes_of(home) == lanes_of(never_lost)
    assert said(home, "verify").startswith("verified: 4 lanes")


def close_ledger_day(home: Path) -> None:
    with driven(home) as driver:
        realm = driver.realm
        day = realm.closing.next_day("kz")
        lanes = [lane for lane in realm.lanes if lane != AUDIT_LANE]
        driver.close_day(lanes, day, time=f"{day}T18:00:00Z")
        actor, time = "quality-authority/ledger/o-0001", f"{day}T18:30:00Z"
        driver.close_ledger_day("kz", day, actor=actor, time=time, silent=["intake.talgar"])


@pytest.mark.parametrize(
    "command",
    [
        ("lanes",),
        ("todo",),
        ("serve", WINDOW_LANE),
        ("retry",),
        ("lane-file", WINDOW_LANE, "--reader", "justice-almaty"),
    ],
    ids=lambda command: command[0],
)
def test_before_it_has_caught_up_it_is_opened_for_nothing(
    home: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = kept(home, tmp_path)
    go_on(home)
    lose(home)
    refused(home, "restore", folder, WINDOW_LANE)
    before = (home / "lanes" / WINDOW_LANE / "lane.db").read_bytes()

    words = refused(home, *command)

    assert "was restored: it must first read" in words or "written whole" in words
    assert (home / "lanes" / WINDOW_LANE / "lane.db").read_bytes() == before


def test_a_lane_without_a_way_to_its_readers_waits_and_says_what_to_do(
    home: Path, tmp_path: Path
) -> None:
    folder = kept(home, tmp_path)
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE)

    assert f"{WINDOW_LANE}: 43 events put in place; the lane was not here" in words
    assert "no access to a broker here; run again with --lane-file" in words


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


def test_what_readers_hold_must_reach_as_far_as_the_backup(home: Path, tmp_path: Path) -> None:
    lane_file = archived(home, WINDOW_LANE, tmp_path)
    go_on(home)
    folder = kept(home, tmp_path)
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE, "--lane-file", lane_file)

    assert "lane.jsonl goes to size 43, the restored lane to 45" in words
    assert "was restored" in refused(home, "lanes")


def test_an_empty_lane_file_proves_nothing(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    folder, empty = kept(home, tmp_path), tmp_path / "empty.jsonl"
    empty.touch()
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE, "--lane-file", str(empty))

    assert "empty.jsonl is empty, the restored lane to 0" in words


@pytest.mark.parametrize("text", ["{}\n", '{"note":"YQ==","batch":[]}\n'])
def test_a_file_that_is_no_lane_file_is_refused(home: Path, tmp_path: Path, text: str) -> None:
    folder, other = kept(home, tmp_path), tmp_path / "other.jsonl"
    other.write_text(text)
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE, "--lane-file", str(other))

    assert "other.jsonl does not continue the restored lane" in words


def test_the_lane_file_of_another_lane_is_refused(home: Path, tmp_path: Path) -> None:
    folder = kept(home, tmp_path)
    lane_file = archived(home, DELIVERY_LANE, tmp_path)
    lose(home)

    words = refused(home, "restore", folder, WINDOW_LANE, "--lane-file", lane_file)

    assert "does not continue the restored lane" in words
    assert "was restored" in refused(home, "lanes")


def test_a_lane_file_goes_with_one_lane(home: Path, tmp_path: Path) -> None:
    folder, lane_file = kept(home, tmp_path), archived(home, WINDOW_LANE, tmp_path)

    assert "--lane-file goes with one LANE" in refused(
        home, "restore", folder, "--lane-file", lane_file
    )


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


def test_the_authority_gives_a_lane_that_runs_elsewhere_as_archived(
    home: Path, tmp_path: Path
) -> None:
    own = archived(home, WINDOW_LANE, tmp_path)
    before = Path(own).read_bytes()
    shutil.rmtree(home / "lanes" / WINDOW_LANE)

    assert Path(archived(home, WINDOW_LANE, tmp_path)).read_bytes() == before


def test_of_an_archived_lane_no_view_is_written(home: Path) -> None:
    shutil.rmtree(home / "lanes" / WINDOW_LANE)

    words = refused(home, "lane-file", WINDOW_LANE, "--reader", "justice-almaty")

    assert "its archive is written whole, without --reader" in words
    assert "is not archived here" in refused(home, "lane-file", "intake.nowhere")
