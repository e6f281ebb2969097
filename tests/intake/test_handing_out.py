"""After acceptance: forward, receive the result, hand it out (art. 5.5, 14.3, 15.1)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.intake import (
    ApplicationForwarded,
    Carrier,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
)
from events.law.variant import TermStart
from events.words import NoticeKind
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain.application import Application
from services.intake.domain.commands import ForwardApplication
from services.intake.domain.handing_out import forward, hand_out, receive_result
from services.intake.domain.status import Status
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form
from tests.intake.examples import (
    ACCEPTED,
    ACCEPTED_ELECTRONIC,
    CENTRE,
    FORWARD,
    FORWARDED,
    HAND_OUT,
    ON_TO_ASTANA,
    READY,
    RECEIVE,
    but,
    standard,
)
from tests.intake.realm import UNNAMED, UNNAMED_LANE

ON_PAPER = Carrier.PAPER
YEARS_LATER = date(2029, 1, 1)
BOTH = replace(CENTRE, standard=standard(replace(CONTENTS, deliverers=(JUSTICE_ALMATY, UNNAMED))))
"""A window of a service that two deliverers deliver."""


def test_an_accepted_request_goes_to_its_deliverers_lane_with_its_documents() -> None:
    (event,) = forward(ACCEPTED, FORWARD, live(), CENTRE)

    assert event == ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane="provider.justice-almaty",
        carrier=Carrier.ELECTRONIC,
        documents=("application", "identity_document", "document_to_certify"),
        start=TermStart(variant=ACCEPTED.the_variant(), accepted_on=TODAY),
    )


def test_no_paper_goes_to_the_deliverer_of_an_electronic_service() -> None:
    paper = replace(FORWARD, carrier=ON_PAPER)

    forbidden_by_law(
        lambda by: forward(ACCEPTED_ELECTRONIC, paper, by, CENTRE), "paper-in-electronic", "15.1"
    )
    assert forward(ACCEPTED, paper, live(), CENTRE)


@pytest.mark.parametrize("state", but(Status.ACCEPTED), ids=lambda s: s.status)
def test_only_an_accepted_request_is_forwarded(state: Application) -> None:
    refused_for_form(lambda by: forward(state, FORWARD, by, CENTRE), "wrong-state")


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
    "state",
    but(Status.ACCEPTED, Status.WITH_DELIVERER),
    ids=lambda s: s.status,
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


def test_a_request_goes_on_to_the_lane_that_the_deliverer_names() -> None:
    (event,) = forward(FORWARDED, ON_TO_ASTANA, live(), BOTH)

    assert event == ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane=UNNAMED_LANE,
        carrier=Carrier.ELECTRONIC,
        documents=("application", "identity_document", "document_to_certify"),
        start=TermStart(variant=ACCEPTED.the_variant(), accepted_on=TODAY),
    )


@pytest.mark.parametrize("kind", ["pause", "resume", "extension"])
def test_of_a_term_that_has_moved_no_start_is_told_to_the_next_deliverer(kind: NoticeKind) -> None:
    notice = NoticeGiven(on=TODAY, kind=kind, about=f"{DELIVERY_LANE}/delivery-x:2")

    (event,) = forward(given(FORWARDED, notice), ON_TO_ASTANA, live(), BOTH)

    assert isinstance(event, ApplicationForwarded)
    assert event.start is None


@pytest.mark.parametrize("kind", ["receipt", "supplement"])
def test_what_moves_no_term_leaves_its_start(kind: NoticeKind) -> None:
    notice = NoticeGiven(on=TODAY, kind=kind, about=f"{DELIVERY_LANE}/delivery-x:2")

    (event,) = forward(given(FORWARDED, notice), ON_TO_ASTANA, live(), BOTH)

    assert isinstance(event, ApplicationForwarded)
    assert event.start is not None


def test_after_that_the_result_comes_from_there_alone() -> None:
    state = given(FORWARDED, *forward(FORWARDED, ON_TO_ASTANA, live(), BOTH))
    first = replace(RECEIVE, from_lane=DELIVERY_LANE)

    refused_for_form(lambda by: receive_result(state, first, by), "not-the-deliverer", "5.5(5)")
    assert receive_result(state, replace(RECEIVE, from_lane=UNNAMED_LANE), live())


def test_an_officer_may_send_the_papers_on() -> None:
    by_hand = replace(ON_TO_ASTANA, from_lane=None, carrier=ON_PAPER)

    assert forward(FORWARDED, by_hand, live(), BOTH)


@pytest.mark.parametrize("lane", [UNNAMED_LANE, "intake.almaty-1", ""])
def test_no_other_lane_has_a_request_sent_on(lane: str) -> None:
    stray = replace(ON_TO_ASTANA, from_lane=lane)

    refused_for_form(lambda by: forward(FORWARDED, stray, by, BOTH), "not-the-deliverer", "5.5(1)")


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(ON_TO_ASTANA, to_lane="provider.unregistered"),
        replace(ON_TO_ASTANA, deliverer=JUSTICE_ALMATY),
        replace(ON_TO_ASTANA, deliverer=None),
    ],
    ids=["nobody's lane", "another's lane", "nobody"],
)
def test_a_request_goes_on_to_a_lane_of_the_other_deliverer(elsewhere: ForwardApplication) -> None:
    refused_for_form(
        lambda by: forward(FORWARDED, elsewhere, by, BOTH), "not-the-deliverers-lane", "8.1(1)"
    )


def test_a_request_goes_on_to_a_deliverer_that_the_standard_names() -> None:
    forbidden_by_law(
        lambda by: forward(FORWARDED, ON_TO_ASTANA, by, CENTRE), "not-a-deliverer", "8.1(1)"
    )


def test_a_specialised_centre_sends_no_request_on_to_another_deliverer() -> None:
    specialised = replace(BOTH, only_deliverer=JUSTICE_ALMATY)

    forbidden_by_law(
        lambda by: forward(FORWARDED, ON_TO_ASTANA, by, specialised), "other-deliverer", "1(14)"
    )


@pytest.mark.parametrize("state", but(Status.WITH_DELIVERER), ids=lambda s: s.status)
def test_only_a_request_that_is_with_a_deliverer_goes_on(state: Application) -> None:
    refused_for_form(lambda by: forward(state, ON_TO_ASTANA, by, BOTH), "wrong-state")
