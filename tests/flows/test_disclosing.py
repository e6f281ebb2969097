"""A body of the second stage gets what it must know of a case, from one that had read it (19.6)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from events.acts.disclosing import DiscloseCase
from events.exchange import InquirySent
from events.log.lane.work import Answer
from examples.almaty.agencies import FIRST_STAGE, HOLDER_LANE, LAST_STAGE, SECOND_STAGE
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE, JUSTICE_ALMATY, WINDOW_LANE
from services.disclosing import Disclosing
from services.driver import Driver
from services.realm import Realm
from tests.flows.homes import copy_of, driven

ACTOR: Final = f"{JUSTICE_ALMATY}/complaints/o-1"
TIME: Final = "2024-07-12T05:00:00Z"


@pytest.fixture
def driver(summer: Path, tmp_path: Path) -> Iterator[Driver]:
    with driven(copy_of(summer, tmp_path)) as driver:
        yield driver


def disclosing(realm: Realm, lane: str) -> Disclosing:
    return Disclosing(realm.me(lane), realm.store(lane))


def command(realm: Realm, lane: str, to_lane: str) -> DiscloseCase:
    """Gather the case of the complaint: the one of which the first stage itself says something."""
    (case_id,) = complained_of(realm)
    return disclosing(realm, lane).command(case_id, to_lane, realm.instance(lane).known)


def complained_of(realm: Realm) -> set[str]:
    with realm.store(FIRST_STAGE).reading() as tx:
        sql = "SELECT DISTINCT json_extract(state, '$.data.case_id') FROM stored_events"
        return {case for (case,) in tx.all(sql) if case}


def test_the_next_stage_reads_what_this_one_had_and_it_lacked(driver: Driver) -> None:
    realm = driver.realm
    known = realm.instance(SECOND_STAGE).known
    disclose = command(realm, DELIVERY_LANE, SECOND_STAGE)
    assert disclosing(realm, SECOND_STAGE).shown_here(disclose.case_id, known) == []

    (answer,) = driver.do(DELIVERY_LANE, [("disclose/1", disclose)], actor=ACTOR, time=TIME)

    assert isinstance(answer, Answer)
    shown = disclosing(realm, SECOND_STAGE).shown_here(disclose.case_id, known)
    assert [(one.lane, one.subject) for one in shown] == [
        (one.lane, disclose.case_id) for one in disclose.events
    ]
    assert {DELIVERY_LANE, WINDOW_LANE, HOLDER_LANE, FIRST_STAGE} <= {one.lane for one in shown}
    assert any(isinstance(one.data, InquirySent) for one in shown)
    assert not any(one.admits(JUSTICE) and one.lane == DELIVERY_LANE for one in shown)


def test_nobody_else_reads_it(driver: Driver) -> None:
    realm = driver.realm
    disclose = command(realm, DELIVERY_LANE, SECOND_STAGE)
    driver.do(DELIVERY_LANE, [("disclose/1", disclose)], actor=ACTOR, time=TIME)

    for lane in (WINDOW_LANE, HOLDER_LANE, FIRST_STAGE, LAST_STAGE):
        known = realm.instance(lane).known
        assert disclosing(realm, lane).shown_here(disclose.case_id, known) == []


def test_a_body_shows_no_more_than_it_has_read(driver: Driver) -> None:
    """The holder of a document knows of the case that it was asked, and what it answered."""
    disclose = command(driver.realm, HOLDER_LANE, SECOND_STAGE)

    assert {one.lane for one in disclose.events} == {HOLDER_LANE, DELIVERY_LANE}
    answer = driver.do(HOLDER_LANE, [("disclose/1", disclose)], actor=ACTOR, time=TIME)
    assert len(answer) == 1


def test_the_authority_lacks_nothing_that_others_could_show_it(driver: Driver) -> None:
    assert command(driver.realm, DELIVERY_LANE, LAST_STAGE).events == ()


def test_what_is_gathered_again_is_the_same_command(driver: Driver) -> None:
    disclose = command(driver.realm, DELIVERY_LANE, SECOND_STAGE)
    first = driver.do(DELIVERY_LANE, [("disclose/1", disclose)], actor=ACTOR, time=TIME)

    again = command(driver.realm, DELIVERY_LANE, SECOND_STAGE)

    assert again == disclose
    assert driver.do(DELIVERY_LANE, [("disclose/1", again)], actor=ACTOR, time=TIME) == first
