"""The day book of a lane (protocol B1, B2, H8, H11)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from events.deciding import Refused
from events.log.lane.work import Answer
from events.register import NotRegistered
from tests.log.day_book import (
    FIRST_SECOND_OF_TUESDAY,
    LANE,
    LAST_SECOND_OF_MONDAY,
    MONDAY,
    THURSDAY_MORNING,
    TUESDAY,
    WEDNESDAY,
    close,
    told,
)
from tests.log.realm import MORNING, SmallRealm, register, registration
from tests.log.small_service import Say


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, LANE, "provider.b")
    yield realm
    realm.close()


def test_a_command_closes_the_days_before_its_local_date(realm: SmallRealm) -> None:
    realm.do(LANE, Say(), time=LAST_SECOND_OF_MONDAY)
    realm.do(LANE, Say(text="again"), time=THURSDAY_MORNING)

    assert told(realm) == [
        "said on 2024-04-29",
        "heard on 2024-04-29",
        "closed 2024-04-29",
        "closed 2024-04-30",
        "closed 2024-05-01",
        "said on 2024-05-02",
    ]


def test_a_day_ends_at_midnight_of_the_agencys_zone(realm: SmallRealm) -> None:
    realm.do(LANE, Say(), time=LAST_SECOND_OF_MONDAY)
    realm.do(LANE, Say(text="again"), time=FIRST_SECOND_OF_TUESDAY)

    assert told(realm)[-2:] == ["closed 2024-04-29", "said on 2024-04-30"]


def test_another_zone_ends_its_day_at_another_instant(realm: SmallRealm) -> None:
    amsterdam = "provider.nl"
    realm.register(register(amsterdam, *registration(amsterdam).lanes, zone="Europe/Amsterdam"))
    realm.open(amsterdam)

    realm.do(amsterdam, Say(), time=FIRST_SECOND_OF_TUESDAY)
    realm.do(amsterdam, Say(text="last"), time="2024-04-29T21:59:59Z")
    realm.do(amsterdam, Say(text="next"), time="2024-04-29T22:00:00Z")

    assert told(realm, amsterdam)[:2] == ["said on 2024-04-29"] * 2
    assert told(realm, amsterdam)[-1] == "said on 2024-04-30"


def test_a_command_after_the_close_of_its_day_takes_the_next_open_day(realm: SmallRealm) -> None:
    close(realm, MONDAY, time=LAST_SECOND_OF_MONDAY)

    realm.do(LANE, Say(), time=LAST_SECOND_OF_MONDAY)

    assert told(realm)[-2:] == ["closed 2024-04-29", "said on 2024-04-30"]


def test_a_transcribed_command_keeps_its_own_day(realm: SmallRealm) -> None:
    close(realm, MONDAY)

    realm.do(LANE, Say(transcribed=True, on=MONDAY), time=THURSDAY_MORNING)

    assert told(realm)[-1] == "said on 2024-04-29"


def test_a_day_is_closed_once_and_answered_as_often_as_asked(realm: SmallRealm) -> None:
    first = close(realm, MONDAY)
    again = close(realm, MONDAY)

    assert isinstance(first, Answer)
    assert again == first
    assert told(realm).count("closed 2024-04-29") == 1


def test_a_day_that_a_command_has_closed_is_answered_as_closed(realm: SmallRealm) -> None:
    realm.do(LANE, Say(), time=THURSDAY_MORNING)
    before = told(realm)

    answer = close(realm, TUESDAY)

    assert isinstance(answer, Answer)
    assert answer.events == ("day-book:2",)
    assert told(realm) == before


@pytest.mark.parametrize("day", [TUESDAY, date(2024, 4, 28)], ids=["after a gap", "too early"])
def test_the_first_day_to_close_is_the_registered_first_day(realm: SmallRealm, day: date) -> None:
    refused = close(realm, day)

    assert isinstance(refused, Refused)
    assert refused.code == "day-out-of-order"
    assert "2024-04-29" in str(refused)
    assert told(realm) == []


def test_a_day_out_of_order_is_refused_and_writes_nothing(realm: SmallRealm) -> None:
    close(realm, MONDAY)
    before = told(realm)

    refused = close(realm, WEDNESDAY)

    assert isinstance(refused, Refused)
    assert told(realm) == before
    assert isinstance(close(realm, TUESDAY), Answer)


def test_a_lane_that_is_not_registered_takes_no_command(realm: SmallRealm) -> None:
    realm.open("provider.new")

    with pytest.raises(NotRegistered, match=r"provider\.new"):
        realm.do("provider.new", Say())

    assert realm.evidence("provider.new").raws == []


def test_a_refused_command_closes_no_day_either(realm: SmallRealm) -> None:
    realm.do(LANE, Say())
    before = realm.evidence(LANE).raws

    (outcome,) = realm.do(LANE, Say(text="forbidden"), time="2029-01-01T05:00:00Z")
    (answer,) = realm.do(LANE, Say(text="more"))

    assert isinstance(outcome, Refused)
    assert isinstance(answer, Answer)
    added = realm.evidence(LANE).events[len(before) :]
    assert [(event.type, event.time) for event in added] == [("provider.step_started.v1", MORNING)]
