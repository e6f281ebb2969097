"""A restored lane opens once it has read what its readers hold of it, and not before (A7)."""

import shutil
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.cli.calling import refused, said
from tests.cli.lost_lanes import archived, go_on, kept, lose
from tests.flows.homes import copy_of, driven, findings_of, lanes_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The realm after its fortnight, to be changed."""
    return copy_of(played, tmp_path)


def close_ledger_day(home: Path) -> None:
    with driven(home) as driver:
        realm = driver.realm
        day = realm.closing.next_day("kz")
        lanes = [lane for lane in realm.lanes if lane != AUDIT_LANE]
        driver.close_day(lanes, day, time=f"{day}T18:00:00Z")
        actor, time = "quality-authority/ledger/o-0001", f"{day}T18:30:00Z"
        driver.close_ledger_day("kz", day, actor=actor, time=time, silent=["intake.talgar"])


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


def test_what_a_restored_ledger_has_not_read_or_judged_again_is_no_fault(
    played: Path, joined: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(joined, tmp_path)
    lane_file = archived(played, AUDIT_LANE, tmp_path)
    lose(home, AUDIT_LANE)
    said(home, "restore", folder, AUDIT_LANE, "--lane-file", lane_file)

    at_once = said(home, "verify")
    with driven(home) as driver:
        driver.quiet()
    when_read = said(home, "verify")
    close_ledger_day(home)
    judged = said(home, "verify")

    assert at_once.startswith("verified: 4 lanes")
    assert "after a restoration 3 lanes are to be read again" in at_once
    for words in (at_once, when_read):
        assert "16 days are to be judged again after the next ledger day" in words
    assert "to be read again" not in when_read
    assert "again" not in judged


def test_a_restored_window_that_has_not_read_again_has_no_fault(
    joined: Path, home: Path, tmp_path: Path
) -> None:
    folder = kept(joined, tmp_path)
    lose(home)
    refused(home, "restore", folder, WINDOW_LANE)

    said(home, "restore", folder, WINDOW_LANE, "--lane-file", archived(home, WINDOW_LANE, tmp_path))

    assert "lanes are to be read again" in said(home, "verify")


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
