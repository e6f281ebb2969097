"""After a complaint: a case is decided anew, infringed rights are restored (5.5(8), 19.4-19.5)."""

import pytest
from msgspec.structs import replace

from events.common import Money
from events.provider import DecisionMade
from events.provider_course import CaseReopened, RightsRestored
from services.provider.domain.commands_course import ReopenCase, RestoreRights
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivering import decide, send
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.restoring import MEASURES, reopen, restore
from tests.given import TODAY, Deed, given, live, refused_for_form
from tests.provider.examples import (
    ABSENT,
    CASE,
    DECIDED,
    GRANT,
    REGISTERED,
    SEND,
    SENT,
    STANDARD,
    YEARS_LATER,
)
from tests.provider.examples_course import CAUSE, ELSEWHERE, REOPEN, REOPENED, RESTORE
from tests.provider.realm import DELIVERER, EXAMINER_LANE, LANES, registered


def reopening(
    command: ReopenCase, state: Delivery = SENT, deliverer: Deliverer = DELIVERER
) -> Deed:
    return lambda by: reopen(state, command, by, deliverer)


def restoring(command: RestoreRights, state: Delivery = SENT) -> Deed:
    return lambda by: restore(state, command, by)


@pytest.mark.parametrize("state", [DECIDED, SENT], ids=lambda s: s.status)
def test_a_decided_case_is_reopened_after_a_complaint(state: Delivery) -> None:
    (event,) = reopen(state, REOPEN, live(), DELIVERER)

    assert event == CaseReopened(on=TODAY, complaint_id="c-1", cause=CAUSE, by=REOPEN.by)
    assert given(state, event).status is Status.REGISTERED


def test_the_new_decision_supersedes_the_old_one_and_is_sent() -> None:
    (event,) = decide(REOPENED, GRANT, live(YEARS_LATER), STANDARD)

    assert isinstance(event, DecisionMade)
    assert event.supersedes == f"delivery-{CASE}:2"
    decided = given(REOPENED, event)
    assert decided.decision_id == f"delivery-{CASE}:5"
    assert send(decided, SEND, live())


def test_a_first_decision_supersedes_nothing() -> None:
    (event,) = decide(REGISTERED, GRANT, live(), STANDARD)

    assert isinstance(event, DecisionMade)
    assert event.supersedes is None


@pytest.mark.parametrize("state", [REGISTERED, ELSEWHERE, REOPENED], ids=lambda s: s.status)
def test_a_case_without_a_decision_is_not_reopened(state: Delivery) -> None:
    refused_for_form(reopening(REOPEN, state), "not-decided", "5.5(8)")


def test_a_case_that_never_came_is_not_reopened() -> None:
    refused_for_form(reopening(REOPEN, ABSENT), "case-unknown", "8.1(10)")


@pytest.mark.parametrize("lane", [EXAMINER_LANE, "complaints.justice", "complaints.authority"])
def test_the_deliverer_the_approver_and_the_authority_may_order_it(lane: str) -> None:
    assert reopen(SENT, replace(REOPEN, cause=f"{lane}/complaint-c-1-1:3"), live(), DELIVERER)


def test_the_local_body_over_the_deliverer_may_order_it_and_no_other() -> None:
    order = replace(REOPEN, cause="complaints.almaty-akimat/complaint-c-1-1:3")
    under = replace(DELIVERER, register=registered(LANES, parent="almaty-akimat"))

    assert reopen(SENT, order, live(), under)
    refused_for_form(reopening(order), "not-the-examiner", "19.2, 19.3, 19.5")


@pytest.mark.parametrize(
    "lane",
    ["complaints.talgar-centre", "complaints.nobody", "provider.justice", "intake.almaty-1"],
)
def test_nobody_else_makes_a_deliverer_decide_anew(lane: str) -> None:
    hostile = replace(REOPEN, cause=f"{lane}/complaint-c-1-1:3")

    refused_for_form(reopening(hostile), "not-the-examiner", "19.2, 19.3, 19.5")
    unknown = replace(DELIVERER, standard=None, authority=None)
    refused_for_form(reopening(hostile, deliverer=unknown), "not-the-examiner", "19.2, 19.3, 19.5")


def test_rights_are_restored_and_the_body_that_asked_for_it_is_told() -> None:
    (event,) = restore(SENT, RESTORE, live())

    assert event == RightsRestored(
        on=TODAY,
        complaint_id="c-1",
        cause=CAUSE,
        to_lane=EXAMINER_LANE,
        measures=("decision_changed", "fee_returned"),
        amount=Money(minor=100_000, currency="KZT"),
    )


def test_rights_restored_after_a_finding_answer_no_complaints_lane() -> None:
    (event,) = restore(SENT, replace(RESTORE, cause="audit.authority/finding-1:1"), live())

    assert isinstance(event, RightsRestored)
    assert event.to_lane is None


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_that_the_law_knows_restores_a_right(measure: str) -> None:
    assert restore(REGISTERED, replace(RESTORE, measures=(measure,)), live(YEARS_LATER))


@pytest.mark.parametrize("measures", [(), ("apology", "promise")])
def test_a_restoration_names_measures_that_are_known(measures: tuple[str, ...]) -> None:
    refused_for_form(
        restoring(replace(RESTORE, measures=measures)), "measure-unknown", "5.4(7), 5.5(8)"
    )


def test_in_a_case_that_never_came_no_right_is_restored() -> None:
    refused_for_form(restoring(RESTORE, ABSENT), "case-unknown", "8.1(10)")
