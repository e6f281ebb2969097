"""A finding stands until a later fact takes it away; an officer's review does not (20)."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from events.audit import CitedNorm, FindingReviewed
from events.words import FindingKind
from services.audit.domain.commands import RecordFinding, ReviewFinding, SupersedeFinding
from services.audit.domain.finding import Finding
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form, transcribed

NONE: Final = Finding(finding_id="f-1")
RECORD: Final = RecordFinding(
    finding_id="f-1",
    rule="told_wrong",
    rules_edition="2024-05-01/1",
    citation=CitedNorm(act="kz-draft-1579-2012", article="4.1(1)"),
    kind=FindingKind.BREACH,
    reading=None,
    charged="almaty-centre",
    subject="5d0e4c61f0a94b1e4f10433808ba46bd",
    due_on=date(2024, 5, 10),
    days_late=None,
    event_ids=("intake.almaty-1/application-5d0e4c61f0a94b1e4f10433808ba46bd:2",),
    calendar_version="kz/2024/1",
    jurisdiction="kz",
    judged_day=TODAY,
)
MADE: Final = given(NONE, *NONE.record(RECORD, live()))
REVIEW: Final = ReviewFinding(finding_id="f-1", verdict="dismissed", reason="act_of_god")


def test_a_review_names_verdict_and_reason_and_is_for_the_charged_agency() -> None:
    (event,) = MADE.review(REVIEW, live())

    assert event == FindingReviewed(
        on=TODAY,
        finding_id="f-1",
        verdict="dismissed",
        reason="act_of_god",
        charged="almaty-centre",
        jurisdiction="kz",
    )


@pytest.mark.parametrize("verdict", ["confirmed", "dismissed"])
def test_a_reviewed_finding_stands_as_it_was_found(verdict: str) -> None:
    reviewed = given(MADE, *MADE.review(replace(REVIEW, verdict=verdict), live()))

    assert (reviewed.made, reviewed.stands) == (MADE.made, True)


def test_a_review_names_its_reason() -> None:
    forbidden_by_law(lambda by: MADE.review(replace(REVIEW, reason=""), by), "reason-missing", "20")


def test_where_no_reason_was_recorded_the_review_says_so() -> None:
    (event,) = MADE.review(replace(REVIEW, reason=""), transcribed())

    assert isinstance(event, FindingReviewed)
    assert event.reason == "not_recorded"


def test_only_what_was_found_is_reviewed() -> None:
    refused_for_form(lambda by: NONE.review(REVIEW, by), "no-such-finding")


def test_a_later_fact_takes_a_finding_away_and_it_is_still_to_be_read() -> None:
    away = SupersedeFinding(
        finding_id="f-1", charged="almaty-centre", jurisdiction="kz", judged_day=TODAY
    )

    superseded = given(MADE, *MADE.supersede(away, live()))

    assert (superseded.made, superseded.stands) == (MADE.made, False)
