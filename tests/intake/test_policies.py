"""What follows at a window by itself (policies 1 and 10)."""

from typing import Any

import pytest

from events.common import Act, DayClosed
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake import ApplicationAccepted, Carrier
from events.provider import DecisionMade, Outcome, ResultSent
from services.intake.application.policies import react
from services.intake.domain.commands import ForwardApplication, GiveNotice, ReceiveResult
from tests.given import TODAY, recorded
from tests.intake.examples import ACCEPTED, ACCEPTED_ELECTRONIC, CASE, lodged

HERE = "intake.almaty-1"
ELSEWHERE = "intake.almaty-2"
DELIVERER = "provider.justice-almaty"
TARGET = f"application-{CASE}"


def accepted(data: ApplicationAccepted) -> Recorded[Any]:
    return recorded(data, lane=HERE, case=CASE)


def sent(carrier: Carrier) -> Recorded[Any]:
    data = ResultSent(on=TODAY, to_lane=HERE, carrier=carrier, result_kind="e_document")
    return recorded(data, lane=DELIVERER, case=CASE)


def test_an_accepted_electronic_request_goes_to_the_deliverer_by_itself() -> None:
    (reaction,) = react(accepted(ACCEPTED_ELECTRONIC.the_acceptance()), HERE)

    assert reaction == Reaction(
        command=ForwardApplication(case_id=CASE, carrier=Carrier.ELECTRONIC), target=TARGET
    )


def test_an_accepted_paper_request_is_left_to_an_officer_and_that_is_said() -> None:
    answer = react(accepted(ACCEPTED.the_acceptance()), HERE)

    assert answer == [Ignored(because="paper: an officer forwards it")]


def test_an_acceptance_at_another_window_asks_nothing_here() -> None:
    assert react(accepted(ACCEPTED_ELECTRONIC.the_acceptance()), ELSEWHERE) == ()


def test_an_electronic_result_is_here_at_once_and_the_applicant_is_told() -> None:
    event = sent(Carrier.ELECTRONIC)

    receive, notice = react(event, HERE)

    assert receive == Reaction(
        command=ReceiveResult(
            case_id=CASE,
            from_lane=DELIVERER,
            carrier=Carrier.ELECTRONIC,
            result_kind="e_document",
        ),
        target=TARGET,
    )
    assert notice == Reaction(
        command=GiveNotice(case_id=CASE, kind="ready", about=event.ref), target=TARGET
    )


def test_a_paper_result_is_here_when_an_officer_has_it_and_that_is_said() -> None:
    assert react(sent(Carrier.PAPER), HERE) == [Ignored(because="paper: an officer receives it")]


@pytest.mark.parametrize("carrier", Carrier)
def test_a_result_for_another_window_asks_nothing_here(carrier: Carrier) -> None:
    assert react(sent(carrier), ELSEWHERE) == ()


@pytest.mark.parametrize(
    ("data", "lane"),
    [
        (lodged(), HERE),
        (DayClosed(on=TODAY, date=TODAY), HERE),
        (
            DecisionMade(
                on=TODAY, outcome=Outcome.GRANTED, reasons_given=True, result_kind="paper"
            ),
            DELIVERER,
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_follows_from_other_events(data: Act, lane: str) -> None:
    assert react(recorded(data, lane=lane, case=CASE), HERE) == ()
