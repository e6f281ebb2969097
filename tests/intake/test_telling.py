"""What the applicant is told on the way (4.1(1), 5.5(6), 17.4)."""

import pytest
from msgspec.structs import replace

from events.common import LaneSize, Told
from events.intake import NoticeGiven, StatusTold
from events.words import NoticeKind
from examples.kazakhstan.agencies import DELIVERY_LANE
from services.intake.domain.application import Application
from services.intake.domain.handing_out import receive_result
from services.intake.domain.status import CAME
from services.intake.domain.telling import give_notice, tell_status
from tests.given import TODAY, given, live, refused_for_form
from tests.intake.examples import (
    ABSENT,
    CLOSED,
    EVERY_STATUS,
    FORWARDED,
    LODGED,
    NOTICE,
    READY,
    RECEIVE,
    TELL,
)
from tests.law.calendars_of_kz import day

KNOWN = [state for state in EVERY_STATUS.values() if state != ABSENT]
HERE = [READY, CLOSED]
READY_NOTICE = replace(NOTICE, kind="ready")
FROM_THERE = f"{DELIVERY_LANE}/delivery-x:5"
REOPENED = replace(NOTICE, kind="reopened", about=FROM_THERE, from_lane=DELIVERY_LANE)
LATER = Told(due_on=day("2024-05-20"), term_id="result-centre", norm_edition="apostille/1")


@pytest.mark.parametrize("state", KNOWN, ids=lambda s: s.status)
def test_the_applicant_of_any_known_case_can_be_told_something(state: Application) -> None:
    (event,) = give_notice(state, NOTICE, live())

    assert event == NoticeGiven(on=TODAY, kind="receipt", about=NOTICE.about)


def test_nobody_is_told_anything_of_a_case_that_never_came() -> None:
    refused_for_form(lambda by: give_notice(ABSENT, NOTICE, by), "wrong-state")


@pytest.mark.parametrize("state", HERE, ids=lambda s: s.status)
def test_the_applicant_is_told_that_the_result_is_ready_once_it_is_here(state: Application) -> None:
    (event,) = give_notice(state, READY_NOTICE, live())

    assert event == NoticeGiven(on=TODAY, kind="ready", about=READY_NOTICE.about)


@pytest.mark.parametrize("state", [s for s in KNOWN if s not in HERE], ids=lambda s: s.status)
def test_nobody_is_told_that_a_result_is_ready_that_is_not_here(state: Application) -> None:
    refused_for_form(lambda by: give_notice(state, READY_NOTICE, by), "no-result")


@pytest.mark.parametrize("kind", ["supplement", "pause", "resume", "extension"])
def test_what_the_deliverer_says_is_told_with_its_date(kind: NoticeKind) -> None:
    command = replace(NOTICE, kind=kind, about=FROM_THERE, from_lane=DELIVERY_LANE, told=LATER)

    (event,) = give_notice(FORWARDED, command, live())

    assert event == NoticeGiven(on=TODAY, kind=kind, about=FROM_THERE, told=LATER)


@pytest.mark.parametrize("state", [LODGED, FORWARDED], ids=lambda s: s.status)
@pytest.mark.parametrize("lane", ["provider.justice-astana", "intake.almaty-1", ""])
def test_no_other_lane_has_the_applicant_told_anything(state: Application, lane: str) -> None:
    stray = replace(NOTICE, kind="pause", from_lane=lane)

    refused_for_form(lambda by: give_notice(state, stray, by), "not-the-deliverer", "5.5(1)")


@pytest.mark.parametrize("state", [s for s in KNOWN if s.status in CAME], ids=lambda s: s.status)
def test_a_case_that_the_deliverer_reopens_awaits_a_second_result(state: Application) -> None:
    (event,) = give_notice(state, REOPENED, live())

    assert event == NoticeGiven(on=TODAY, kind="reopened", about=FROM_THERE)
    assert receive_result(given(state, event), RECEIVE, live())


@pytest.mark.parametrize("about", ["provider.justice-astana/delivery-x:5", "delivery-x:5", "x"])
def test_nobody_but_the_deliverer_reopens_a_case(about: str) -> None:
    stray = replace(REOPENED, about=about)

    refused_for_form(lambda by: give_notice(CLOSED, stray, by), "not-the-deliverer", "5.5(8)")


@pytest.mark.parametrize("state", KNOWN, ids=lambda s: s.status)
def test_the_applicant_hears_how_far_the_case_is_and_as_of_what(state: Application) -> None:
    as_of = (LaneSize(lane="provider.justice-almaty", size=7, root="A" * 44),)

    (event,) = tell_status(state, replace(TELL, as_of=as_of), live())

    assert event == StatusTold(
        on=TODAY,
        asked_at="2024-05-06T09:00:00Z",
        stage=state.status,
        as_of=as_of,
        by="contact_centre",
    )


@pytest.mark.parametrize("state", [ABSENT, LODGED, READY], ids=lambda s: s.status)
def test_only_the_applicant_may_ask(state: Application) -> None:
    stranger = replace(TELL, applicant_id="a-9999")

    refused_for_form(lambda by: tell_status(state, stranger, by), "not-the-applicant", "5.5(6)")
