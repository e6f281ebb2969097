"""Who must examine a complaint: the path follows who renders the service (19.2, 19.3, 19.5)."""

import pytest
from msgspec.structs import replace

from events.complaints import ComplaintLodged, Respondent
from events.known import Known
from events.law.complaint_path import TakenIn
from examples.kazakhstan.agencies import AUTHORITY, CENTRE, JUSTICE, JUSTICE_ALMATY
from services.complaints.application.knowing import agency_of, competence, complaints_lane
from tests.complaints.examples import LODGED
from tests.complaints.realm import (
    KNOWING_NO_NORM,
    KNOWN,
    LAW,
    STAGE_1_LANE,
    STAGE_2_LANE,
    STRANGER,
    TWO_DELIVERERS,
    registered,
)
from tests.law.calendars_of_kz import day

AGAINST_DELIVERER = LODGED.the_lodging()
AGAINST_CENTRE = replace(AGAINST_DELIVERER, respondent=Respondent(agency=CENTRE, kind="centre"))
AGAINST_CENTRAL_BODY = replace(
    AGAINST_DELIVERER, respondent=Respondent(agency=JUSTICE, kind="deliverer")
)


def here(agency: str, stage: int, lodged: ComplaintLodged, knows: Known = KNOWN) -> bool:
    return competence(knows, agency, lodged).is_here(stage)


def test_a_deliverers_decision_is_examined_by_it_then_the_central_body_then_the_authority() -> None:
    for stage, agency in enumerate((JUSTICE_ALMATY, JUSTICE, AUTHORITY), start=1):
        assert here(agency, stage, AGAINST_DELIVERER)
        assert not any(
            here(other, stage, AGAINST_DELIVERER)
            for other in {JUSTICE_ALMATY, JUSTICE, AUTHORITY, STRANGER} - {agency}
        )


def test_where_the_central_body_itself_renders_there_are_two_stages() -> None:
    assert here(JUSTICE, 1, AGAINST_CENTRAL_BODY)
    assert here(AUTHORITY, 2, AGAINST_CENTRAL_BODY)


def test_a_stage_beyond_the_last_is_the_last_bodys() -> None:
    assert here(AUTHORITY, 3, AGAINST_CENTRAL_BODY)
    assert here(AUTHORITY, 9, AGAINST_DELIVERER)


def test_a_complaint_against_a_centre_is_examined_by_the_deliverer_for_which_it_acted() -> None:
    assert here(JUSTICE_ALMATY, 1, AGAINST_CENTRE)
    assert not here(CENTRE, 1, AGAINST_CENTRE)


def test_where_a_centre_may_have_acted_for_several_the_request_says_for_which() -> None:
    of_justice = replace(AGAINST_CENTRE, taken_in=TakenIn(standard_edition="1", deliverer=JUSTICE))

    assert competence(TWO_DELIVERERS, JUSTICE, AGAINST_CENTRE).elsewhere(1) == JUSTICE_ALMATY
    assert here(JUSTICE, 1, of_justice, TWO_DELIVERERS)


def test_where_nobody_knows_for_which_it_acted_the_respondent_stands_as_named() -> None:
    unknown = replace(AGAINST_CENTRE, taken_in=None)

    assert competence(TWO_DELIVERERS, JUSTICE, unknown).elsewhere(1) == CENTRE


def test_at_stage_1_the_local_body_over_the_deliverer_may_examine_too() -> None:
    register = registered(KNOWN.register, "akimat", role="local_body")
    register = registered(register, JUSTICE_ALMATY, parent="akimat")
    knows = replace(KNOWN, register=register)

    assert here("akimat", 1, AGAINST_DELIVERER, knows)
    assert here(JUSTICE_ALMATY, 1, AGAINST_DELIVERER, knows)
    assert not here("akimat", 2, AGAINST_DELIVERER, knows)


def test_a_superior_that_is_no_local_body_does_not_examine_at_stage_1() -> None:
    assert not here(JUSTICE, 1, AGAINST_DELIVERER)


def test_another_body_is_named_with_the_reason_why_it_is_not_here() -> None:
    stranger = competence(KNOWN, STRANGER, AGAINST_DELIVERER)
    of_another_stage = competence(KNOWN, JUSTICE, AGAINST_DELIVERER)

    assert (stranger.elsewhere(1), stranger.why_not_here()) == (JUSTICE_ALMATY, "not_competent")
    assert of_another_stage.elsewhere(1) == JUSTICE_ALMATY
    assert of_another_stage.why_not_here() == "wrong_stage"
    assert of_another_stage.elsewhere(2) is None


@pytest.mark.parametrize(
    "knows",
    [
        KNOWING_NO_NORM,
        replace(KNOWN, norms=replace(KNOWN.norms, law={})),
        replace(KNOWN, norms=replace(KNOWN.norms, law={"kz": (replace(LAW, paths=()),)})),
    ],
    ids=["no standard", "no law", "no path"],
)
def test_where_a_norm_is_unknown_nobody_is_known_to_be_competent(knows: Known) -> None:
    found = competence(knows, JUSTICE_ALMATY, AGAINST_DELIVERER)

    assert (found.at(1), found.is_here(1), found.elsewhere(1)) == (None, False, None)


def test_of_what_names_no_service_nobody_is_known_to_be_competent() -> None:
    assert not here(JUSTICE_ALMATY, 1, replace(AGAINST_DELIVERER, service_code=None))
    assert competence(KNOWN, JUSTICE_ALMATY, None).way is None


def test_who_is_not_registered_knows_of_no_competence() -> None:
    assert competence(KNOWN, "nobody", AGAINST_DELIVERER).way is None


def test_the_authority_has_the_last_word_at_its_own_stage_only() -> None:
    at_the_authority = competence(KNOWN, AUTHORITY, AGAINST_DELIVERER)
    of_its_own_service = competence(
        KNOWN,
        AUTHORITY,
        replace(AGAINST_DELIVERER, respondent=Respondent(agency=AUTHORITY, kind="deliverer")),
    )

    assert [at_the_authority.is_last_word(stage) for stage in (1, 2, 3)] == [False, False, True]
    assert not of_its_own_service.is_last_word(1)
    assert not competence(KNOWN, JUSTICE, AGAINST_DELIVERER).is_last_word(2)


def test_the_authority_that_knows_no_path_still_has_the_last_word() -> None:
    assert competence(KNOWING_NO_NORM, AUTHORITY, AGAINST_DELIVERER).is_last_word(3)


def test_the_authority_is_who_has_its_role_in_the_body_s_jurisdiction() -> None:
    lost = replace(KNOWN, register=registered(KNOWN.register, AUTHORITY, role="deliverer"))

    assert competence(KNOWN, AUTHORITY, AGAINST_DELIVERER).is_authority
    assert competence(replace(KNOWN, audit_lane=""), AUTHORITY, None).is_authority
    assert not competence(lost, AUTHORITY, AGAINST_DELIVERER).is_authority
    assert not competence(KNOWN, JUSTICE, AGAINST_DELIVERER).is_authority
    assert not competence(KNOWN, "nobody", AGAINST_DELIVERER).is_authority


def test_a_body_takes_complaints_in_on_its_open_complaints_lane() -> None:
    closed = registered(
        KNOWN.register, JUSTICE, "complaints.a-closed-one", last_day=day("2020-01-01")
    )

    assert complaints_lane(KNOWN, JUSTICE_ALMATY) == STAGE_1_LANE
    assert complaints_lane(KNOWN, CENTRE) is None
    assert complaints_lane(replace(KNOWN, register=closed), JUSTICE) == STAGE_2_LANE


def test_a_lane_is_a_bodys_by_the_register_and_of_the_service_that_its_name_says() -> None:
    assert agency_of(KNOWN, STAGE_1_LANE, "complaints") == JUSTICE_ALMATY
    assert agency_of(KNOWN, STAGE_1_LANE, "provider") is None
    assert agency_of(KNOWN, "complaints.unregistered", "complaints") is None
