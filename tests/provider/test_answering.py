"""The holder's half of an inquiry: received, answered once, to who asked (5.5(4), 16.1(2))."""

import pytest
from msgspec.structs import replace

from events.provider_course import InquiryAnswered, InquiryReceived
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from services.provider.domain.answering import Answering, answering_id
from services.provider.domain.commands_course import AnswerInquiry
from tests.given import TODAY, Deed, forbidden_by_law, live, refused_for_form
from tests.provider.examples import CASE, YEARS_LATER
from tests.provider.examples_course import NOT_ASKED, OPEN, QUESTION, REPLIED, REPLY, TAKE


def answering(command: AnswerInquiry, state: Answering = OPEN) -> Deed:
    return lambda by: state.answer(command, by)


def test_a_question_is_received_as_it_was_asked() -> None:
    (event,) = NOT_ASKED.receive(TAKE, live())

    assert event == InquiryReceived(
        on=TODAY,
        inquiry=QUESTION,
        case_id=CASE,
        asker=JUSTICE_ALMATY,
        kind="information",
        documents=("plan",),
        legal_basis="5.5(4)",
    )


@pytest.mark.parametrize("state", [OPEN, REPLIED], ids=["open", "answered"])
def test_a_question_is_received_once(state: Answering) -> None:
    refused_for_form(lambda by: state.receive(TAKE, by), "inquiry-known")


def test_the_same_inquiry_id_of_another_lane_is_another_question() -> None:
    assert answering_id(QUESTION) != answering_id(QUESTION.replace(DELIVERY_LANE, "provider.x"))


def test_the_answer_goes_to_the_lane_that_asked() -> None:
    (event,) = OPEN.answer(REPLY, live())

    assert event == InquiryAnswered(
        on=TODAY,
        inquiry=QUESTION,
        case_id=CASE,
        to_lane=DELIVERY_LANE,
        outcome="provided",
        documents=("plan",),
    )


def test_a_late_answer_is_never_refused() -> None:
    assert OPEN.answer(REPLY, live(YEARS_LATER))


def test_who_was_not_asked_does_not_answer() -> None:
    refused_for_form(answering(REPLY, NOT_ASKED), "not-the-holder", "5.5(4)")


def test_a_question_is_answered_once() -> None:
    refused_for_form(answering(REPLY, REPLIED), "already-answered")


@pytest.mark.parametrize("ground", [None, ""])
def test_information_is_refused_only_on_a_ground(ground: str | None) -> None:
    groundless = replace(REPLY, outcome="refused", ground=ground, documents=())

    forbidden_by_law(answering(groundless), "refusal-without-ground", "5.5(4)")
    assert OPEN.answer(replace(groundless, ground="secret_by_law"), live())


@pytest.mark.parametrize("outcome", ["provided", "not_held", "agreed", "not_agreed"])
def test_what_is_no_refusal_needs_no_ground(outcome: str) -> None:
    assert OPEN.answer(replace(REPLY, outcome=outcome), live())


def test_the_asker_is_known_once_the_question_is_here() -> None:
    assert NOT_ASKED.asker is None
    assert OPEN.asker == REPLIED.asker == JUSTICE_ALMATY
