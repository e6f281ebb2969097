"""Events of a type that today's catalogue lacks: kept, counted, in nobody's way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.foreign_lane import ForeignLane
from tests.log.realm import SmallRealm

WRITER, READER = "provider.foreign", "provider.b"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, WRITER, READER)
    yield realm
    realm.close()


def test_an_unknown_type_is_kept_and_counted_and_its_neighbours_are_answered(
    realm: SmallRealm,
) -> None:
    lane = ForeignLane(WRITER)
    new = lane.event(type="provider.step_taken_back.v1", data={"on": "2024-04-29", "why": "x"})
    record = lane.commit(lane.event("echo"), new, lane.event("echo"))

    report = realm.carry(WRITER, READER, [record])

    assert report.counts == {"taken": 1}
    assert realm.rows(READER, "SELECT lane, seq, type FROM unread") == [
        (WRITER, 2, "provider.step_taken_back.v1")
    ]
    (value,) = realm.rows(READER, "SELECT value FROM received WHERE lane = 'provider.foreign'")
    assert value == (record.value,)
    assert new in record.value
    assert len(realm.evidence(READER).events) == 2


def test_an_unknown_type_is_no_rejection(realm: SmallRealm) -> None:
    lane = ForeignLane(WRITER)
    lane.commit(lane.event(type="provider.step_started.v2"))

    realm.carry(WRITER, READER, lane.records)

    assert realm.evidence(READER).raws == []


def test_an_unknown_type_is_counted_once_however_often_it_comes(realm: SmallRealm) -> None:
    lane = ForeignLane(WRITER)
    lane.commit(lane.event(type="provider.step_started.v2"))

    for _ in range(2):
        realm.carry(WRITER, READER, lane.records)

    assert realm.rows(READER, "SELECT count(*) FROM unread") == [(1,)]
