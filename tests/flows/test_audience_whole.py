"""In the whole realm no agency's files hold a byte of an event that was not for it (24)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from events.log.adapters.local import LaneFile
from events.log.reading.arrivals import Record
from events.log.reading.batch import Omitted, split_batch
from examples.almaty.agencies import ARCHITECTURE, HOLDER_LANE, SECOND_CENTRE
from examples.kazakhstan.agencies import AUTHORITY, CENTRE, JUSTICE, JUSTICE_ALMATY, WINDOW_LANE
from services.realm import Realm
from tests.flows.audience import Agency, Event, agencies
from tests.flows.homes import copy_of


@pytest.fixture(scope="module")
def everyone(summer: Path) -> list[Agency]:
    return agencies(summer)


def named(everyone: list[Agency], name: str) -> Agency:
    (found,) = (one for one in everyone if one.name == name)
    return found


def test_no_agency_s_files_hold_what_was_not_for_it(everyone: list[Agency]) -> None:
    assert [one.name for one in everyone] == sorted(
        [ARCHITECTURE, CENTRE, JUSTICE, JUSTICE_ALMATY, SECOND_CENTRE]
    )
    for one in everyone:
        assert list(one.foreign()) == []


def test_there_is_much_that_is_not_for_each_of_them(everyone: list[Agency]) -> None:
    """Else the rule above would hold of empty files."""
    for one in everyone:
        other = {event.agency for event in one.may_not}
        assert {AUTHORITY, CENTRE, JUSTICE, JUSTICE_ALMATY} - {one.name} <= other
        assert len(one.held()) > len({event for event in one.may_read if event.agency == one.name})


def test_every_event_in_a_received_record_admits_its_reader(summer: Path) -> None:
    realm = Realm(summer)
    register = realm.audit.known.register
    for lane in realm.lanes:
        reader = realm.me(lane).agency
        with realm.store(lane).reading() as tx:
            rows = tx.all("SELECT lane, value FROM received")
        for source, value in rows:
            owner, items = register.lane(source).agency, split_batch(value)
            whole = reader in (owner, AUTHORITY)
            assert not whole or not any(isinstance(item, Omitted) for item in items)
            for raw in items:
                assert whole or isinstance(raw, Omitted) or Event(owner, raw).is_for(reader)
    realm.close()


@pytest.fixture
def home(summer: Path, tmp_path: Path) -> Path:
    return copy_of(summer, tmp_path)


def not_for(home: Path, reader: str) -> Iterator[Record]:
    """Give records of the window, whole, that hold an event not for an agency."""
    for record in LaneFile(home / "lanes" / WINDOW_LANE / "lane.db").records(None):
        items = split_batch(record.value)
        if not all(isinstance(one, bytes) and Event(CENTRE, one).is_for(reader) for one in items):
            yield record


def planted(home: Path, *statements: tuple[str, tuple[object, ...]]) -> list[str]:
    """Change the holder's file, and give what is found in it then."""
    with closing(sqlite3.connect(home / "lanes" / HOLDER_LANE / "lane.db")) as db:
        db.execute("PRAGMA secure_delete=OFF")
        for sql, values in statements:
            db.execute(sql, values)
            db.commit()
    return list(named(agencies(home), ARCHITECTURE).foreign())


def test_one_record_delivered_whole_is_found(home: Path) -> None:
    record = next(not_for(home, ARCHITECTURE))
    insert = (
        "INSERT INTO received (lane, size, start, events, root, note, value, edge) "
        "VALUES (?, 9999, 9998, 1, x'', ?, ?, x'')"
    )

    found = planted(home, (insert, (WINDOW_LANE, record.note, record.value)))

    assert any(f"kz/{WINDOW_LANE}/" in one and "tables" in one for one in found)
    assert any(f"kz/{WINDOW_LANE}/" in one and "tables" not in one for one in found)


def test_what_a_dropped_table_leaves_in_the_file_is_found(home: Path) -> None:
    record = next(not_for(home, ARCHITECTURE))

    found = planted(
        home,
        ("CREATE TABLE scratch (value BLOB)", ()),
        ("INSERT INTO scratch VALUES (?)", (record.value,)),
        ("DROP TABLE scratch", ()),
    )

    assert any(f"kz/{WINDOW_LANE}/" in one for one in found)
    assert not any("tables" in one for one in found)


def test_what_lies_beside_the_keys_is_found(home: Path) -> None:
    record = next(not_for(home, ARCHITECTURE))
    (home / "keys" / ARCHITECTURE / "note").write_bytes(record.value)

    assert list(named(agencies(home), ARCHITECTURE).foreign())
