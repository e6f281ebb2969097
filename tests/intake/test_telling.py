"""What the applicant is told on the way (4.1(1), 5.5(6), 17.4)."""

import pytest
from msgspec.structs import replace

from events.common import LaneSize
from events.intake import NoticeGiven, StatusTold
from services.intake.domain.application import Application
from services.intake.domain.handing_out import give_notice, tell_status
from tests.given import TODAY, live, refused_for_form
from tests.intake.examples import ABSENT, CLOSED, EVERY_STATUS, LODGED, NOTICE, READY, TELL

KNOWN = [state for state in EVERY_STATUS.values() if state != ABSENT]
HERE = [READY, CLOSED]
READY_NOTICE = replace(NOTICE, kind="ready")


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
