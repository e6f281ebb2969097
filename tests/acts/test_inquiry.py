"""A deliverer asks another agency for what it holds (5.5(4), 16.1(2))."""

import pytest
from msgspec.structs import replace

from events.acts.inquiry import Inquiry
from events.deciding import RefusalKind
from events.exchange import AnswerReceived, InquirySent
from tests.given import TODAY, forbidden_by_law, live, refused, refused_for_form, transcribed
from tests.provider.examples import ANSWERED, ASK, ASKED, CASE, HOLDER, NOTE, UNASKED


def test_an_inquiry_names_its_holder_the_documents_and_the_basis() -> None:
    (event,) = UNASKED.send(ASK, live())

    assert event == InquirySent(
        on=TODAY,
        case_id=CASE,
        holder=HOLDER,
        to_lane=f"provider.{HOLDER}",
        kind="information",
        documents=("plan",),
        legal_basis="5.5(4)",
    )


def test_an_inquiry_names_its_legal_basis() -> None:
    forbidden_by_law(
        lambda by: UNASKED.send(replace(ASK, legal_basis=""), by), "basis-missing", "5.5(4)"
    )


def test_where_no_basis_was_recorded_the_event_says_so() -> None:
    (event,) = UNASKED.send(replace(ASK, legal_basis=""), transcribed())

    assert isinstance(event, InquirySent)
    assert event.legal_basis == "not_recorded"


@pytest.mark.parametrize("state", [ASKED, ANSWERED], ids=["open", "answered"])
def test_an_inquiry_is_sent_once(state: Inquiry) -> None:
    refused_for_form(lambda by: state.send(ASK, by), "inquiry-exists")


def test_the_answer_to_an_open_inquiry_is_noted() -> None:
    (event,) = ASKED.note_answer(NOTE, live())

    assert event == AnswerReceived(
        on=TODAY,
        case_id=CASE,
        outcome="provided",
        answer=f"provider.{HOLDER}/answering-i-1:2",
        documents=("plan",),
    )


def test_only_the_lane_that_was_asked_answers() -> None:
    stranger = replace(NOTE, answer="provider.stranger/answering-i-1:2")

    refused_for_form(lambda by: ASKED.note_answer(stranger, by), "not-the-holder", "5.5(4)")


@pytest.mark.parametrize("state", [UNASKED, ANSWERED], ids=["never sent", "answered"])
def test_an_answer_needs_an_open_inquiry_unless_it_is_told_afterwards(state: Inquiry) -> None:
    refusal = refused(lambda by: state.note_answer(NOTE, by), live())

    assert (refusal.code, refusal.kind) == ("no-open-inquiry", RefusalKind.FORM)
    assert state.note_answer(NOTE, transcribed())


def test_an_inquiry_is_the_fold_of_question_and_answer() -> None:
    assert (UNASKED.holder, UNASKED.answered) == (None, False)
    assert (ASKED.holder, ASKED.answered) == (HOLDER, False)
    assert (ANSWERED.holder, ANSWERED.answered) == (HOLDER, True)
