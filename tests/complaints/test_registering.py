"""A complaint goes on the books, and its applicant is told a date (4.1(1), 19.2-19.5)."""

import pytest
from msgspec.structs import replace

from events.common import Told
from events.complaints import ComplaintRegistered
from events.deciding import RefusalKind
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE, JUSTICE_ALMATY
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.receiving import lodge, register
from tests.complaints.examples import ABSENT, DUE, HERE, LODGE, LODGED, REGISTER, UNKNOWN, at, but
from tests.given import TODAY, given, live, refused, refused_for_form, transcribed
from tests.law.calendars_of_kz import day

TOLD = Told(due_on=day("2024-05-21"), term_id="stage-deliverer", norm_edition="kz/0")


def told(competence: Competence, state: Complaint = LODGED) -> Told | None:
    (event,) = register(state, REGISTER, live(), competence)
    assert isinstance(event, ComplaintRegistered)
    return event.told


def test_a_registered_complaint_has_a_number_and_a_told_date() -> None:
    (event,) = register(LODGED, REGISTER, live(), HERE)

    assert event == ComplaintRegistered(
        on=TODAY,
        registration_no="C-9",
        told=Told(
            due_on=DUE,
            term_id="stage-deliverer",
            norm_edition="kz-draft-1579-2012",
            calendar_version="kz/2024/1",
        ),
    )


@pytest.mark.parametrize(
    ("stage", "agency", "received", "due"),
    [
        (1, JUSTICE_ALMATY, "2013-05-03", "2013-05-14"),
        (1, JUSTICE_ALMATY, "2024-05-13", "2024-05-20"),
        (2, JUSTICE, "2024-05-21", "2024-05-28"),
        (3, AUTHORITY, "2012-12-12", "2013-01-09"),
        (3, AUTHORITY, "2024-06-12", "2024-07-03"),
    ],
)
def test_the_date_is_the_stages_counted_from_receipt_at_the_place_of_receipt(
    stage: int, agency: str, received: str, due: str
) -> None:
    came = replace(LODGE, stage=stage, received_on=day(received))
    blank = replace(ABSENT, stage=stage)
    state = given(blank, *lodge(blank, came, live()))

    (event,) = register(state, REGISTER, live(day(received)), at(agency, state))

    assert isinstance(event, ComplaintRegistered)
    assert event.told is not None
    assert event.told.due_on == day(due)


def test_without_a_known_standard_no_date_is_told_and_the_complaint_is_registered() -> None:
    assert told(UNKNOWN) is None


def test_without_a_calendar_no_date_is_told_and_the_complaint_is_registered() -> None:
    at_the_end = replace(
        LODGED, lodged=replace(LODGED.the_lodging(), received_on=day("9999-12-31"))
    )

    assert told(replace(HERE, calendars=None)) is None
    assert told(HERE, at_the_end) is None
    (event,) = register(LODGED, REGISTER, transcribed(day("1990-01-01")), HERE)
    assert isinstance(event, ComplaintRegistered)
    assert event.told is None


def test_a_live_registration_computes_its_date() -> None:
    refusal = refused(lambda by: register(LODGED, replace(REGISTER, told=TOLD), by, HERE), live())

    assert (refusal.code, refusal.article) == ("told-computed", "4.1(1)")
    assert refusal.kind is RefusalKind.FORM


def test_a_registration_told_afterwards_keeps_the_date_that_was_told_right_or_wrong() -> None:
    (event,) = register(LODGED, replace(REGISTER, told=TOLD), transcribed(), HERE)

    assert isinstance(event, ComplaintRegistered)
    assert event.told == TOLD


@pytest.mark.parametrize("state", but(Status.LODGED), ids=lambda state: state.status)
def test_a_complaint_is_registered_once_and_after_it_came(state: Complaint) -> None:
    refused_for_form(lambda by: register(state, REGISTER, by, HERE), "wrong-state")
