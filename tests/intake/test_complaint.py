"""A window takes complaints in and turns none away (19.1, 19.4(1))."""

import pytest
from msgspec.structs import replace

from events.complaints import About
from events.intake_course import ComplaintHandedIn
from events.law.complaint_path import TakenIn
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.complaints.domain.complaint import Complaint
from services.intake.domain.application import Application
from services.intake.domain.commands_course import HandInComplaint
from services.intake.domain.complaint import hand_in
from tests.given import TODAY, given, live, made_at, refused_for_form
from tests.intake.besides import COMPLAINT, HAND_IN, NO_COMPLAINT, TAKEN_IN
from tests.intake.examples import ABSENT, ACCEPTED, CASE, CENTRE, LODGED
from tests.intake.realm import COMPLAINTS_LANE, OTHER_WINDOW, UNNAMED

BARE = replace(HAND_IN, case_id=None, about=())


def test_a_complaint_goes_to_the_body_that_examines_it_first() -> None:
    (event,) = hand_in(NO_COMPLAINT, HAND_IN, live(), CENTRE, ACCEPTED)

    assert event == ComplaintHandedIn(
        on=TODAY,
        complaint_id=COMPLAINT,
        case_id=CASE,
        to_agency=JUSTICE_ALMATY,
        to_lane=COMPLAINTS_LANE,
        respondent=HAND_IN.respondent,
        about=HAND_IN.about,
        taken_in=TAKEN_IN,
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


@pytest.mark.parametrize(
    ("case", "taken_in"),
    [
        (ACCEPTED, TAKEN_IN),
        (LODGED, replace(TAKEN_IN, deliverer=None)),
        (ABSENT, None),
        (None, None),
    ],
    ids=["accepted here", "lodged here", "not here", "of no case"],
)
def test_how_the_request_was_taken_in_is_told_as_it_is_on_record_here(
    case: Application | None, taken_in: TakenIn | None
) -> None:
    for told in {None, taken_in}:
        command = replace(HAND_IN, case_id=case and CASE, taken_in=told)
        (event,) = hand_in(NO_COMPLAINT, command, live(), CENTRE, case)

        assert isinstance(event, ComplaintHandedIn)
        assert event.taken_in == taken_in


@pytest.mark.parametrize("case", [ACCEPTED, LODGED, ABSENT, None], ids=str)
@pytest.mark.parametrize(
    "told",
    [TakenIn(standard_edition="2", deliverer=JUSTICE_ALMATY), replace(TAKEN_IN, deliverer=UNNAMED)],
    ids=["another edition", "another deliverer"],
)
def test_nobody_tells_otherwise_how_it_was_taken_in(
    case: Application | None, told: TakenIn
) -> None:
    command = replace(HAND_IN, taken_in=told)

    refused_for_form(
        lambda by: hand_in(NO_COMPLAINT, command, by, CENTRE, case), "taken-in-differs", "8.1(11)"
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


def test_a_complaint_of_no_case_is_told_of_under_its_own_id_here_as_at_the_body() -> None:
    of_a_service = replace(BARE, service_code="apostille")

    known = given(NO_COMPLAINT, *hand_in(NO_COMPLAINT, of_a_service, live(), CENTRE))

    assert known.case_id == Complaint.blank(f"{COMPLAINT}-1").case_id == COMPLAINT
