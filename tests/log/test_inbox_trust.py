"""Whose word an inbox takes: keys and lanes come from the register alone (protocol A12, C5)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.reading.arrivals import Record
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import AUDIT, SmallRealm, registration, signer

WRITER, READER = "provider.foreign", "provider.b"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, READER)
    yield realm
    realm.close()


def answers(realm: SmallRealm) -> int:
    return len(realm.evidence(READER).events)


def spoken(generation: int = 0) -> ForeignLane:
    lane = ForeignLane(WRITER, generation)
    lane.commit(lane.event("echo"))
    lane.commit(lane.event("echo"), lane.event("echo"))
    return lane


def test_a_lane_that_is_not_registered_waits_aloud_and_is_taken_in_afterwards(
    realm: SmallRealm,
) -> None:
    lane = spoken()

    report = realm.carry(WRITER, READER, lane.records)

    assert report.counts["waiting"] > 0
    assert "not in the register" in report.alarms[0]
    assert answers(realm) == 0
    realm.register(registration(WRITER))
    assert realm.carry(WRITER, READER, lane.records).counts == {"taken": 2}
    assert answers(realm) == 3


def test_nothing_is_answered_by_a_lane_that_is_not_registered_itself(realm: SmallRealm) -> None:
    realm.register(registration(WRITER))
    realm.open("provider.new")

    report = realm.carry(WRITER, "provider.new", spoken().records)

    assert report.counts == {"waiting": 1}
    assert "provider.new is not in the register" in report.alarms[0]
    realm.register(registration("provider.new"))
    assert realm.carry(WRITER, "provider.new", spoken().records).counts == {"taken": 2}
    assert len(realm.evidence("provider.new").events) == 3


def test_a_key_that_is_not_registered_waits_aloud_and_convicts_nobody(realm: SmallRealm) -> None:
    realm.register(registration(WRITER))
    lane = spoken(generation=7)

    report = realm.carry(WRITER, READER, lane.records)

    assert report.counts == {"waiting": 2}
    assert "waiting for the register" in report.alarms[0]
    assert realm.rows(READER, "SELECT count(*) FROM convicted") == [(0,)]
    assert realm.carry(WRITER, READER, spoken().records).counts == {"taken": 2}


def test_a_lane_goes_on_with_its_next_key_from_the_registered_size(realm: SmallRealm) -> None:
    realm.register(registration(WRITER))
    lane = spoken()
    lane.signer = signer(WRITER, 1)
    lane.commit(lane.event("echo"))

    early = realm.carry(WRITER, READER, lane.records)
    realm.register(registration(WRITER, from_size=3, generation=1))
    later = realm.carry(WRITER, READER, lane.records)

    assert early.counts == {"taken": 2, "waiting": 1}
    assert later.counts == {"known": 2, "taken": 1}
    assert answers(realm) == 4


def test_the_next_key_signs_nothing_before_its_size(realm: SmallRealm) -> None:
    realm.register(registration(WRITER), registration(WRITER, from_size=4, generation=1))
    lane = spoken()
    lane.signer = signer(WRITER, 1)
    lane.commit(lane.event("echo"))

    report = realm.carry(WRITER, READER, lane.records)

    assert report.counts["taken"] == 2
    assert realm.instances[READER].held(WRITER) == 3


def test_the_old_key_signs_nothing_after_its_size(realm: SmallRealm) -> None:
    realm.register(registration(WRITER), registration(WRITER, from_size=1, generation=1))
    lane = spoken()

    report = realm.carry(WRITER, READER, lane.records)

    assert report.counts["taken"] == 1
    assert realm.instances[READER].held(WRITER) == 1


def test_another_lanes_signature_is_refused(realm: SmallRealm) -> None:
    realm.register(registration(WRITER), registration("provider.third"))
    lane = ForeignLane("provider.third")
    lane.commit(lane.event("echo"))

    report = realm.carry(WRITER, READER, lane.records)

    assert report.counts == {"forged": 1}
    assert "provider.third" in report.alarms[0]
    assert answers(realm) == 0


@pytest.mark.parametrize("place", [0, 10, -10, 60, -2])
def test_a_changed_byte_of_the_note_is_refused_or_waits(realm: SmallRealm, place: int) -> None:
    realm.register(registration(WRITER))
    lane = spoken()
    note = bytearray(lane.records[0].note)
    note[place] ^= 1

    report = realm.carry(WRITER, READER, [Record(bytes(note), lane.records[0].value)])

    assert report.counts["taken"] == 0
    assert report.alarms
    assert realm.instances[READER].held(WRITER) == 0
    assert realm.carry(WRITER, READER, lane.records).counts == {"taken": 2}


def test_the_register_itself_is_read_by_the_configured_key_alone(tmp_path: Path) -> None:
    """A stranger's audit lane, well signed by the stranger, registers nobody."""
    realm = SmallRealm(tmp_path, READER)
    stranger = ForeignLane(AUDIT, generation=1)
    stranger.commit(realm.evidence(AUDIT).raws[0])

    report = realm.carry(AUDIT, READER, stranger.records)

    assert report.counts["taken"] == 0
    assert report.alarms
    realm.close()
