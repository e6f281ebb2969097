"""Places, convictions and files are held against what they stand for (protocol H3)."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.flows.foreign import FOREIGN
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days
from tests.flows.tampering import faults_of, file_of, play_everything, raw

UNUSED = 1_000_000
"""A place that no row has."""


@pytest.fixture(scope="module")
def home(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = copy_of(joined, tmp_path_factory.mktemp("places"))
    with kz_days(home) as days:
        play_everything(days)
    return home


@pytest.fixture
def changed(home: Path, tmp_path: Path) -> Path:
    return copy_of(home, tmp_path)


@pytest.mark.parametrize(
    ("table", "at", "lane"),
    [("received", "size", WINDOW_LANE), ("received", "size", FOREIGN), ("kept", "seq", AUDIT_LANE)],
)
def test_two_places_of_a_lane_that_were_swapped_are_found(
    changed: Path, table: str, at: str, lane: str
) -> None:
    with raw(file_of(changed, AUDIT_LANE)) as db:
        query = f"SELECT pos, {at} FROM {table} WHERE lane = ? ORDER BY {at} LIMIT 2"  # noqa: S608 -- own names
        (one, _), (other, place) = db.execute(query, (lane,)).fetchall()
        for new, old in ((UNUSED, one), (one, other), (other, UNUSED)):
            db.execute(f"UPDATE {table} SET pos = ? WHERE pos = ?", (new, old))  # noqa: S608 -- own name

    faults = faults_of(changed)

    assert any(fault.seq == place and table in fault.what for fault in faults), faults


@pytest.mark.parametrize("reader", [AUDIT_LANE, WINDOW_LANE])
def test_a_lane_is_not_convicted_by_the_note_that_is_held(changed: Path, reader: str) -> None:
    with raw(file_of(changed, reader)) as db:
        size, note = db.execute(
            "SELECT size, note FROM received WHERE lane = ? ORDER BY size LIMIT 1", (DELIVERY_LANE,)
        ).fetchone()
        db.execute("INSERT INTO convicted VALUES (?, ?, ?)", (DELIVERY_LANE, size, note))

    (fault, *_) = faults_of(changed)

    assert fault.lane == f"{reader} <- {DELIVERY_LANE}"
    assert "convicting note" in fault.what


@pytest.mark.parametrize("name", ["a#b", "a?mode=rwc", "100%25", "two words", "үй"])
def test_a_home_is_verified_whatever_its_folder_is_called(
    home: Path, tmp_path: Path, name: str
) -> None:
    assert faults_of(copy_of(home, tmp_path / name)) == []
