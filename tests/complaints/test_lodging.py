"""A complaint that comes in is never turned away (19.1, 19.4(1))."""

import pytest
from msgspec.structs import replace

from events.complaints import About, ComplaintLodged
from examples.kazakhstan.agencies import WINDOW_LANE
from services.complaints.domain.commands import LodgeComplaint
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.receiving import lodge
from tests.complaints.examples import (
    ABSENT,
    CASE,
    GONE,
    ID,
    LODGE,
    YEARS_LATER,
    but,
)
from tests.given import TODAY, Deed, given, live, refused_for_form

NAMELESS = replace(LODGE, case_id=None, service_code=None, about=())


def lodging(command: LodgeComplaint) -> Deed:
    return lambda by: lodge(ABSENT, command, by)


def test_a_complaint_that_comes_in_is_said_as_it_came() -> None:
    (event,) = lodge(ABSENT, LODGE, live())

    assert event == ComplaintLodged(
        on=TODAY,
        complaint_id=ID,
        stage=1,
        case_id=CASE,
        service_code="apostille",
        respondent=LODGE.respondent,
        about=LODGE.about,
        medium="paper",
        handed_in_at=WINDOW_LANE,
        received_on=TODAY,
        previous=LODGE.previous,
        taken_in=LODGE.taken_in,
    )


def test_a_complaint_without_a_day_of_receipt_came_on_the_day_of_the_act() -> None:
    (event,) = lodge(ABSENT, replace(LODGE, received_on=None), live())

    assert isinstance(event, ComplaintLodged)
    assert event.received_on == TODAY


@pytest.mark.parametrize("stage", [1, 2, 3, 9])
def test_no_complaint_is_turned_away_for_its_stage_or_for_coming_late(stage: int) -> None:
    unheralded = replace(LODGE, stage=stage, previous=None, case_id=None)

    assert lodge(ABSENT, unheralded, live(YEARS_LATER))


def test_a_complaint_names_a_case_a_service_or_an_act() -> None:
    refused_for_form(lodging(NAMELESS), "nothing-to-complain-about", "19.1")
    assert lodge(ABSENT, replace(NAMELESS, case_id=CASE), live())
    assert lodge(ABSENT, replace(NAMELESS, service_code="apostille"), live())
    assert lodge(ABSENT, replace(NAMELESS, about=(About(kind="omission"),)), live())


def test_what_is_empty_names_nothing() -> None:
    (event,) = lodge(ABSENT, replace(LODGE, case_id="", service_code=""), live())

    assert isinstance(event, ComplaintLodged)
    assert (event.case_id, event.service_code) == (None, None)


@pytest.mark.parametrize(
    "state", but(Status.ABSENT, Status.ELSEWHERE), ids=lambda state: state.status
)
def test_a_complaint_comes_in_once_at_each_stage(state: Complaint) -> None:
    refused_for_form(lambda by: lodge(state, LODGE, by), "wrong-state")


def test_a_complaint_that_comes_back_is_taken_in_again() -> None:
    assert given(GONE, *lodge(GONE, LODGE, live())).status is Status.LODGED
