"""What follows at a deliverer by itself in a case (policies 2, 7, 8, 9, 11)."""

from typing import Any

import pytest

from events.common import Act, DayClosed
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake import ApplicationForwarded, Carrier
from events.intake_course import (
    ApplicationWithdrawn,
    CaseTakenOver,
    CaseTransferred,
    DocumentsSupplemented,
)
from events.provider import DecisionMade, Outcome
from examples.kazakhstan.agencies import CENTRE, WINDOW_LANE
from services.provider.application.here import Here
from services.provider.application.policies import react
from services.provider.domain.commands import Decide, RegisterCase, SendResult
from services.provider.domain.commands_course import ChangeHandOutPlace, ResumeTerm
from services.provider.domain.delivering import send
from tests.given import TODAY, live, recorded
from tests.provider.at_lane import AT_WINDOW, ELSEWHERE, HERE
from tests.provider.examples import CASE, DECIDED, SEND
from tests.provider.realm import OTHER_CENTRE, OTHER_WINDOW_LANE

TARGET = f"delivery-{CASE}"


def at_window(data: Act) -> Recorded[Any]:
    return recorded(data, lane=WINDOW_LANE, case=CASE)


def forwarded(carrier: Carrier) -> Recorded[Any]:
    return at_window(
        ApplicationForwarded(
            on=TODAY,
            service_code="apostille",
            standard_edition="1",
            to_lane=HERE.lane,
            carrier=carrier,
            documents=("application",),
        )
    )


def decided(result_kind: str, outcome: Outcome = Outcome.GRANTED) -> Recorded[Any]:
    data = DecisionMade(on=TODAY, outcome=outcome, reasons_given=True, result_kind=result_kind)
    return recorded(data, lane=HERE.lane, case=CASE)


@pytest.mark.parametrize("carrier", Carrier)
def test_a_request_forwarded_to_this_lane_is_registered(carrier: Carrier) -> None:
    (reaction,) = react(forwarded(carrier), HERE)

    assert reaction == Reaction(
        command=RegisterCase(
            case_id=CASE,
            service_code="apostille",
            standard_edition="1",
            window=CENTRE,
            from_lane=WINDOW_LANE,
            received_on=TODAY,
            registration_no="intake.almaty-1/R5d0e4c61-1",
        ),
        target=TARGET,
    )


def test_a_request_forwarded_to_another_lane_asks_nothing_here() -> None:
    assert react(forwarded(Carrier.ELECTRONIC), ELSEWHERE) == ()


@pytest.mark.parametrize(
    ("result_kind", "carrier"), [("e_document", Carrier.ELECTRONIC), ("paper", Carrier.PAPER)]
)
def test_a_decision_is_sent_by_the_carrier_that_its_result_needs(
    result_kind: str, carrier: Carrier
) -> None:
    (reaction,) = react(decided(result_kind), HERE)

    assert reaction == Reaction(command=SendResult(case_id=CASE, carrier=carrier), target=TARGET)


@pytest.mark.parametrize(
    "decision",
    [decided("register_record"), decided("e_document", Outcome.ENDED_BY_APPLICANT)],
    ids=["register record", "ended by the applicant"],
)
def test_an_entry_in_a_register_and_an_end_by_the_applicant_are_not_sent(
    decision: Recorded[Any],
) -> None:
    (reaction,) = react(decision, HERE)

    assert isinstance(reaction, Ignored)


def test_another_lanes_decision_asks_nothing_here() -> None:
    assert react(decided("paper"), ELSEWHERE) == ()


def test_what_the_window_was_brought_may_resume_the_term() -> None:
    brought = DocumentsSupplemented(on=TODAY, documents=("plan",), carrier=Carrier.ELECTRONIC)

    (reaction,) = react(at_window(brought), HERE)

    assert reaction == Reaction(
        command=ResumeTerm(case_id=CASE, documents=("plan",), from_lane=WINDOW_LANE),
        target=TARGET,
    )


def test_a_request_that_all_applicants_take_back_is_ended() -> None:
    (reaction,) = react(at_window(ApplicationWithdrawn(on=TODAY, applicants=())), HERE)

    assert reaction == Reaction(
        command=Decide(
            case_id=CASE,
            outcome=Outcome.ENDED_BY_APPLICANT,
            reasons_given=False,
            result_kind="register_record",
            from_lane=WINDOW_LANE,
        ),
        target=TARGET,
    )


def test_when_one_applicant_leaves_the_case_goes_on() -> None:
    (reaction,) = react(at_window(ApplicationWithdrawn(on=TODAY, applicants=("a-51c0",))), HERE)

    assert isinstance(reaction, Ignored)


@pytest.mark.parametrize("here", [HERE, ELSEWHERE], ids=["here", "at another deliverer"])
def test_a_transfer_moves_the_place_of_handing_out(here: Here) -> None:
    transferred = CaseTransferred(
        on=TODAY,
        to_agency=OTHER_CENTRE,
        to_lane=OTHER_WINDOW_LANE,
        reason="moved_house",
        case=AT_WINDOW,
    )

    (reaction,) = react(at_window(transferred), here)

    assert reaction == Reaction(
        command=ChangeHandOutPlace(
            case_id=CASE, from_lane=WINDOW_LANE, window=OTHER_CENTRE, to_lane=OTHER_WINDOW_LANE
        ),
        target=TARGET,
    )


def test_a_window_that_has_taken_the_case_over_gets_a_result_that_is_under_way() -> None:
    taken_over = CaseTakenOver(on=TODAY, from_agency=CENTRE, from_lane=WINDOW_LANE, case=AT_WINDOW)

    (reaction,) = react(recorded(taken_over, lane=OTHER_WINDOW_LANE, case=CASE), HERE)

    command = SendResult(case_id=CASE, carrier=Carrier.ELECTRONIC, from_lane=OTHER_WINDOW_LANE)
    assert reaction == Reaction(command=command, target=TARGET)


@pytest.mark.parametrize(
    "data",
    [DayClosed(on=TODAY, date=TODAY), *send(DECIDED, SEND, live())],
    ids=lambda value: type(value).__name__,
)
def test_nothing_follows_from_other_events(data: Act) -> None:
    assert react(recorded(data, lane=HERE.lane, case=CASE), HERE) == ()
