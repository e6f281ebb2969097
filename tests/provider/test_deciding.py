"""The deliverer decides a case (4.1(1), 5.3(2), 8.1(8))."""

import pytest
from msgspec.structs import replace

from events.law.norm_book import Standard
from events.provider import DecisionMade, Ground, GroundSource, Outcome
from examples.kazakhstan.agencies import WINDOW_LANE
from services.provider.domain.commands import Decide
from services.provider.domain.delivering import decide
from services.provider.domain.delivery import Delivery
from tests.given import TODAY, Deed, forbidden_by_law, live, refused_for_form
from tests.provider.examples import (
    ABSENT,
    DECIDED,
    GRANT,
    LISTED,
    REGISTERED,
    SENT,
    STANDARD,
    TURN_DOWN,
    YEARS_LATER,
)
from tests.provider.realm import OTHER_WINDOW_LANE

UNLISTED = Ground(source=GroundSource.STANDARD, code="officer_on_leave", citation="item 9")
OF_ANOTHER_ACT = Ground(source=GroundSource.ACT, code="court_ban", citation="Act 12, art. 3")
NOT_A_REFUSAL = [outcome for outcome in Outcome if outcome is not Outcome.REFUSED]


def deciding(
    command: Decide, state: Delivery = REGISTERED, standard: Standard | None = STANDARD
) -> Deed:
    return lambda by: decide(state, command, by, standard)


def test_a_registered_case_is_decided() -> None:
    (event,) = decide(REGISTERED, TURN_DOWN, live(), STANDARD)

    assert event == DecisionMade(
        on=TODAY,
        outcome=Outcome.REFUSED,
        grounds=(LISTED,),
        reasons_given=True,
        result_kind="e_document",
    )


@pytest.mark.parametrize("command", [GRANT, TURN_DOWN], ids=["granted", "refused"])
def test_a_late_decision_is_never_refused(command: Decide) -> None:
    (event,) = decide(REGISTERED, command, live(YEARS_LATER), STANDARD)

    assert event.on == YEARS_LATER


def test_a_refusal_names_its_ground() -> None:
    forbidden_by_law(deciding(replace(TURN_DOWN, grounds=())), "ground-missing", "5.3(2)")


def test_a_refusal_stands_on_a_ground_of_the_standard() -> None:
    groundless = replace(TURN_DOWN, grounds=(LISTED, UNLISTED))

    forbidden_by_law(deciding(groundless), "ground-not-listed", "8.1(8)")


def test_an_unknown_standard_lists_no_ground() -> None:
    forbidden_by_law(deciding(TURN_DOWN, standard=None), "ground-not-listed", "8.1(8)")


def test_a_ground_of_another_act_is_not_looked_for_in_the_standard() -> None:
    assert decide(REGISTERED, replace(TURN_DOWN, grounds=(OF_ANOTHER_ACT,)), live(), STANDARD)


def test_a_refusal_gives_its_reasons() -> None:
    forbidden_by_law(deciding(replace(TURN_DOWN, reasons_given=False)), "reasons-missing", "4.1(1)")


@pytest.mark.parametrize("outcome", NOT_A_REFUSAL)
def test_what_is_no_refusal_needs_neither_ground_nor_reasons(outcome: Outcome) -> None:
    assert decide(REGISTERED, replace(GRANT, outcome=outcome), live(), None)


@pytest.mark.parametrize("state", [DECIDED, SENT], ids=lambda s: s.status)
def test_a_case_is_decided_once(state: Delivery) -> None:
    refused_for_form(deciding(GRANT, state), "already-decided")


def test_a_case_that_never_came_is_not_decided() -> None:
    refused_for_form(deciding(GRANT, ABSENT), "case-unknown", "8.1(10)")


@pytest.mark.parametrize("command", [GRANT, TURN_DOWN], ids=["granted", "refused"])
def test_a_result_has_a_form_of_the_standard(command: Decide) -> None:
    record = replace(command, result_kind="register_record")

    forbidden_by_law(deciding(record), "result-kind-unknown", "8.1(4)")
    assert decide(REGISTERED, replace(command, result_kind="paper"), live(), STANDARD)


def test_what_only_ends_a_case_has_no_form_of_the_standard() -> None:
    ended = replace(GRANT, outcome=Outcome.ENDED_BY_APPLICANT, result_kind="register_record")

    assert decide(REGISTERED, ended, live(), STANDARD)


def test_only_the_window_of_the_case_says_that_the_request_is_taken_back() -> None:
    ended = replace(GRANT, outcome=Outcome.ENDED_BY_APPLICANT, from_lane=WINDOW_LANE)

    assert decide(REGISTERED, ended, live(), STANDARD)
    refused_for_form(
        deciding(replace(ended, from_lane=OTHER_WINDOW_LANE)), "not-the-window", "1(4)"
    )
