"""A command that was asked for on a version: done on that one, refused on any other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.deciding import Refused
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from tests.log.realm import MORNING, OFFICER, SmallRealm
from tests.log.small_service import Say

LANE = "provider.a"
LATER = "2024-05-02T05:00:00Z"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, LANE)
    yield realm
    realm.close()


def ask(realm: SmallRealm, command_id: str, if_version: int | None, time: str = MORNING) -> Outcome:
    instance = realm.instances[LANE]
    work = instance.work(Say(), command_id=command_id, actor=OFFICER, time=time)
    (outcome,) = instance.commit([replace(work, if_version=if_version)])
    return outcome


def size(realm: SmallRealm) -> int:
    with realm.instances[LANE].store.reading() as tx:
        return tx.size()


def test_a_command_is_done_on_the_version_that_was_read(realm: SmallRealm) -> None:
    assert isinstance(ask(realm, "one", 0), Answer)
    assert isinstance(ask(realm, "two", 1), Answer)
    assert isinstance(ask(realm, "three", None), Answer)


@pytest.mark.parametrize("stale", [0, 2])
def test_on_another_version_it_is_refused_and_nothing_is_written(
    realm: SmallRealm, stale: int
) -> None:
    ask(realm, "one", None)
    before = size(realm)

    refused = ask(realm, "two", stale)

    assert isinstance(refused, Refused)
    assert refused.code == "version-changed"
    assert size(realm) == before


def test_a_repeat_is_answered_whatever_the_version_is_by_now(realm: SmallRealm) -> None:
    first = ask(realm, "one", 0)
    ask(realm, "two", None)

    assert ask(realm, "one", 0) == first


def test_a_refusal_on_a_later_day_closes_no_day(realm: SmallRealm) -> None:
    ask(realm, "one", None)
    before = size(realm)

    assert isinstance(ask(realm, "two", 0, LATER), Refused)
    assert size(realm) == before


def test_of_two_in_one_group_on_the_same_version_the_second_is_refused(realm: SmallRealm) -> None:
    instance = realm.instances[LANE]
    works = [
        replace(instance.work(Say(), command_id=name, actor=OFFICER, time=MORNING), if_version=0)
        for name in ("one", "two")
    ]

    first, second = instance.commit(works)

    assert isinstance(first, Answer)
    assert isinstance(second, Refused)
