"""A case at its deliverer: registered, examined, paused, sent (5.5, 8.1(5), 8.1(10), 11.1)."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import Carrier
from events.law.norms import PauseEffect
from events.provider import CaseRegistered, ResultSent, StepCompleted, StepStarted, TermPaused
from services.provider.domain.delivering import (
    complete_step,
    register,
    send,
    start_step,
)
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.pausing import pause
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form
from tests.provider.examples import (
    ABSENT,
    COMPLETE,
    DECIDED,
    PAUSE,
    REGISTER,
    REGISTERED,
    SEND,
    SENT,
    START,
    YEARS_LATER,
)
from tests.provider.examples_course import EVERY_STATUS
from tests.provider.realm import DELIVERER


def but(*statuses: Status) -> list[Delivery]:
    return [state for found, state in EVERY_STATUS.items() if found not in statuses]


def test_a_case_that_comes_is_registered_with_its_window_and_its_edition() -> None:
    (event,) = register(ABSENT, REGISTER, live())

    assert event == CaseRegistered(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        window="almaty-centre",
        from_lane="intake.almaty-1",
        received_on=TODAY,
        registration_no="R-117",
        start=REGISTER.start,
    )


@pytest.mark.parametrize("state", but(Status.ABSENT, Status.ELSEWHERE), ids=lambda s: s.status)
def test_a_case_is_registered_once(state: Delivery) -> None:
    refused_for_form(lambda by: register(state, REGISTER, by), "wrong-state")


@pytest.mark.parametrize("state", but(Status.ABSENT), ids=lambda s: s.status)
def test_a_step_of_a_known_case_begins_and_ends(state: Delivery) -> None:
    assert start_step(state, START, live()) == [StepStarted(on=TODAY, step="examine")]
    assert complete_step(state, COMPLETE, live()) == [StepCompleted(on=TODAY, step="examine")]


def test_nothing_is_done_in_a_case_that_never_came() -> None:
    refused_for_form(lambda by: start_step(ABSENT, START, by), "case-unknown", "8.1(10)")
    refused_for_form(lambda by: complete_step(ABSENT, COMPLETE, by), "case-unknown", "8.1(10)")
    refused_for_form(lambda by: pause(ABSENT, PAUSE, by, DELIVERER), "case-unknown", "8.1(10)")


def test_the_term_stands_still_on_a_ground_of_the_standard() -> None:
    (event,) = pause(REGISTERED, PAUSE, live(), DELIVERER)

    assert replace(event, told=None) == TermPaused(
        on=TODAY, ground="documents_awaited", until=PAUSE.until, effect=PauseEffect.CONTINUE
    )


def test_the_term_stands_still_on_no_other_ground() -> None:
    holiday = replace(PAUSE, ground="officer_on_leave")

    forbidden_by_law(
        lambda by: pause(REGISTERED, holiday, by, DELIVERER), "ground-not-in-standard", "8.1(5)"
    )


def test_an_unknown_standard_lists_no_ground_for_a_pause() -> None:
    forbidden_by_law(
        lambda by: pause(REGISTERED, PAUSE, by, replace(DELIVERER, standard=None)),
        "ground-not-in-standard",
        "8.1(5)",
    )


@pytest.mark.parametrize("carrier", Carrier)
def test_a_result_goes_to_the_window_that_the_case_came_from(carrier: Carrier) -> None:
    (event,) = send(DECIDED, replace(SEND, carrier=carrier), live())

    assert event == ResultSent(
        on=TODAY, to_lane="intake.almaty-1", carrier=carrier, result_kind="e_document"
    )


def test_a_late_result_is_sent_like_any_other() -> None:
    assert send(DECIDED, SEND, live(YEARS_LATER))


@pytest.mark.parametrize("state", but(Status.DECIDED), ids=lambda s: s.status)
def test_only_a_decided_case_has_a_result_to_send_and_once(state: Delivery) -> None:
    refused_for_form(lambda by: send(state, SEND, by), "wrong-state")


@pytest.mark.parametrize(("status", "state"), EVERY_STATUS.items())
def test_each_event_leads_to_its_state(status: Status, state: Delivery) -> None:
    assert state.status is status


@pytest.mark.parametrize("state", but(Status.ABSENT), ids=lambda s: s.status)
@pytest.mark.parametrize(
    "events",
    [
        start_step(REGISTERED, START, live()),
        complete_step(REGISTERED, COMPLETE, live()),
        pause(REGISTERED, PAUSE, live(), DELIVERER),
    ],
    ids=["started", "completed", "paused"],
)
def test_steps_and_pauses_do_not_change_how_far_a_case_is(
    state: Delivery, events: Sequence[Act]
) -> None:
    assert given(state, *events).status is state.status


def test_the_window_is_known_from_registration_on() -> None:
    assert ABSENT.window is None
    assert REGISTERED.window == SENT.window == "almaty-centre"
    with pytest.raises(ValueError, match="was not registered"):
        ABSENT.the_window_lane()
