"""SQLite checks its own structures first: what an index hides, no other check would see."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from tests.cli.calling import refused
from tests.flows.homes import copy_of
from tests.flows.tampering import faults_of, file_of, raw


@pytest.fixture
def home(everything: Path, tmp_path: Path) -> Path:
    return copy_of(everything, tmp_path)


def change_in_index(path: Path, index: str, old: bytes, new: bytes) -> None:
    """Change bytes of an index's root page, which holds the whole of a small index."""
    with raw(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page_bytes,) = db.execute("PRAGMA page_size").fetchone()
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = db.execute(sql, (index,)).fetchone()
    start = (page - 1) * page_bytes
    data = path.read_bytes()
    index_page = data[start : start + page_bytes]
    assert old in index_page
    path.write_bytes(data[:start] + index_page.replace(old, new, 1) + data[start + page_bytes :])


def test_an_answered_command_that_an_index_hides_is_found(home: Path) -> None:
    """Sent again, it would be done again: its answer is not found any more."""
    path = file_of(home, WINDOW_LANE)
    with raw(path) as db:
        (id_,) = db.execute("SELECT id FROM command LIMIT 1").fetchone()
    change_in_index(path, "sqlite_autoindex_command_1", id_.encode(), id_[:-1].encode() + b"~")
    with raw(path) as db:
        assert db.execute("SELECT * FROM command WHERE id = ?", (id_,)).fetchall() == []

    faults = faults_of(home)

    assert faults
    assert {(fault.lane, fault.seq) for fault in faults} == {(WINDOW_LANE, 0)}
    assert all(fault.what.startswith("SQLite: ") for fault in faults)
    assert "sqlite_autoindex_command_1" in faults[0].what


def test_of_a_damaged_index_each_message_is_a_fault_of_its_lane(home: Path) -> None:
    old, new = WINDOW_LANE.encode(), WINDOW_LANE.upper().encode()
    change_in_index(file_of(home, AUDIT_LANE), "sqlite_autoindex_received_1", old, new)

    words = refused(home, "verify")

    assert words.startswith(f"FAULT {AUDIT_LANE} at 0: SQLite: ")
    assert "***" not in words
