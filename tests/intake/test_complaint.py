"""A window takes complaints in and turns none away (19.1, 19.4(1))."""

import pytest
from msgspec.structs import replace

from events.complaints import About
from events.intake_course import ComplaintHandedIn
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.intake.domain.commands_course import HandInComplaint
from services.intake.domain.complaint import hand_in
from tests.given import TODAY, given, live, made_at, refused_for_form
from tests.intake.besides import COMPLAINT, HAND_IN, NO_COMPLAINT
from tests.intake.examples import CASE, CENTRE
from tests.intake.realm import COMPLAINTS_LANE, OTHER_WINDOW

BARE = replace(HAND_IN, case_id=None, about=())


def test_a_complaint_goes_to_the_body_that_examines_it_first() -> None:
    (event,) = hand_in(NO_COMPLAINT, HAND_IN, live(), CENTRE)

    assert event == ComplaintHandedIn(
        on=TODAY,
        complaint_id=COMPLAINT,
        case_id=CASE,
        to_agency=JUSTICE_ALMATY,
        to_lane=COMPLAINTS_LANE,
        respondent=HAND_IN.respondent,
        about=HAND_IN.about,
        taken_in=HAND_IN.taken_in,
        medium="paper",
    )
    assert given(NO_COMPLAINT, event).case_id == CASE


@pytest.mark.parametrize(
    "command",
    [
        replace(BARE, case_id=CASE),
        replace(BARE, service_code="apostille"),
        replace(BARE, about=HAND_IN.about),
    ],
    ids=["a case", "a service", "an act"],
)
def test_a_complaint_names_a_case_a_service_or_an_act(command: HandInComplaint) -> None:
    assert hand_in(NO_COMPLAINT, command, live(), CENTRE)


def test_a_complaint_bears_an_id_that_this_window_made() -> None:
    theirs = replace(HAND_IN, complaint_id=made_at(COMPLAINTS_LANE, "complaint 1"))

    refused_for_form(
        lambda by: hand_in(NO_COMPLAINT, theirs, by, CENTRE), "id-not-of-this-lane", "protocol E3"
    )


@pytest.mark.parametrize("about", [(), (About(kind="action"),)], ids=["nothing", "no act"])
def test_a_complaint_of_nothing_is_none(about: tuple[About, ...]) -> None:
    refused_for_form(
        lambda by: hand_in(NO_COMPLAINT, replace(BARE, about=about), by, CENTRE),
        "nothing-to-complain-about",
        "19.1",
    )


@pytest.mark.parametrize(
    "command",
    [replace(HAND_IN, to_lane="complaints.nobody"), replace(HAND_IN, to_agency=OTHER_WINDOW)],
    ids=["nobody's lane", "another's lane"],
)
def test_a_complaint_goes_to_a_lane_of_its_body(command: HandInComplaint) -> None:
    refused_for_form(
        lambda by: hand_in(NO_COMPLAINT, command, by, CENTRE), "not-the-bodys-lane", "19.1"
    )


def test_a_complaint_is_handed_in_once() -> None:
    known = given(NO_COMPLAINT, *hand_in(NO_COMPLAINT, HAND_IN, live(), CENTRE))

    refused_for_form(lambda by: hand_in(known, HAND_IN, by, CENTRE), "complaint-exists")


def test_a_complaint_of_no_case_has_none() -> None:
    of_a_service = replace(BARE, service_code="apostille")

    assert given(NO_COMPLAINT, *hand_in(NO_COMPLAINT, of_a_service, live(), CENTRE)).case_id == ""
