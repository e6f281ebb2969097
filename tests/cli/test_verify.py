"""`qyzmet verify`: exit code 0 if all holds, 1 with lane and place of each fault if not."""

from pathlib import Path

from examples.kazakhstan.agencies import WINDOW_LANE
from tests.cli.calling import lines, refused, said
from tests.conftest import Demo
from tests.flows.homes import copy_of
from tests.flows.tampering import Column, file_of, flipped, raw


def test_a_good_home_is_verified_and_the_work_is_counted(played: Path) -> None:
    text = said(played, "verify")

    (counts,) = lines(played, "verify")
    assert counts["faults"] == 0
    assert text == (
        f"verified: {counts['lanes']} lanes, {counts['events']} events under "
        f"{counts['checkpoints']} checkpoints, {counts['received']} received records, "
        f"{counts['findings']} findings recomputed\n"
    )
    assert counts["findings"] == 2


def test_the_whole_demo_holds(demo: Demo) -> None:
    assert "\nverified: " in demo.output
    assert "FAULT" not in demo.output


def test_a_fault_is_named_with_its_lane_and_place_and_fails_the_command(
    played: Path, tmp_path: Path
) -> None:
    home = copy_of(played, tmp_path)
    with raw(file_of(home, WINDOW_LANE)) as db:
        (rows,) = db.execute("SELECT count(*) FROM stored_events").fetchone()
        with flipped(db, Column("stored_events", "state")):
            text = refused(home, "verify")

    assert f"FAULT {WINDOW_LANE} at {rows // 2 + 1}: " in text
    assert "faults; " in text.splitlines()[-1]
