"""At a deliverer: what is well-formed and contradicts itself, the case or the law is refused."""

from typing import Final

import pytest
from msgspec.structs import replace

from events import codec
from events.common import DayClosed, LanesHeard
from events.deciding import Command, Refused
from events.law.norms import PauseEffect
from examples.kazakhstan.agencies import (
    DELIVERY_LANE,
    JUSTICE,
    WINDOW_LANE,
)
from tests.flows.contradicting import AT_ANY, Row, assert_refused
from tests.flows.front import SECOND_DELIVERY_LANE, Front
from tests.provider import examples as deliverer
from tests.provider import examples_course as course

AT_DELIVERER: Final[list[Row]] = [
    (
        "a refusal without a ground",
        replace(deliverer.TURN_DOWN, grounds=()),
        "ground-missing",
        "5.3(2)",
    ),
    (
        "a refusal whose reasons are not given",
        replace(deliverer.TURN_DOWN, reasons_given=False),
        "reasons-missing",
        "4.1(1)",
    ),
    (
        "a pause on a ground that the standard does not list",
        replace(deliverer.PAUSE, ground="holiday"),
        "ground-not-in-standard",
        "8.1(5)",
    ),
    (
        "a resumption of what does not stand still",
        replace(course.RESUME, effect=PauseEffect.RESTART),
        "not-paused",
        "8.1(5)",
    ),
    (
        "another deliverer with the lane of this one",
        replace(course.MOVE, to_agency=JUSTICE, to_lane=DELIVERY_LANE),
        "not-the-deliverers-lane",
        "8.1(1)",
    ),
    (
        "a place of handing out that another lane names",
        replace(course.CHANGE, from_lane=SECOND_DELIVERY_LANE),
        "not-the-window",
        "1(4)",
    ),
    (
        "documents that the standard does not list",
        replace(course.ASK_APPLICANT, documents=("horoscope",)),
        "document-not-in-standard",
        "8.1(7)",
    ),
    ("an answer to nobody", course.REPLY, "not-the-holder", "5.5(4)"),
    (
        "a case reopened before it is decided",
        course.REOPEN,
        "not-decided",
        "5.5(8)",
    ),
    (
        "a right restored by no measure",
        replace(course.RESTORE, measures=()),
        "measure-unknown",
        "5.4(7), 5.5(8)",
    ),
    ("a standard approved by a deliverer", deliverer.APPROVE, "not-central-body", "7.1"),
    ("a registration of what is not approved", deliverer.RECORD, "not-approved", "7.2"),
]


@pytest.mark.parametrize(
    ("service", "command", "says"),
    [("provider", command, says) for _, command, *says in AT_DELIVERER + AT_ANY],
    ids=[f"provider: {what}" for what, *_ in AT_DELIVERER + AT_ANY],
)
def test_a_contradiction_is_refused_with_its_article_and_nothing_is_written(
    front_of_cases: Front, service: str, command: Command, says: list[str]
) -> None:
    assert_refused(front_of_cases, service, command, says)


def test_a_request_that_goes_to_one_lane_leads_to_nothing_at_another_of_its_agency(
    front_of_cases: Front,
) -> None:
    first, second = (
        front_of_cases.driver.realm.instance(lane).held(WINDOW_LANE)
        for lane in (DELIVERY_LANE, SECOND_DELIVERY_LANE)
    )

    assert first == second > 0
    assert said(front_of_cases, DELIVERY_LANE) == ["record_corrected", "case_registered"]
    assert said(front_of_cases, SECOND_DELIVERY_LANE) == ["record_corrected"]


@pytest.mark.parametrize(
    "command",
    [deliverer.START, deliverer.GRANT, course.ASK_APPLICANT, course.MOVE, course.RESTORE],
    ids=lambda one: type(one).__name__,
)
def test_an_officer_at_another_lane_of_the_agency_cannot_act_on_the_case(
    front_of_cases: Front, command: Command
) -> None:
    before = front_of_cases.written(SECOND_DELIVERY_LANE)

    with pytest.raises(Refused) as caught:
        front_of_cases.do(SECOND_DELIVERY_LANE, "elsewhere", command)

    assert (caught.value.code, caught.value.article) == ("case-unknown", "8.1(10)")
    assert front_of_cases.written(SECOND_DELIVERY_LANE) == before


def said(front_of_cases: Front, lane: str) -> list[str]:
    """Name what a lane says, without its day book."""
    with front_of_cases.driver.realm.store(lane).reading() as tx:
        events = [codec.read(raw) for _, raw in tx.own_after(0, 100)]
    acts = [one for one in events if not isinstance(one.data, DayClosed | LanesHeard)]
    return [one.type.split(".")[1] for one in acts]
