"""Two roots for one size: a lane that shows them to one reader is convicted (protocol A9, A11)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.foreign_lane import ForeignLane
from tests.log.realm import SmallRealm

LIAR, READER, OTHER = "provider.liar", "provider.b", "provider.c"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, LIAR, READER, OTHER)
    yield realm
    realm.close()


def tale(text: str) -> ForeignLane:
    """A lane that begins as its other tales do, and goes on in its own way."""
    lane = ForeignLane(LIAR)
    lane.commit(lane.event("echo"))
    lane.commit(lane.event(text), lane.event("echo"))
    lane.commit(lane.event("echo"))
    return lane


def held(realm: SmallRealm, reader: str) -> list[tuple[object, ...]]:
    sql = "SELECT size, root FROM received WHERE lane = 'provider.liar' ORDER BY size"
    return realm.rows(reader, sql)


@pytest.mark.parametrize("at_once", [True, False])
def test_two_roots_shown_to_one_reader_stop_the_lane_aloud(
    realm: SmallRealm, *, at_once: bool
) -> None:
    one, other = tale("a"), tale("b")
    before, fork, after = one.records[:2], other.records[1], one.records[2:]

    if at_once:
        reports = [realm.carry(LIAR, READER, [*before, fork, *after])]
    else:
        reports = [realm.carry(LIAR, READER, part) for part in (before, [fork], after)]

    assert sum(report.counts["convicted"] for report in reports) == 1
    assert any("two roots for size 3" in alarm for one in reports for alarm in one.alarms)
    assert [size for size, _ in held(realm, READER)] == [1, 3]
    assert realm.rows(READER, "SELECT size, note FROM convicted") == [(3, fork.note)]


def test_a_convicted_lane_stays_stopped_and_other_lanes_go_on(realm: SmallRealm) -> None:
    one, other = tale("a"), tale("b")
    realm.carry(LIAR, READER, [*one.records[:2], other.records[1]])
    realm.do(OTHER)

    report = realm.carry(LIAR, READER, one.records)

    assert report.counts == {"stopped": 1}
    assert "is stopped" in report.alarms[0]
    assert [size for size, _ in held(realm, READER)] == [1, 3]
    third = ForeignLane(OTHER)
    third.commit(third.event("echo"))
    assert realm.carry(OTHER, READER, third.records).counts == {"taken": 1}


def test_a_fork_at_a_size_that_the_reader_never_had_is_no_conviction(realm: SmallRealm) -> None:
    """Commits of other sizes fork, too; only a comparison of readers shows it (A11)."""
    realm.carry(LIAR, READER, tale("a").records)
    other = ForeignLane(LIAR)
    other.commit(other.event("b"), other.event("b"))

    report = realm.carry(LIAR, READER, other.records)

    assert report.counts == {"cut_differs": 1}
    assert report.alarms


def test_two_readers_of_two_tales_each_hold_their_own(realm: SmallRealm) -> None:
    reports = [
        realm.carry(LIAR, READER, tale("a").records),
        realm.carry(LIAR, OTHER, tale("b").records),
    ]

    assert [report.counts for report in reports] == [{"taken": 3}] * 2
    one, other = held(realm, READER), held(realm, OTHER)
    assert [size for size, _ in one] == [size for size, _ in other] == [1, 3, 4]
    assert one[0] == other[0]
    assert one[1] != other[1]
