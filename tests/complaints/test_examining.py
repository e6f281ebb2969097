"""A complaint is checked and decided: with reasons, by another officer (19.4-19.6, 20)."""

import pytest
from msgspec.structs import replace

from events.complaints import CheckMade, ComplaintDecided, Verdict
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE
from services.complaints.domain.commands import DecideComplaint
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.examining import decide, make_check
from services.complaints.domain.receiving import register
from tests.complaints.examples import (
    ANSWERED,
    CHECK,
    DECIDE,
    DECIDED,
    EXTENDED,
    HERE,
    LODGED,
    REGISTER,
    REGISTERED,
    YEARS_LATER,
    at,
    but,
)
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused_for_form

SAME = "o-7f31"
"""The officer of every header in tests."""
WITHOUT_CAUSES = replace(DECIDE, causes=())
AT_STAGE_3 = replace(LODGED, stage=3)
LAST = at(AUTHORITY)
REGISTERED_AT_STAGE_3 = given(AT_STAGE_3, *register(AT_STAGE_3, REGISTER, live(), LAST))


def deciding(
    command: DecideComplaint = DECIDE,
    state: Complaint = REGISTERED,
    competence: Competence = HERE,
) -> Deed:
    return lambda by: decide(state, command, by, competence)


def test_a_check_says_whether_it_was_on_site() -> None:
    assert make_check(REGISTERED, CHECK, live()) == [CheckMade(on=TODAY, on_site=True)]


def test_a_registered_complaint_is_decided() -> None:
    (event,) = decide(REGISTERED, DECIDE, live(), HERE)

    assert event == ComplaintDecided(
        on=TODAY,
        outcome=Verdict.SATISFIED,
        reasons_given=True,
        reasons=("ground_not_in_standard",),
        participation="took_part",
        measures=("result_issued",),
        measures_by=DECIDE.measures_by,
        unlawful_act=True,
        causes=("form_out_of_date",),
    )


@pytest.mark.parametrize("outcome", [Verdict.SATISFIED, Verdict.PARTLY, Verdict.REFUSED])
@pytest.mark.parametrize("state", [REGISTERED, EXTENDED], ids=["in time", "extended"])
def test_a_late_decision_is_never_refused(outcome: Verdict, state: Complaint) -> None:
    (event,) = decide(state, replace(DECIDE, outcome=outcome), live(YEARS_LATER), HERE)

    assert event.on == YEARS_LATER


@pytest.mark.parametrize("outcome", [Verdict.SATISFIED, Verdict.PARTLY, Verdict.REFUSED])
def test_every_decision_gives_its_reasons(outcome: Verdict) -> None:
    silent = replace(DECIDE, outcome=outcome, reasons_given=False)

    forbidden_by_law(deciding(silent), "reasons-missing", "19.4")


def test_a_decision_says_how_the_complaint_ended() -> None:
    forbidden_by_law(
        deciding(replace(DECIDE, outcome=Verdict.NOT_RECORDED)), "outcome-missing", "19.4"
    )


def test_another_officer_than_the_one_complained_of_decides() -> None:
    own_act = replace(DECIDE, contested_officers=("o-1111", SAME))

    forbidden_by_law(deciding(own_act), "same-officer", "19.4(2), 20(2)")
    assert deciding(replace(DECIDE, contested_officers=()))(live())


def test_the_authority_at_its_stage_studies_the_causes() -> None:
    last = replace(WITHOUT_CAUSES, stage=3)

    forbidden_by_law(deciding(last, REGISTERED_AT_STAGE_3, LAST), "causes-missing", "19.5(1)")
    assert deciding(replace(DECIDE, stage=3), REGISTERED_AT_STAGE_3, LAST)(live())


@pytest.mark.parametrize("competence", [HERE, at(JUSTICE)], ids=["deliverer", "central body"])
def test_before_the_last_stage_nobody_need_name_causes(competence: Competence) -> None:
    assert deciding(WITHOUT_CAUSES, competence=competence)(live())


def test_only_what_is_on_the_books_is_checked_and_decided() -> None:
    forbidden_by_law(deciding(state=LODGED), "not-registered", "19.4(1)")
    forbidden_by_law(lambda by: make_check(LODGED, CHECK, by), "not-registered", "19.4(1)")


@pytest.mark.parametrize("state", [DECIDED, ANSWERED], ids=lambda state: state.status)
def test_a_complaint_is_decided_once_at_each_stage(state: Complaint) -> None:
    refused_for_form(deciding(state=state), "already-decided")


@pytest.mark.parametrize(
    "state",
    but(Status.LODGED, Status.REGISTERED, Status.DECIDED, Status.ANSWERED),
    ids=lambda state: state.status,
)
def test_only_a_complaint_that_is_here_is_decided(state: Complaint) -> None:
    refused_for_form(deciding(state=state), "wrong-state")


@pytest.mark.parametrize(
    "state", but(Status.LODGED, Status.REGISTERED), ids=lambda state: state.status
)
def test_only_a_running_examination_is_checked(state: Complaint) -> None:
    refused_for_form(lambda by: make_check(state, CHECK, by), "wrong-state")
