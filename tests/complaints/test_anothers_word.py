"""Another lane's word makes a complaint only where it cannot be a false one (19.1, protocol E3)."""

import pytest
from msgspec.structs import replace

from events.complaints import About, ComplaintLodged
from events.deciding import RefusalKind
from examples.kazakhstan.agencies import WINDOW_LANE
from services.complaints.domain.commands import LodgeComplaint
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.receiving import lodge
from tests.complaints.examples import ABSENT, GONE, ID, LODGE
from tests.complaints.realm import STAGE_1_LANE, STRANGERS_LANE
from tests.given import Deed, given, heard, live, made_at, refused, refused_for_form
from tests.law.calendars_of_kz import day

BY_WINDOW = replace(LODGE, from_lane=WINDOW_LANE)
BY_STRANGER = replace(LODGE, from_lane=STRANGERS_LANE)
FALSE = (About(kind="omission"),)
ARTICLE = "19.1, protocol E3"


def lodged(state: Complaint, command: LodgeComplaint) -> ComplaintLodged:
    (event,) = lodge(state, command, heard())
    assert isinstance(event, ComplaintLodged)
    return event


def lodging(state: Complaint, command: LodgeComplaint) -> Deed:
    return lambda by: lodge(state, command, by)


def at_stage(stage: int) -> Complaint:
    return Complaint(complaint_id=ID, stage=stage)


def test_who_made_the_id_tells_the_first_stage() -> None:
    assert lodged(ABSENT, BY_WINDOW).handed_in_at == WINDOW_LANE


def test_who_did_not_make_the_id_tells_nothing() -> None:
    refused_for_form(lambda by: lodge(ABSENT, BY_STRANGER, by), "not-theirs-to-lodge", ARTICLE)


@pytest.mark.parametrize("lane", [WINDOW_LANE, STAGE_1_LANE])
def test_a_later_stage_is_nobodys_to_tell_but_the_applicants(lane: str) -> None:
    for id_ in (ID, made_at(lane, "complaint 1")):
        word = replace(LODGE, complaint_id=id_, stage=2, from_lane=lane)
        absent = Complaint(complaint_id=id_, stage=2)

        refused_for_form(lodging(absent, word), "not-theirs-to-lodge", ARTICLE)


def test_an_applicant_lodges_it_whoever_has_told_of_it_before() -> None:
    false = replace(LODGE, stage=2, from_lane=STAGE_1_LANE, about=FALSE)

    refusal = refused(lambda by: lodge(at_stage(2), false, by), heard())
    (event,) = lodge(at_stage(2), replace(LODGE, stage=2), live())

    assert refusal.kind is RefusalKind.FORM
    assert isinstance(event, ComplaintLodged)
    assert event.about == LODGE.about


def test_what_the_applicant_has_lodged_nobody_lodges_again() -> None:
    here = given(at_stage(2), *lodge(at_stage(2), replace(LODGE, stage=2), live()))
    false = replace(LODGE, stage=2, from_lane=STAGE_1_LANE, about=FALSE)

    assert refused(lambda by: lodge(here, false, by), heard()).code == "wrong-state"


def test_a_complaint_comes_back_from_where_it_was_sent_or_by_an_officer() -> None:
    from_there = replace(LODGE, from_lane=STAGE_1_LANE)

    for word in (BY_STRANGER, BY_WINDOW):
        assert refused(lodging(GONE, word), heard()).code == "not-theirs-to-lodge"
    assert given(GONE, *lodge(GONE, from_there, heard())).status is Status.LODGED
    assert given(GONE, *lodge(GONE, LODGE, live())).status is Status.LODGED


def test_what_comes_back_says_what_it_said_here() -> None:
    false = replace(
        LODGE,
        from_lane=STAGE_1_LANE,
        about=FALSE,
        received_on=day("2024-01-09"),
        handed_in_at="intake.astana-1",
    )

    assert lodged(GONE, false) == lodged(GONE, replace(LODGE, from_lane=STAGE_1_LANE))
