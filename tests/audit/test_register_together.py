"""The authority decides on what it knows; what is told in one commit harms no lane either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.deciding import Refused
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from tests.log.realm import AUDIT, SmallRealm, registration, signer

LANE, READER = "provider.a", "provider.reader"
FIRST = registration(LANE)
THIEF = replace(registration(LANE, generation=1), agency="agency-b")
ANOTHER_KEY = registration(LANE, generation=1)


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, READER)
    yield realm
    realm.close()


def code(outcome: Outcome) -> str:
    return outcome.code if isinstance(outcome, Refused) else ""


def test_the_authority_refuses_a_lane_that_another_agency_has(realm: SmallRealm) -> None:
    realm.register(FIRST)

    (outcome,) = realm.do(AUDIT, THIEF)

    assert code(outcome) == "lane-of-another"


def test_an_agency_contradicts_itself_in_no_commit(realm: SmallRealm) -> None:
    outcomes = realm.do(AUDIT, FIRST, ANOTHER_KEY)

    assert [code(one) for one in outcomes] == ["", "key-replaced"]


def test_of_two_agencies_in_one_commit_the_first_has_the_lane(realm: SmallRealm) -> None:
    """Neither is known yet when the second is decided: it is recorded, and takes nothing."""
    outcomes = realm.do(AUDIT, FIRST, THIEF)
    realm.carry(AUDIT, READER)

    assert all(isinstance(one, Answer) for one in outcomes)
    for instance in realm.instances.values():
        lane = instance.known.register.lane(LANE)
        assert (lane.agency, lane.keys) == (FIRST.agency, ((0, signer(LANE).vkey.text),))
    (again,) = realm.do(AUDIT, replace(THIEF, week="6"))
    assert code(again) == "lane-of-another"
