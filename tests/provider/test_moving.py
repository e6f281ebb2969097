"""A case goes to another deliverer, or its result to another window (1(4), 5.5(1))."""

import pytest
from msgspec.structs import replace

from events.deciding import RefusalKind
from events.intake import Carrier
from events.provider import ResultSent
from events.provider_course import CaseForwarded, HandOutPlaceChanged
from examples.kazakhstan.agencies import CENTRE, WINDOW_LANE
from services.provider.domain.commands_course import ChangeHandOutPlace, ForwardCase
from services.provider.domain.delivering import decide, register, send
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.moving import change_place, forward
from tests.given import TODAY, Deed, given, heard, live, refused, refused_for_form
from tests.provider.examples import (
    ABSENT,
    DECIDED,
    GRANT,
    REGISTER,
    REGISTERED,
    SEND,
    SENT,
    STANDARD,
)
from tests.provider.examples_course import CHANGE, ELSEWHERE, EVERY_STATUS, MOVE
from tests.provider.realm import (
    DELIVERER,
    OTHER_CENTRE,
    OTHER_DELIVERER,
    OTHER_DELIVERY_LANE,
    OTHER_WINDOW_LANE,
)

HOSTILE = replace(REGISTER, window=OTHER_CENTRE, from_lane=OTHER_WINDOW_LANE)
"""A lane that has learnt the id of a case."""


def forwarding(command: ForwardCase, state: Delivery = REGISTERED) -> Deed:
    return lambda by: forward(state, command, by, DELIVERER)


def changing(command: ChangeHandOutPlace, state: Delivery = REGISTERED) -> Deed:
    return lambda by: change_place(state, command, by, DELIVERER)


def moved(state: Delivery) -> Delivery:
    return given(state, *change_place(state, CHANGE, live(), DELIVERER))


def test_a_case_goes_to_the_body_that_is_competent() -> None:
    (event,) = forward(REGISTERED, MOVE, live(), DELIVERER)

    assert event == CaseForwarded(
        on=TODAY,
        to_agency=OTHER_DELIVERER,
        to_lane=OTHER_DELIVERY_LANE,
        reason="not_competent",
    )


@pytest.mark.parametrize(
    ("agency", "lane"),
    [
        (CENTRE, OTHER_DELIVERY_LANE),
        (OTHER_DELIVERER, "provider.nobody"),
        (CENTRE, WINDOW_LANE),
    ],
    ids=["of another", "of nobody", "of a window"],
)
def test_a_case_goes_to_no_lane_that_is_not_that_deliverers(agency: str, lane: str) -> None:
    astray = replace(MOVE, to_agency=agency, to_lane=lane)

    refused_for_form(forwarding(astray), "not-the-deliverers-lane", "8.1(1)")


@pytest.mark.parametrize("status", [Status.DECIDED, Status.SENT, Status.ELSEWHERE])
def test_only_an_undecided_case_goes_elsewhere(status: Status) -> None:
    refused_for_form(forwarding(MOVE, EVERY_STATUS[status]), "wrong-state")


def test_a_case_that_never_came_goes_nowhere() -> None:
    refused_for_form(forwarding(MOVE, ABSENT), "case-unknown", "8.1(10)")


def test_nothing_is_decided_here_of_a_case_that_is_elsewhere() -> None:
    refused_for_form(lambda by: decide(ELSEWHERE, GRANT, by, STANDARD), "wrong-state")


def test_a_case_comes_back_from_its_own_window_alone() -> None:
    refusal = refused(lambda by: register(ELSEWHERE, HOSTILE, by), heard())

    assert given(ELSEWHERE, *register(ELSEWHERE, REGISTER, heard())).status is Status.REGISTERED
    assert (refusal.code, refusal.article) == ("not-the-window", "1(4)")
    assert register(ELSEWHERE, HOSTILE, live())


def test_on_a_lanes_word_alone_only_a_case_whose_id_it_made_is_registered() -> None:
    refusal = refused(lambda by: register(ABSENT, HOSTILE, by), heard())

    assert (refusal.code, refusal.article, refusal.kind) == (
        "not-the-window",
        "protocol E3",
        RefusalKind.FORM,
    )
    assert register(ABSENT, HOSTILE, live())


def test_a_false_window_that_comes_first_does_not_get_the_result() -> None:
    refused(lambda by: register(ABSENT, HOSTILE, by), heard())
    here = given(ABSENT, *register(ABSENT, REGISTER, heard()))

    assert here.window_lane == WINDOW_LANE
    assert refused(lambda by: register(here, HOSTILE, by), heard()).code == "wrong-state"


def test_the_window_says_which_other_one_hands_the_result_out() -> None:
    (event,) = change_place(REGISTERED, CHANGE, live(), DELIVERER)

    assert event == HandOutPlaceChanged(on=TODAY, window=OTHER_CENTRE, from_lane=OTHER_WINDOW_LANE)
    assert given(REGISTERED, event).window == OTHER_CENTRE


def test_the_result_goes_to_the_window_where_the_case_is_now() -> None:
    (event,) = send(moved(DECIDED), SEND, live())

    assert event == ResultSent(
        on=TODAY,
        to_lane=OTHER_WINDOW_LANE,
        carrier=Carrier.ELECTRONIC,
        result_kind="e_document",
    )


def test_no_other_lane_takes_a_result_to_itself() -> None:
    hostile = replace(CHANGE, from_lane=OTHER_WINDOW_LANE)

    refused_for_form(changing(hostile), "not-the-window", "1(4)")


def test_the_window_that_gave_the_case_away_has_no_more_say() -> None:
    back = replace(CHANGE, from_lane=OTHER_WINDOW_LANE, window=CENTRE, to_lane=WINDOW_LANE)

    refused_for_form(changing(CHANGE, moved(REGISTERED)), "not-the-window", "1(4)")
    assert change_place(moved(REGISTERED), back, live(), DELIVERER)


@pytest.mark.parametrize(
    ("agency", "lane"),
    [(CENTRE, OTHER_WINDOW_LANE), (OTHER_DELIVERER, OTHER_DELIVERY_LANE)],
    ids=["of another agency", "no window"],
)
def test_results_go_to_windows_as_registered(agency: str, lane: str) -> None:
    refused_for_form(changing(replace(CHANGE, window=agency, to_lane=lane)), "not-a-window", "1(4)")


def test_a_case_that_never_came_has_no_place() -> None:
    refused_for_form(changing(CHANGE, ABSENT), "case-unknown", "8.1(10)")


def test_an_electronic_result_on_its_way_is_sent_again_to_the_new_place() -> None:
    changed, again = change_place(SENT, CHANGE, live(), DELIVERER)

    assert isinstance(changed, HandOutPlaceChanged)
    assert isinstance(again, ResultSent)
    assert again.to_lane == OTHER_WINDOW_LANE
    assert given(SENT, changed, again).status is Status.SENT


TAKEN_OVER = replace(SEND, from_lane=OTHER_WINDOW_LANE)


def test_a_window_that_has_taken_the_case_over_is_sent_the_result_again() -> None:
    on_its_way = moved(SENT)

    (again,) = send(on_its_way, TAKEN_OVER, live())

    assert isinstance(again, ResultSent)
    assert again.to_lane == OTHER_WINDOW_LANE
    assert given(on_its_way, again).status is Status.SENT


@pytest.mark.parametrize("state", [ABSENT, REGISTERED, DECIDED], ids=lambda state: state.status)
def test_nothing_is_sent_again_that_was_not_sent(state: Delivery) -> None:
    refused_for_form(lambda by: send(state, TAKEN_OVER, by), "wrong-state")


def test_a_result_is_sent_again_to_the_window_where_the_case_is_alone() -> None:
    refused_for_form(lambda by: send(SENT, TAKEN_OVER, by), "not-the-window", "1(4)")


def test_paper_is_not_sent_again() -> None:
    on_paper = given(DECIDED, *send(DECIDED, replace(SEND, carrier=Carrier.PAPER), live()))

    refused_for_form(lambda by: send(moved(on_paper), TAKEN_OVER, by), "wrong-state", "1(4)")


def test_paper_on_its_way_goes_from_window_to_window() -> None:
    on_paper = given(DECIDED, *send(DECIDED, replace(SEND, carrier=Carrier.PAPER), live()))

    (event,) = change_place(on_paper, CHANGE, live(), DELIVERER)

    assert isinstance(event, HandOutPlaceChanged)
