"""Who is not competent sends a complaint on, with all that it must know (19.2, 19.3)."""

import pytest
from msgspec.structs import replace

from events.common import Told
from events.complaints import ComplaintAtBody, ComplaintForwarded, ComplaintRegistered
from examples.kazakhstan.agencies import JUSTICE, JUSTICE_ALMATY, WINDOW_LANE
from services.complaints.domain.commands import ForwardComplaint
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.receiving import forward, register
from tests.complaints.examples import (
    CASE,
    ELSEWHERE,
    FORWARD,
    HERE,
    ID,
    LODGE,
    LODGED,
    REGISTER,
    REGISTERED,
    UNKNOWN,
    but,
)
from tests.complaints.realm import STAGE_1_LANE
from tests.given import TODAY, Deed, forbidden_by_law, live, refused_for_form


def forwarding(
    command: ForwardComplaint = FORWARD,
    competence: Competence = ELSEWHERE,
    addressee: str | None = JUSTICE_ALMATY,
) -> Deed:
    return lambda by: forward(LODGED, command, by, competence, addressee)


def told(competence: Competence, state: Complaint = LODGED) -> Told | None:
    (event,) = register(state, REGISTER, live(), competence)
    assert isinstance(event, ComplaintRegistered)
    return event.told


def test_a_complaint_goes_to_who_is_competent_with_all_that_it_must_know() -> None:
    (event,) = forward(LODGED, FORWARD, live(), ELSEWHERE, JUSTICE_ALMATY)

    assert event == ComplaintForwarded(
        on=TODAY,
        to_agency=JUSTICE_ALMATY,
        to_lane=STAGE_1_LANE,
        reason="not_competent",
        complaint=ComplaintAtBody(
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
        ),
    )


def test_who_must_examine_a_complaint_does_not_send_it_on() -> None:
    to_the_centre = replace(FORWARD, to_agency=JUSTICE, to_lane="complaints.justice")

    forbidden_by_law(forwarding(to_the_centre, HERE, JUSTICE), "competent-here", "19.2, 19.3")


def test_where_nobody_is_known_to_be_competent_an_officer_may_send_it_on() -> None:
    elsewhere = replace(FORWARD, to_agency=JUSTICE, to_lane="complaints.justice")

    assert forward(REGISTERED, elsewhere, live(), UNKNOWN, JUSTICE)


@pytest.mark.parametrize("addressee", [None, JUSTICE])
def test_a_complaint_goes_to_a_complaints_lane_of_the_body(addressee: str | None) -> None:
    refused_for_form(forwarding(addressee=addressee), "not-the-bodys-lane", "19.2, 19.3")


def test_a_complaint_is_forwarded_to_another_body() -> None:
    home = replace(FORWARD, to_agency=UNKNOWN.agency)

    refused_for_form(forwarding(home, UNKNOWN), "same-body", "19.2, 19.3")


def test_a_complaint_is_forwarded_for_a_reason_of_the_list() -> None:
    for reason in ("not_competent", "wrong_stage", "handed_in"):
        assert forwarding(replace(FORWARD, reason=reason))(live())


@pytest.mark.parametrize(
    "state", but(Status.LODGED, Status.REGISTERED), ids=lambda state: state.status
)
def test_only_an_open_complaint_is_forwarded(state: Complaint) -> None:
    refused_for_form(
        lambda by: forward(state, FORWARD, by, ELSEWHERE, JUSTICE_ALMATY), "wrong-state"
    )
