"""Whatever is changed in what is evidence, or derived from it, `verify` finds (protocol H3)."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days
from tests.flows.tampering import (
    FOR_SENSE_ONLY,
    Column,
    columns,
    faults_of,
    file_of,
    flipped,
    play_everything,
    raw,
)


@pytest.fixture(scope="module")
def home(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = copy_of(joined, tmp_path_factory.mktemp("everything"))
    with kz_days(home) as days:
        play_everything(days)
    return home


def test_a_home_that_nobody_has_changed_holds(home: Path) -> None:
    assert faults_of(home) == []


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
def test_one_bit_changed_in_any_column_is_found_in_its_lane(home: Path, lane: str) -> None:
    missed: list[Column] = []
    with raw(file_of(home, lane)) as db:
        for column in columns(db):
            if column.table in FOR_SENSE_ONLY:
                continue
            with flipped(db, column):
                faults = faults_of(home)
            if not any(fault.lane.startswith(lane) for fault in faults):
                missed.append(column)

    assert missed == []
    assert faults_of(home) == []


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
def test_what_an_instance_remembers_of_its_work_never_breaks_the_verification(
    home: Path, lane: str
) -> None:
    with raw(file_of(home, lane)) as db:
        for column in columns(db):
            if column.table in FOR_SENSE_ONLY:
                with flipped(db, column):
                    faults_of(home)

    assert faults_of(home) == []


@pytest.mark.parametrize(
    ("lane", "of"),
    [
        (WINDOW_LANE, WINDOW_LANE),
        (WINDOW_LANE, DELIVERY_LANE),
        (AUDIT_LANE, WINDOW_LANE),
        (AUDIT_LANE, f"derived/{WINDOW_LANE}"),
    ],
)
def test_a_position_beyond_what_there_is_is_found(home: Path, lane: str, of: str) -> None:
    with raw(file_of(home, lane)) as db:
        kept = db.execute("SELECT * FROM tracking WHERE application_name = ?", (of,)).fetchall()
        db.execute("INSERT OR REPLACE INTO tracking VALUES (?, 1000000)", (of,))
        faults = faults_of(home)
        db.execute("DELETE FROM tracking WHERE application_name = ?", (of,))
        db.executemany("INSERT INTO tracking VALUES (?, ?)", kept)

    assert any(fault.seq == 1_000_000 for fault in faults)


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
def test_a_lane_that_lost_its_last_commit_is_found_by_who_has_read_it(
    home: Path, tmp_path: Path, lane: str
) -> None:
    """Every remaining commit is good: only the others know that there was one more."""
    cut = copy_of(home, tmp_path)
    with raw(file_of(cut, lane)) as db:
        (size, previous) = db.execute("SELECT max(size), max(previous) FROM sealed").fetchone()
        db.execute("DELETE FROM stored_events WHERE rowid > ?", (previous,))
        db.execute("DELETE FROM kept WHERE lane = ? AND seq > ?", (lane, previous))
        for table in ("sealed", "audience"):
            db.execute(f"DELETE FROM {table} WHERE size = ?", (size,))  # noqa: S608 -- two names

    faults = faults_of(cut)

    assert any(fault.lane == lane and fault.seq == size for fault in faults), faults


def test_an_archive_that_lost_what_it_had_accepted_is_found(home: Path, tmp_path: Path) -> None:
    cut = copy_of(home, tmp_path)
    with raw(file_of(cut, AUDIT_LANE)) as db:
        db.execute("DELETE FROM received WHERE lane = ?", (WINDOW_LANE,))

    faults = faults_of(cut)

    assert any(WINDOW_LANE in f"{fault}" and "accepted" in fault.what for fault in faults), faults
