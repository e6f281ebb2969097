"""After acceptance: forward, receive the result, hand it out (art. 5.5, 14.3, 15.1)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.intake import (
    ApplicationForwarded,
    Carrier,
    ResultHandedOut,
    ResultReceived,
)
from services.intake.domain.application import Application, Status
from services.intake.domain.handing_out import (
    forward,
    hand_out,
    receive_result,
)
from tests.given import TODAY, forbidden_by_law, live, refused_for_form
from tests.intake.examples import (
    ACCEPTED,
    ACCEPTED_ELECTRONIC,
    EVERY_STATUS,
    FORWARD,
    FORWARDED,
    HAND_OUT,
    READY,
    RECEIVE,
)

ON_PAPER = Carrier.PAPER
YEARS_LATER = date(2029, 1, 1)


def but(*statuses: Status) -> list[Application]:
    return [state for status, state in EVERY_STATUS.items() if status not in statuses]


def test_an_accepted_request_goes_to_its_deliverers_lane_with_its_documents() -> None:
    (event,) = forward(ACCEPTED, FORWARD, live())

    assert event == ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane="provider.justice-almaty",
        carrier=Carrier.ELECTRONIC,
        documents=("application", "identity_document", "document_to_certify"),
    )


def test_no_paper_goes_to_the_deliverer_of_an_electronic_service() -> None:
    paper = replace(FORWARD, carrier=ON_PAPER)

    forbidden_by_law(
        lambda by: forward(ACCEPTED_ELECTRONIC, paper, by), "paper-in-electronic", "15.1"
    )
    assert forward(ACCEPTED, paper, live())


@pytest.mark.parametrize("state", but(Status.ACCEPTED), ids=lambda s: s.status)
def test_only_an_accepted_request_is_forwarded(state: Application) -> None:
    refused_for_form(lambda by: forward(state, FORWARD, by), "wrong-state")


@pytest.mark.parametrize("state", [ACCEPTED, FORWARDED], ids=lambda s: s.status)
def test_a_result_is_received_from_the_deliverer_or_at_the_deliverers_own_counter(
    state: Application,
) -> None:
    (event,) = receive_result(state, RECEIVE, live())

    assert event == ResultReceived(on=TODAY, carrier=Carrier.ELECTRONIC, result_kind="e_document")


def test_a_result_is_received_from_the_lane_that_the_request_was_accepted_for() -> None:
    from_there = replace(RECEIVE, from_lane="provider.justice-almaty")

    assert receive_result(FORWARDED, from_there, live()) == receive_result(
        FORWARDED, RECEIVE, live()
    )


@pytest.mark.parametrize("state", [ACCEPTED, FORWARDED], ids=lambda s: s.status)
@pytest.mark.parametrize("lane", ["provider.justice-astana", "intake.almaty-1", ""])
def test_no_other_lane_s_result_is_received_whoever_tells_of_it(
    state: Application, lane: str
) -> None:
    stray = replace(RECEIVE, from_lane=lane)

    refused_for_form(lambda by: receive_result(state, stray, by), "not-the-deliverer", "5.5(5)")


def test_a_late_result_is_received_like_any_other() -> None:
    assert receive_result(FORWARDED, RECEIVE, live(YEARS_LATER))


def test_no_paper_comes_back_in_an_electronic_service() -> None:
    paper = replace(RECEIVE, carrier=ON_PAPER)

    forbidden_by_law(
        lambda by: receive_result(ACCEPTED_ELECTRONIC, paper, by), "paper-in-electronic", "15.1"
    )
    assert receive_result(FORWARDED, paper, live())


@pytest.mark.parametrize(
    "state", but(Status.ACCEPTED, Status.WITH_DELIVERER), ids=lambda s: s.status
)
def test_a_result_comes_once_and_only_to_an_accepted_request(state: Application) -> None:
    refused_for_form(lambda by: receive_result(state, RECEIVE, by), "wrong-state")


def test_a_result_that_is_here_is_handed_out() -> None:
    (event,) = hand_out(READY, HAND_OUT, live())

    assert event == ResultHandedOut(on=TODAY, carrier=ON_PAPER, to="applicant")


@pytest.mark.parametrize("nothing", [None, ""])
def test_who_gets_the_result_is_identified(nothing: str | None) -> None:
    unseen = replace(HAND_OUT, identified=nothing)

    forbidden_by_law(lambda by: hand_out(READY, unseen, by), "not-identified", "14.3")


@pytest.mark.parametrize("state", but(Status.READY), ids=lambda s: s.status)
def test_nothing_is_handed_out_that_is_not_here(state: Application) -> None:
    refused_for_form(lambda by: hand_out(state, HAND_OUT, by), "no-result")
