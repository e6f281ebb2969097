"""Whatever is changed in what is evidence, or derived from it, `verify` finds (protocol H3)."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.flows.flipping import FOR_SENSE_ONLY, flipped, rows
from tests.flows.homes import copy_of
from tests.flows.tampering import columns, faults_of, file_of, raw


@pytest.fixture(scope="module")
def home(everything: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(everything, tmp_path_factory.mktemp("tamper"))


def test_a_home_that_nobody_has_changed_holds(home: Path) -> None:
    assert faults_of(home) == []


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
def test_one_bit_changed_in_any_column_is_found_where_it_is(home: Path, lane: str) -> None:
    with raw(file_of(home, lane)) as db:
        evidence = [one for one in columns(db) if one.table not in FOR_SENSE_ONLY]

    missed = []
    for column in evidence:
        with flipped(home, lane, column) as places:
            faults = faults_of(home)
        if not any(place.is_of(fault) for place in places for fault in faults):
            missed.append((column, places, faults))

    assert missed == []
    assert faults_of(home) == []


@pytest.mark.parametrize("lane", [AUDIT_LANE, WINDOW_LANE])
def test_what_an_instance_remembers_of_its_work_never_breaks_the_verification(
    home: Path, lane: str
) -> None:
    with raw(file_of(home, lane)) as db:
        remembered = [one for one in columns(db) if one.table in FOR_SENSE_ONLY]

    for column in remembered:
        if rows(file_of(home, lane), column.table):
            with flipped(home, lane, column):
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

    where = lane if of == lane else f"{lane} <- {of.removeprefix('derived/')}"
    assert (where, 1_000_000) in {(fault.lane, fault.seq) for fault in faults}


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
        assert db.execute("SELECT max(size) FROM sealed").fetchone() == (previous,)

    faults = faults_of(cut)

    assert any(fault.lane == lane and fault.seq == size for fault in faults), faults


def test_an_archive_that_lost_what_it_had_accepted_is_found(home: Path, tmp_path: Path) -> None:
    cut = copy_of(home, tmp_path)
    with raw(file_of(cut, AUDIT_LANE)) as db:
        sizes = db.execute("DELETE FROM received WHERE lane = ? RETURNING size", (WINDOW_LANE,))
        lost = {size for (size,) in sizes.fetchall()}

    faults = faults_of(cut)

    where = f"{AUDIT_LANE} <- {WINDOW_LANE}"
    accepted = {one.seq for one in faults if one.lane == where and "accepted" in one.what}
    assert accepted
    assert accepted <= lost
