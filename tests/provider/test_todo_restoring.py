"""The to-do list of who must restore rights: after a decision, a demand (5.5(8), 19.4, 19.5)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.complaints import Verdict
from events.provider_course import RightsRestored
from tests.complaints.realm import STAGE_1_LANE, STAGE_3_LANE, STRANGERS_LANE
from tests.given import TODAY
from tests.provider.examples_todo import (
    BY,
    DECIDED,
    DEMAND,
    REOPENED,
    SATISFIED,
    SENT,
    complaint,
    listed,
    own,
    window,
)


def test_a_reopened_case_is_decided_anew_by_the_day_of_the_demand() -> None:
    found = listed(own(*REOPENED), window())

    assert found.keys() == {"decide_anew"}
    assert (found["decide_anew"].due_on, found["decide_anew"].article) == (BY, "5.5(8)")
    assert not listed(own(*REOPENED, *DECIDED[-1:], *SENT[-1:]), window())


def test_a_demand_is_met_by_its_day() -> None:
    task = listed(own(*SENT), complaint(DEMAND))["restore_rights"]

    assert (task.due_on, task.article) == (BY, "19.5(2)")
    assert not task.is_overdue(BY)
    assert task.is_overdue(date(2024, 7, 11))


def test_so_is_a_decision_with_measures_of_the_deliverer_s_own_stage() -> None:
    task = listed(own(*SENT), complaint(SATISFIED, lane=STAGE_1_LANE))["restore_rights"]

    assert (task.due_on, task.article) == (date(2024, 5, 20), "19.4(3), 5.5(8)")


def test_a_decision_and_the_demand_that_follows_it_are_one_task() -> None:
    found = listed(own(*SENT), complaint(SATISFIED, DEMAND))

    assert found.keys() == {"restore_rights"}
    assert found["restore_rights"].due_on == BY


@pytest.mark.parametrize("outcome", [Verdict.REFUSED, Verdict.NOT_RECORDED])
def test_a_decision_against_the_applicant_restores_nothing(outcome: Verdict) -> None:
    assert not listed(own(*SENT), complaint(replace(SATISFIED, outcome=outcome)))


def test_rights_that_were_restored_are_done() -> None:
    cause = f"{STAGE_3_LANE}/complaint-c-1-3:1"
    restored = RightsRestored(on=TODAY, cause=cause, measures=("decision_changed",))

    assert not listed(own(*SENT, restored), complaint(SATISFIED, DEMAND))


@pytest.mark.parametrize("lane", [STRANGERS_LANE, "complaints.nobody"])
def test_who_may_not_order_it_asks_for_nothing(lane: str) -> None:
    assert not listed(own(*SENT), complaint(SATISFIED, DEMAND, lane=lane))


def test_a_demand_to_another_lane_is_not_this_one_s() -> None:
    assert not listed(own(*SENT), complaint(replace(DEMAND, to_lane="provider.justice")))
