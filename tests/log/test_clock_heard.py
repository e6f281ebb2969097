"""What another lane's time does to the own one: no event closes its readers' years."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.realm import MORNING, SmallRealm
from tests.log.small_service import Say

WRITER = "provider.a"
READER = "provider.b"
TWO_DAYS_LATER = "2024-05-01T03:00:00Z"
A_SECOND_MORE = "2024-05-01T03:00:01Z"
YEARS_LATER = "2099-01-01T00:00:00Z"
ASKED = Say(text="echo:1", to=("agency-b",))


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, WRITER, READER)
    yield realm
    realm.close()


def answered_at(realm: SmallRealm) -> list[str]:
    events = realm.evidence(READER).events
    return [event.time for event in events if event.type == "provider.step_completed.v1"]


def days_closed(realm: SmallRealm) -> int:
    events = realm.evidence(READER).events
    return sum(event.type == "provider.day_closed.v1" for event in events)


@pytest.mark.parametrize(
    ("told", "taken"), [(TWO_DAYS_LATER, TWO_DAYS_LATER), (A_SECOND_MORE, MORNING)]
)
def test_an_event_moves_its_readers_clock_by_two_days_at_most(
    realm: SmallRealm, told: str, taken: str
) -> None:
    realm.do(READER, Say(), time=MORNING)
    realm.do(WRITER, ASKED, time=told)

    realm.carry(WRITER, READER)

    assert answered_at(realm) == [taken]


def test_an_event_of_a_far_year_is_answered_and_closes_no_day(realm: SmallRealm) -> None:
    realm.do(READER, Say(), time=MORNING)
    realm.do(WRITER, ASKED, time=YEARS_LATER)

    realm.carry(WRITER, READER)

    assert answered_at(realm) == [MORNING]
    assert days_closed(realm) == 0


def test_a_lane_without_events_counts_from_its_first_day(realm: SmallRealm) -> None:
    realm.do(WRITER, ASKED, time=YEARS_LATER)

    realm.carry(WRITER, READER)

    assert answered_at(realm) == ["2024-04-28T19:00:00Z"]
    assert days_closed(realm) == 0


def test_a_command_moves_the_clock_as_far_as_it_says(realm: SmallRealm) -> None:
    realm.do(READER, Say(), time=MORNING)

    realm.do(READER, Say(text="more"), time="2024-06-01T03:00:00Z")

    assert days_closed(realm) == 33
