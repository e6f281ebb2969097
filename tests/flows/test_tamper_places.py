"""Places, convictions and files are held against what they stand for (protocol H3)."""

from pathlib import Path

import pytest

from events.log.checking import Fault
from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.flows.flipping import rows
from tests.flows.foreign import FOREIGN
from tests.flows.homes import copy_of
from tests.flows.tampering import faults_of, file_of, raw

UNUSED = 1_000_000
"""A place that no row has."""


@pytest.fixture
def changed(everything: Path, tmp_path: Path) -> Path:
    return copy_of(everything, tmp_path)


@pytest.mark.parametrize(
    ("table", "at", "lane"),
    [("received", "size", WINDOW_LANE), ("received", "size", FOREIGN), ("kept", "seq", AUDIT_LANE)],
)
def test_two_places_of_a_lane_that_were_swapped_are_found(
    changed: Path, table: str, at: str, lane: str
) -> None:
    before = rows(file_of(changed, AUDIT_LANE), table)
    with raw(file_of(changed, AUDIT_LANE)) as db:
        query = f"SELECT pos, {at} FROM {table} WHERE lane = ? ORDER BY {at} LIMIT 2"  # noqa: S608 -- own names
        (one, _), (other, place) = db.execute(query, (lane,)).fetchall()
        for new, old in ((UNUSED, one), (one, other), (other, UNUSED)):
            db.execute(f"UPDATE {table} SET pos = ? WHERE pos = ?", (new, old))  # noqa: S608 -- own name

    assert rows(file_of(changed, AUDIT_LANE), table) != before

    faults = faults_of(changed)

    where = AUDIT_LANE if lane == AUDIT_LANE else f"{AUDIT_LANE} <- {lane}"
    what = f"stands in {table} before what it follows"
    assert Fault(lane=where, seq=place, what=what) in faults


@pytest.mark.parametrize("table", ["received", "kept"])
def test_a_place_that_there_cannot_be_is_found(changed: Path, table: str) -> None:
    before = rows(file_of(changed, AUDIT_LANE), table)
    with raw(file_of(changed, AUDIT_LANE)) as db:
        db.execute(f"UPDATE {table} SET pos = ? WHERE pos = 3", (UNUSED,))  # noqa: S608 -- own name

    faults = faults_of(changed)

    (moved,) = (row for row in before if row["pos"] == 3)
    place = moved["size"] if table == "received" else moved["seq"]
    what = f"stands at place {UNUSED} of {table}, which has {len(before)}"
    assert (place, what) in {(fault.seq, fault.what) for fault in faults}


@pytest.mark.parametrize("reader", [AUDIT_LANE, WINDOW_LANE])
def test_a_lane_is_not_convicted_by_the_note_that_is_held(changed: Path, reader: str) -> None:
    with raw(file_of(changed, reader)) as db:
        size, note = db.execute(
            "SELECT size, note FROM received WHERE lane = ? ORDER BY size LIMIT 1", (DELIVERY_LANE,)
        ).fetchone()
        db.execute("INSERT INTO convicted VALUES (?, ?, ?)", (DELIVERY_LANE, size, note))

    (fault, *_) = faults_of(changed)

    assert (fault.lane, fault.seq) == (f"{reader} <- {DELIVERY_LANE}", size)
    assert fault.what == "convicting note: its root is the one that is held"


@pytest.mark.parametrize("name", ["a#b", "a?mode=rwc", "100%25", "two words", "үй"])
def test_a_home_is_verified_whatever_its_folder_is_called(
    everything: Path, tmp_path: Path, name: str
) -> None:
    assert faults_of(copy_of(everything, tmp_path / name)) == []
