"""What follows from inquiries at who asks and at who holds (policies 3 to 5)."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from events.acts.inquiry import NoteAnswer, SendInquiry
from events.common import Act
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.exchange import InquirySent
from events.provider_course import InquiryAnswered, InquiryReceived
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from services.provider.application.here import Here
from services.provider.application.policies import react
from services.provider.domain.answering import answering_id
from services.provider.domain.asking_holders import questions
from services.provider.domain.commands_course import AnswerInquiry, ReceiveInquiry
from services.provider.domain.delivering import register
from tests.given import TODAY, live, recorded
from tests.provider.at_lane import AT_HOLDER, ELSEWHERE, HERE, KNOWN, UNTOLD, PlanRegister
from tests.provider.examples import ABSENT, ASK, CASE, HOLDER, REGISTER, UNASKED
from tests.provider.examples_course import NOT_ASKED, OPEN, QUESTION, REPLY, TAKE
from tests.provider.realm import DELIVERER, LANES, registered

INTEGRATED = AT_HOLDER._replace(registers=PlanRegister())


def at(lane: str, events: Sequence[Act], id_: str = "inquiry-i-1:1") -> Recorded[Any]:
    (data,) = events
    event = recorded(data, lane=lane, case=CASE)
    return replace(event, id=id_)


def received(**changes: Any) -> Recorded[Any]:  # noqa: ANN401 -- fields of the command
    return at(AT_HOLDER.lane, NOT_ASKED.receive(replace(TAKE, **changes), live()))


def answered(inquiry: str = QUESTION) -> Recorded[Any]:
    (data,) = OPEN.answer(REPLY, live())
    assert isinstance(data, InquiryAnswered)
    return at(AT_HOLDER.lane, [replace(data, inquiry=inquiry)], "answering-x:2")


def test_a_new_case_asks_the_holders_of_what_the_standard_needs() -> None:
    event = at(HERE.lane, register(ABSENT, REGISTER, live()), f"delivery-{CASE}:1")

    (reaction,) = react(event, HERE)

    (question,) = questions(CASE, event.ref, TODAY, DELIVERER)
    assert question.to_lane == f"provider.{HOLDER}"
    assert reaction == Reaction(command=question, target=f"inquiry-{question.inquiry_id}")


def test_a_holder_that_keeps_no_lane_is_asked_by_an_officer() -> None:
    lanes = {lane: agency for lane, agency in LANES.items() if agency != HOLDER}
    here = HERE._replace(known=replace(KNOWN, register=registered(lanes)))

    (reaction,) = react(at(HERE.lane, register(ABSENT, REGISTER, live())), here)

    assert isinstance(reaction, Ignored)
    assert "plan" in reaction.because


@pytest.mark.parametrize("here", [UNTOLD, ELSEWHERE], ids=["standard unknown", "another lane"])
def test_otherwise_nobody_is_asked(here: Here) -> None:
    assert react(at(HERE.lane, register(ABSENT, REGISTER, live())), here) == ()


def test_a_question_to_this_lane_is_received_in_a_stream_that_no_other_lane_can_take() -> None:
    (reaction,) = react(at(DELIVERY_LANE, UNASKED.send(ASK, live())), AT_HOLDER)

    assert reaction == Reaction(
        command=ReceiveInquiry(
            inquiry=QUESTION,
            case_id=CASE,
            asker=JUSTICE_ALMATY,
            kind="information",
            documents=("plan",),
            legal_basis="5.5(4)",
        ),
        target=f"answering-{answering_id(QUESTION)}",
    )


def test_a_question_to_another_lane_or_to_none_asks_nothing_here() -> None:
    sent = at(DELIVERY_LANE, UNASKED.send(ASK, live()))
    to_none = replace(sent, data=replace(sent.data, to_lane=None))
    assert isinstance(sent.data, InquirySent)

    assert react(sent, ELSEWHERE) == react(to_none, AT_HOLDER) == ()


def test_an_integrated_register_answers_by_itself() -> None:
    (reaction,) = react(received(), INTEGRATED)

    assert reaction == Reaction(
        command=AnswerInquiry(inquiry=QUESTION, outcome="provided", documents=("plan",)),
        target=f"answering-{answering_id(QUESTION)}",
    )


@pytest.mark.parametrize(
    ("event", "here"),
    [
        (received(), AT_HOLDER),
        (received(documents=("work_book",)), INTEGRATED),
        (received(kind="control"), INTEGRATED),
    ],
    ids=["no register", "not in the register", "not for information"],
)
def test_what_no_register_answers_is_for_an_officer(event: Recorded[Any], here: Here) -> None:
    assert isinstance(event.data, InquiryReceived)

    (reaction,) = react(event, here)

    assert reaction == Ignored(because="on the holder's to-do list: an officer answers")


def test_the_asker_notes_the_answer_to_its_question() -> None:
    (reaction,) = react(answered(), HERE)

    assert reaction == Reaction(
        command=NoteAnswer(
            inquiry_id="i-1",
            case_id=CASE,
            outcome="provided",
            answer=f"{AT_HOLDER.lane}/answering-x:2",
            documents=("plan",),
        ),
        target="inquiry-i-1",
    )


@pytest.mark.parametrize(
    "inquiry",
    [f"{ELSEWHERE.lane}/inquiry-i-1:1", f"{HERE.lane}/delivery-i-1:1", f"{HERE.lane}/inquiry-:1"],
)
def test_an_answer_to_what_this_lane_did_not_ask_is_not_noted(inquiry: str) -> None:
    (reaction,) = react(answered(inquiry), HERE)

    assert isinstance(reaction, Ignored)


def test_an_answer_to_another_lane_is_not_noted_here() -> None:
    assert react(answered(), ELSEWHERE) == ()


def test_an_agency_that_holds_the_document_itself_asks_and_answers_in_its_own_lane() -> None:
    to_itself = replace(ASK, holder=JUSTICE_ALMATY, to_lane=DELIVERY_LANE)

    (reaction,) = react(at(DELIVERY_LANE, UNASKED.send(to_itself, live())), HERE)

    assert isinstance(reaction, Reaction)
    assert isinstance(reaction.command, ReceiveInquiry)
    assert not isinstance(reaction.command, SendInquiry)
