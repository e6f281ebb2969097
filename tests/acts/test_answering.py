"""What an agency says of itself: a correction of its record, its answer to a finding (20, 24)."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.acts.answering import (
    Answerer,
    AnswerFinding,
    Correct,
    Corrections,
    FindingAnswers,
)
from events.deciding import RefusalKind, Refused
from events.exchange import FindingAnswered, RecordCorrected
from events.words import Correctable
from tests.given import TODAY, forbidden_by_law, live, refused_for_form, transcribed

FINDING: Final = "4595b2815b18" + "0" * 52
CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
CORRECTIONS: Final = Corrections(case_id=CASE)
ANSWERS: Final = FindingAnswers(finding_id=FINDING)
CORRECT: Final = Correct(
    case_id=CASE,
    corrects=f"delivery-{CASE}:3",
    field="on",
    value="2024-05-02",
    ground="misread_date",
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
        ground="misread_date",
    )
    assert CORRECTIONS.evolve(event) == CORRECTIONS


def test_a_correction_gives_its_ground() -> None:
    forbidden_by_law(
        lambda by: CORRECTIONS.correct(replace(CORRECT, ground=""), by), "ground-missing", "24"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "2024-02-30"),
        ("on", "misread"),
        ("at", "2024-05-02"),
        ("at", "2024-02-30T05:05:00Z"),
        ("carrier", "pigeon"),
        ("carrier", "paper electronic"),
        ("result_kind", "e_document paper"),
    ],
)
def test_a_correction_s_value_is_of_the_field_that_it_names(field: Correctable, value: str) -> None:
    other = replace(CORRECT, field=field, value=value)

    refused_for_form(lambda by: CORRECTIONS.correct(other, by), "value-of-another-type", "22.1")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "2024-05-02"),
        ("at", "2024-05-02T05:05:00.5Z"),
        ("documents", "identity_document"),
        ("documents_accepted", "application identity_document"),
        ("carrier", "paper"),
        ("result_kind", "e_document"),
    ],
)
def test_a_correction_takes_what_the_field_may_hold(field: Correctable, value: str) -> None:
    (event,) = CORRECTIONS.correct(replace(CORRECT, field=field, value=value), live())

    assert isinstance(event, RecordCorrected)
    assert (event.field, event.value) == (field, value)


def test_where_no_ground_was_recorded_the_correction_says_so() -> None:
    (event,) = CORRECTIONS.correct(replace(CORRECT, ground=""), transcribed())

    assert isinstance(event, RecordCorrected)
    assert event.ground == "not_recorded"


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


@pytest.mark.parametrize("finding_id", ["4595b2815b18", "x", "G" * 64])
def test_an_answer_names_a_finding_by_its_whole_id(finding_id: str) -> None:
    short = replace(DISPUTE, finding_id=finding_id)

    refused_for_form(lambda by: ANSWERS.answer(short, by), "finding-id-malformed")


OWN: Final = Answerer("justice-almaty", {FINDING: "justice-almaty"}.get)
ANOTHERS: Final = Answerer("almaty-centre", {FINDING: "justice-almaty"}.get)
UNTOLD: Final = Answerer("justice-almaty", lambda _: None)


def test_only_the_agency_that_a_finding_charges_answers_it() -> None:
    assert OWN.answer(ANSWERS, DISPUTE, live()) == ANSWERS.answer(DISPUTE, live())

    with pytest.raises(Refused, match=r"not-charged: .* charges justice-almaty") as caught:
        ANOTHERS.answer(ANSWERS, DISPUTE, live())
    assert (caught.value.article, caught.value.kind) == ("20", RefusalKind.FORM)


def test_of_a_finding_that_the_lane_was_not_told_of_that_is_said() -> None:
    with pytest.raises(Refused, match=r"finding-unknown: .* is not known here") as caught:
        UNTOLD.answer(ANSWERS, DISPUTE, live())
    assert (caught.value.article, caught.value.kind) == ("20", RefusalKind.FORM)


@pytest.mark.parametrize("answerer", [ANOTHERS, UNTOLD])
def test_an_answer_told_afterwards_is_not_asked_what_the_lane_knew(answerer: Answerer) -> None:
    assert answerer.answer(ANSWERS, DISPUTE, transcribed())
