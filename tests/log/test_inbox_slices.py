"""A record whose effects exceed one commit is answered in slices (protocol E1)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.foreign_lane import ForeignLane
from tests.log.realm import SmallRealm, signer

WRITER, READER = "provider.foreign", "provider.b"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, WRITER, READER)
    yield realm
    realm.close()


def answers(realm: SmallRealm) -> list[str]:
    return [event.causationid for event in realm.evidence(READER).events]


def test_effects_of_more_than_a_commit_come_in_order_and_once(realm: SmallRealm) -> None:
    lane = ForeignLane(WRITER)
    lane.commit(*(lane.event("echo:400") for _ in range(6)))
    lane.commit(lane.event("echo"))

    report = realm.carry(WRITER, READER, lane.records)

    refs = [f"provider.foreign/talk-foreign:{version}" for version in range(1, 8)]
    assert answers(realm) == [ref for ref in refs[:6] for _ in range(400)] + refs[6:]
    commits = realm.evidence(READER).commits
    assert [commit.size for commit in commits] == [800, 1600, 2401]
    realm.evidence(READER).verify(signer(READER).vkey)
    assert report.counts == {"taken": 2}


def test_one_event_may_ask_for_more_than_a_commit(realm: SmallRealm) -> None:
    """Its commands are parted over commits; those answered before are remembered."""
    lane = ForeignLane(WRITER)
    realm.carry(WRITER, READER, [lane.commit(lane.event("echo"))])

    realm.carry(WRITER, READER, [lane.commit(lane.event("chorus:700"), lane.event("echo"))])

    assert len(answers(realm)) == 1 + 1400 + 1
    assert realm.instances[READER].held(WRITER) == 3


def test_a_record_is_held_when_its_last_effect_is_committed(realm: SmallRealm) -> None:
    lane = ForeignLane(WRITER)
    lane.commit(*(lane.event("echo:400") for _ in range(3)))

    realm.carry(WRITER, READER, lane.records)

    with realm.instances[READER].store.reading() as tx:
        assert tx.position(WRITER) == 3
    assert realm.instances[READER].held(WRITER) == 3


def test_bad_events_are_said_after_the_effects_of_the_good_ones(realm: SmallRealm) -> None:
    lane = ForeignLane(WRITER)
    lane.commit(lane.event("echo:400"), b"{}", *(lane.event("echo:400") for _ in range(2)))

    realm.carry(WRITER, READER, lane.records)

    types = [event.type.split(".")[1] for event in realm.evidence(READER).events]
    assert types == ["step_completed"] * 1200 + ["event_rejected"]


def test_what_came_before_a_second_root_is_answered_to_the_end(realm: SmallRealm) -> None:
    lane, other = ForeignLane(WRITER), ForeignLane(WRITER)
    first = lane.commit(*(lane.event("echo:400") for _ in range(3)))
    fork = other.commit(*(other.event("said") for _ in range(3)))

    report = realm.carry(WRITER, READER, [first, fork])

    assert report.counts == {"taken": 1, "convicted": 1}
    assert len(answers(realm)) == 1200
    assert realm.instances[READER].held(WRITER) == 3
