"""What cannot even be read is named with its lane and place, and the rest is verified."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from events.log.checking import Fault
from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from tests.flows.homes import copy_of
from tests.flows.tampering import faults_of, file_of, raw

HUGE = 2**62


@pytest.fixture
def home(everything: Path, tmp_path: Path) -> Path:
    return copy_of(everything, tmp_path)


@pytest.mark.parametrize(
    ("table", "name", "value", "what"),
    [
        ("stored_events", "state", "CAST(state AS TEXT)", "state holds text instead of blob"),
        ("stored_events", "originator_id", "NULL", "originator_id holds null instead of text"),
        ("sealed", "note", "'a note'", "note holds text instead of blob"),
        ("sealed", "edge", "1", "edge holds integer instead of blob"),
        ("sealed", "nodes", "x'00' || nodes", "nodes holds text instead of blob"),
    ],
)
def test_a_value_of_another_type_is_named_with_its_place(
    home: Path, table: str, name: str, value: str, what: str
) -> None:
    place = "rowid" if table == "stored_events" else "size"
    with raw(file_of(home, WINDOW_LANE)) as db:
        (at,) = db.execute(f"SELECT max({place}) FROM {table}").fetchone()  # noqa: S608 -- own names
        db.execute(f"UPDATE {table} SET {name} = {value} WHERE {place} = ?", (at,))  # noqa: S608 -- own names

    faults = faults_of(home)

    assert Fault(lane=WINDOW_LANE, seq=at, what=f"{table}.{what}") in faults
    assert "not read any further" in faults[-1].what


def test_a_misplaced_value_of_a_received_record_is_named_with_both_lanes(home: Path) -> None:
    with raw(file_of(home, WINDOW_LANE)) as db:
        (at,) = db.execute(
            "UPDATE received SET root = 'a root' WHERE lane = ? RETURNING size", (DELIVERY_LANE,)
        ).fetchall()[0]

    what = "received.root holds text instead of blob"
    assert Fault(lane=f"{WINDOW_LANE} <- {DELIVERY_LANE}", seq=at, what=what) in faults_of(home)


def test_the_register_is_read_past_what_is_no_event_at_all(home: Path) -> None:
    with raw(file_of(home, AUDIT_LANE)) as db:
        db.execute("UPDATE stored_events SET state = 7 WHERE rowid = 20")

    faults = faults_of(home)

    assert {fault.lane for fault in faults} == {AUDIT_LANE}


def test_text_that_is_not_utf_8_is_shown_where_it_stands(home: Path) -> None:
    with raw(file_of(home, WINDOW_LANE)) as db:
        db.execute("UPDATE stored_events SET topic = CAST(x'fffe41' AS TEXT) WHERE rowid = 2")

    (fault,) = faults_of(home)

    assert (fault.lane, fault.seq) == (WINDOW_LANE, 2)
    assert fault.what.startswith(r"stands as \xff\xfeA ")


def test_an_event_whose_id_has_no_version_is_a_fault_at_its_place(home: Path) -> None:
    with raw(file_of(home, WINDOW_LANE)) as db:
        (state,) = db.execute("SELECT state FROM stored_events WHERE rowid = 2").fetchone()
        id_ = msgspec.json.decode(state)["id"].encode()
        damaged = state.replace(id_, id_.replace(b":", b"z"))
        db.execute("UPDATE stored_events SET state = ? WHERE rowid = 2", (damaged,))

    (fault, *_) = faults_of(home)

    assert (fault.lane, fault.seq) == (WINDOW_LANE, 2)
    assert fault.what.startswith("id is not <category>-<id>:<version>: ")


@pytest.mark.parametrize("size", [-HUGE, HUGE])
def test_a_size_that_no_lane_can_have_is_a_fault_and_costs_nothing(home: Path, size: int) -> None:
    with raw(file_of(home, WINDOW_LANE)) as db:
        db.execute(
            "UPDATE sealed SET size = ? WHERE size = (SELECT max(size) FROM sealed)", (size,)
        )

    assert any(fault.lane == WINDOW_LANE and fault.seq == size for fault in faults_of(home))


def test_a_column_that_is_declared_otherwise_is_named(home: Path) -> None:
    with closing(sqlite3.connect(file_of(home, WINDOW_LANE), isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace(sql, 'note BLOB', 'note TEXT')")

    what = "sealed.note is not declared as it should be"
    assert Fault(lane=WINDOW_LANE, seq=0, what=what) in faults_of(home)


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"lane":"\xff","agency":"x"}'])
def test_settings_that_cannot_be_read_are_a_fault_of_their_lane_alone(
    home: Path, content: bytes | None
) -> None:
    settings = file_of(home, WINDOW_LANE).with_name("instance.json")
    settings.unlink()
    if content is not None:
        settings.write_bytes(content)

    (fault,) = faults_of(home)

    assert fault.lane == WINDOW_LANE


def test_another_agency_than_the_registered_one_is_named(home: Path) -> None:
    settings = file_of(home, WINDOW_LANE).with_name("instance.json")
    settings.write_text(f'{{"lane":"{WINDOW_LANE}","agency":"somebody"}}', "utf-8")

    (fault, *_) = faults_of(home)

    assert fault.lane == WINDOW_LANE
    assert fault.what.startswith("instance.json names somebody, the register ")


def test_the_ledgers_lane_without_its_file_is_named_and_nothing_is_believed(home: Path) -> None:
    file_of(home, AUDIT_LANE).unlink()

    faults = faults_of(home)

    assert {fault.lane for fault in faults} == {AUDIT_LANE}
    assert faults[-1].what.startswith("without its register nothing else can be checked: ")


def test_a_derived_table_that_cannot_be_compared_is_a_fault(home: Path) -> None:
    with raw(file_of(home, AUDIT_LANE)) as db:
        db.execute("UPDATE case_number SET subject = CAST(x'ff' AS TEXT)")

    faults = faults_of(home)

    assert {fault.lane for fault in faults} == {AUDIT_LANE}
    assert faults[-1].what.startswith("a file cannot be read: ")
