"""What a lane says that it was shown, with each day that it closes (protocol A11, H9)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.reading.batch import COMMIT_EVENTS_MAX
from events.log.tree.exact_base64 import to_base64
from tests.log.day_book import (
    LANE,
    LAST_SECOND_OF_MONDAY,
    MONDAY,
    THURSDAY_MORNING,
    TUESDAY,
    WEDNESDAY,
    close,
    told,
)
from tests.log.lanes import Tree
from tests.log.realm import AUDIT, OFFICER, SmallRealm
from tests.log.small_service import Say

OTHER = "provider.b"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, LANE, OTHER)
    yield realm
    realm.close()


def heard(realm: SmallRealm) -> list[list[dict[str, object]]]:
    events = realm.evidence(LANE).events
    return [event.data["lanes"] for event in events if event.type == "provider.lanes_heard.v1"]  # type: ignore[misc]  # JSON


def test_a_lane_says_how_far_it_was_shown_each_lane(realm: SmallRealm) -> None:
    realm.do(OTHER, Say(), Say(to=("agency-a",)), Say(text="more"))
    realm.carry(OTHER, LANE)

    close(realm, MONDAY)

    raws, register = realm.evidence(OTHER).raws, realm.evidence(AUDIT).raws
    assert heard(realm) == [
        [
            {
                "lane": AUDIT,
                "size": len(register),
                "root": to_base64(Tree(register).root(0, len(register))),
                "events": len(register),
            },
            {"lane": OTHER, "size": 3, "root": to_base64(Tree(raws).root(0, 3)), "events": 1},
        ]
    ]


def test_what_was_heard_stands_right_before_the_day_in_one_commit(realm: SmallRealm) -> None:
    realm.do(LANE, Say())

    close(realm, MONDAY)

    assert told(realm)[-2:] == ["heard on 2024-04-29", "closed 2024-04-29"]
    assert [commit.size for commit in realm.evidence(LANE).commits] == [1, 3]


def test_only_lanes_that_have_grown_since_are_said(realm: SmallRealm) -> None:
    close(realm, MONDAY)
    realm.do(OTHER, Say(to=("agency-a",)))
    realm.carry(OTHER, LANE)

    close(realm, TUESDAY)
    close(realm, WEDNESDAY)

    assert [[lane["lane"] for lane in lanes] for lanes in heard(realm)] == [[AUDIT], [OTHER]]
    assert told(realm)[-1] == "closed 2024-05-01"


def test_what_was_heard_is_for_the_own_agency_alone(realm: SmallRealm) -> None:
    close(realm, MONDAY)

    envelopes = realm.evidence(LANE).events
    readers = {event.type: event.to for event in envelopes}
    assert readers == {"provider.lanes_heard.v1": "agency-a", "provider.day_closed.v1": "*"}


@pytest.mark.parametrize("before", range(COMMIT_EVENTS_MAX - 3, COMMIT_EVENTS_MAX + 1))
def test_a_day_is_never_parted_over_two_commits(realm: SmallRealm, before: int) -> None:
    """A commit of 1,000 events may end before the closing of a day, and after it, not inside."""
    commands = [
        (LAST_SECOND_OF_MONDAY, Say(times=before)),
        (THURSDAY_MORNING, Say(text="next")),
    ]
    instance = realm.instances[LANE]
    works = [
        instance.work(command, command_id=command.text, actor=OFFICER, time=time)
        for time, command in commands
    ]

    instance.writer.commit(works)

    days = told(realm)
    for commit in realm.evidence(LANE).commits:
        assert not days[commit.size - 1].startswith("heard")
    assert days[before:] == [
        "heard on 2024-04-29",
        "closed 2024-04-29",
        "closed 2024-04-30",
        "closed 2024-05-01",
        "said on 2024-05-02",
    ]


def test_the_ledger_keeps_no_day_book(realm: SmallRealm) -> None:
    realm.register()

    assert {event.type for event in realm.evidence(AUDIT).events} == {"audit.agency_registered.v1"}
