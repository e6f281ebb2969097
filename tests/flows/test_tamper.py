"""Whatever is changed in what is evidence, or derived from it, `verify` finds (protocol H3)."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
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
