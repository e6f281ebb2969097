"""After the decision: the applicant gets it, the quality authority its one notice (19.4)."""

import pytest
from msgspec.structs import replace

from events.complaints import DecisionSent, Verdict
from events.complaints_after import OutcomeNotified
from services.complaints.domain.answering import notify_outcome, send_decision
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.examining import decide
from tests.complaints.examples import (
    ANSWERED,
    DECIDE,
    DECIDED,
    HERE,
    LODGED,
    OUTCOME,
    SEND,
    YEARS_LATER,
    but,
)
from tests.given import TODAY, given, live, refused_for_form, transcribed


def test_the_decision_goes_to_the_applicant_and_may_tell_the_next_step() -> None:
    assert send_decision(DECIDED, SEND, live()) == [
        DecisionSent(on=TODAY, medium="paper", tells_next_step=True)
    ]
    assert send_decision(DECIDED, replace(SEND, tells_next_step=False), live())


def test_unless_another_is_named_the_medium_is_the_complaints() -> None:
    (event,) = send_decision(DECIDED, replace(SEND, medium=None), live())
    (other,) = send_decision(DECIDED, replace(SEND, medium="electronic"), live())

    assert isinstance(event, DecisionSent)
    assert isinstance(other, DecisionSent)
    assert (event.medium, other.medium) == ("paper", "electronic")


def test_a_decision_sent_late_is_never_refused() -> None:
    assert send_decision(DECIDED, SEND, live(YEARS_LATER))


@pytest.mark.parametrize("state", but(Status.DECIDED), ids=lambda state: state.status)
def test_a_decision_is_sent_once_and_after_it_was_made(state: Complaint) -> None:
    refused_for_form(lambda by: send_decision(state, SEND, by), "wrong-state")


@pytest.mark.parametrize("state", [DECIDED, ANSWERED], ids=lambda state: state.status)
def test_the_authority_hears_of_the_registration_and_of_the_outcome(state: Complaint) -> None:
    assert notify_outcome(state, OUTCOME, live()) == [
        OutcomeNotified(
            on=TODAY,
            registration_no="C-9",
            registered_on=TODAY,
            outcome=Verdict.SATISFIED,
            summary=("ground_not_in_standard",),
        )
    ]


def test_the_authority_has_one_notice_of_a_stage() -> None:
    told = given(ANSWERED, *notify_outcome(ANSWERED, OUTCOME, live()))

    refused_for_form(lambda by: notify_outcome(told, OUTCOME, by), "already-notified", "19.4")


def test_of_what_was_never_registered_there_is_no_notice() -> None:
    unregistered = given(LODGED, *decide(LODGED, DECIDE, transcribed(), HERE))

    refused_for_form(
        lambda by: notify_outcome(unregistered, OUTCOME, by), "no-registration", "19.4"
    )


@pytest.mark.parametrize(
    "state", but(Status.DECIDED, Status.ANSWERED), ids=lambda state: state.status
)
def test_before_the_decision_there_is_no_outcome_to_tell(state: Complaint) -> None:
    refused_for_form(lambda by: notify_outcome(state, OUTCOME, by), "wrong-state")
