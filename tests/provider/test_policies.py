"""What follows at a deliverer by itself (policies 2 and 9)."""

from typing import Any

import pytest

from events.common import Act, DayClosed
from events.deciding import Reaction
from events.envelope import Recorded
from events.intake import ApplicationForwarded, Carrier
from events.provider import DecisionMade, Outcome
from services.provider.application.policies import react
from services.provider.domain.commands import RegisterCase, SendResult
from services.provider.domain.delivering import register, send
from tests.given import TODAY, live, recorded
from tests.provider.examples import ABSENT, CASE, DECIDED, REGISTER, SEND

HERE = "provider.justice-almaty"
ELSEWHERE = "provider.justice-astana"
WINDOW_LANE = "intake.almaty-1"
WINDOW = "almaty-centre"
TARGET = f"delivery-{CASE}"


def forwarded(carrier: Carrier) -> Recorded[Any]:
    data = ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane=HERE,
        carrier=carrier,
        documents=("application",),
    )
    return recorded(data, lane=WINDOW_LANE, case=CASE)


def decided(result_kind: str) -> Recorded[Any]:
    data = DecisionMade(
        on=TODAY, outcome=Outcome.GRANTED, reasons_given=True, result_kind=result_kind
    )
    return recorded(data, lane=HERE, case=CASE)


@pytest.mark.parametrize("carrier", Carrier)
def test_a_request_forwarded_to_this_lane_is_registered(carrier: Carrier) -> None:
    (reaction,) = react(forwarded(carrier), HERE, WINDOW)

    assert reaction == Reaction(
        command=RegisterCase(
            case_id=CASE,
            service_code="apostille",
            standard_edition="1",
            window=WINDOW,
            from_lane=WINDOW_LANE,
            received_on=TODAY,
            registration_no="intake.almaty-1/5d0e4c61",
        ),
        target=TARGET,
    )


def test_a_request_forwarded_to_another_lane_asks_nothing_here() -> None:
    assert react(forwarded(Carrier.ELECTRONIC), ELSEWHERE, WINDOW) == ()


@pytest.mark.parametrize(
    ("result_kind", "carrier"),
    [
        ("e_document", Carrier.ELECTRONIC),
        ("register_record", Carrier.ELECTRONIC),
        ("paper", Carrier.PAPER),
    ],
)
def test_a_decision_is_sent_by_the_carrier_that_its_result_needs(
    result_kind: str, carrier: Carrier
) -> None:
    (reaction,) = react(decided(result_kind), HERE, "justice-almaty")

    assert reaction == Reaction(command=SendResult(case_id=CASE, carrier=carrier), target=TARGET)


def test_another_lanes_decision_asks_nothing_here() -> None:
    assert react(decided("paper"), ELSEWHERE, "justice-almaty") == ()


@pytest.mark.parametrize(
    "data",
    [
        DayClosed(on=TODAY, date=TODAY),
        *register(ABSENT, REGISTER, live()),
        *send(DECIDED, SEND, live()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_follows_from_other_events(data: Act) -> None:
    assert react(recorded(data, lane=HERE, case=CASE), HERE, "justice-almaty") == ()
