"""What an agency says of itself: a correction of its record, its answer to a finding (20, 24)."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.acts.answering import AnswerFinding, Correct, Corrections, FindingAnswers
from events.exchange import FindingAnswered, RecordCorrected
from tests.given import TODAY, forbidden_by_law, live, refused_for_form, transcribed

FINDING: Final = "4595b2815b18" + "0" * 52
CASE: Final = "5d0e4c61f0a94b1e8f3a2b7c9d1e6f02"
CORRECTIONS: Final = Corrections(case_id=CASE)
ANSWERS: Final = FindingAnswers(finding_id=FINDING)
CORRECT: Final = Correct(
    case_id=CASE,
    corrects=f"delivery-{CASE}:3",
    field="on",
    value="2024-05-02",
    ground="the clerk wrote the day of entry",
)
DISPUTE: Final = AnswerFinding(
    finding_id=FINDING,
    position="disputed",
    reasons=("applicant_absent",),
    event_ids=(f"provider.justice-almaty/delivery-{CASE}:4",),
)


def test_a_correction_names_the_record_the_field_the_value_and_the_ground() -> None:
    (event,) = CORRECTIONS.correct(CORRECT, live())

    assert event == RecordCorrected(
        on=TODAY,
        case_id=CASE,
        corrects=f"delivery-{CASE}:3",
        field="on",
        value="2024-05-02",
        ground="the clerk wrote the day of entry",
    )
    assert CORRECTIONS.evolve(event) == CORRECTIONS


def test_a_correction_gives_its_ground() -> None:
    forbidden_by_law(
        lambda by: CORRECTIONS.correct(replace(CORRECT, ground=""), by), "ground-missing", "24"
    )


def test_where_no_ground_was_recorded_the_correction_says_so() -> None:
    (event,) = CORRECTIONS.correct(replace(CORRECT, ground=""), transcribed())

    assert isinstance(event, RecordCorrected)
    assert event.ground == "not recorded"


@pytest.mark.parametrize("field", ["told", "outcome", "to_lane"])
def test_what_a_person_was_told_or_what_was_decided_is_never_corrected(field: str) -> None:
    refused_for_form(
        lambda by: CORRECTIONS.correct(replace(CORRECT, field=field), by), "field-unknown"
    )


def test_a_charged_agency_answers_a_finding_and_may_answer_again() -> None:
    (event,) = ANSWERS.answer(DISPUTE, live())

    assert event == FindingAnswered(
        on=TODAY,
        finding_id=FINDING,
        position="disputed",
        reasons=("applicant_absent",),
        event_ids=(f"provider.justice-almaty/delivery-{CASE}:4",),
    )
    assert ANSWERS.evolve(event).answer(DISPUTE, live())


def test_who_disputes_a_finding_says_why() -> None:
    forbidden_by_law(
        lambda by: ANSWERS.answer(replace(DISPUTE, reasons=()), by), "reason-missing", "20"
    )


def test_who_accepts_a_finding_need_not_say_why() -> None:
    assert ANSWERS.answer(replace(DISPUTE, position="accepted", reasons=()), live())


def test_a_finding_is_accepted_or_disputed() -> None:
    refused_for_form(
        lambda by: ANSWERS.answer(replace(DISPUTE, position="noted"), by), "position-unknown"
    )


@pytest.mark.parametrize("finding_id", ["4595b2815b18", "x", "G" * 64])
def test_an_answer_names_a_finding_by_its_whole_id(finding_id: str) -> None:
    short = replace(DISPUTE, finding_id=finding_id)

    refused_for_form(lambda by: ANSWERS.answer(short, by), "finding-id-malformed")
