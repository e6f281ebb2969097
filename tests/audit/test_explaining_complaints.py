"""`qyzmet explain` counts a complaint's terms day by day, as the rules did (19.2-19.6)."""

from collections.abc import Sequence

import pytest

from events.audit import CitedNorm, FindingMade
from services.audit.application.explaining_complaints import ON_A_STAGE, complaint_counts
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Kind
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import SENTENCES
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import at, case, on, the_finding, window

BEGUN = (c.lodged(), c.registered())
EXTENDED = (*BEGUN, c.extended("2024-05-06", 3))


def made(rule: str, file: CaseFile, day: LedgerDay) -> FindingMade:
    """Record the only finding of a rule."""
    found = the_finding(rule, file, day)
    return FindingMade(
        on=day.day,
        finding_id="f" * 64,
        rule=rule,
        rules_edition="1",
        citation=CitedNorm(act="draft", article="19.2"),
        kind=Kind.BREACH,
        certainty="certain",
        charged=found.charged,
        subject=found.subject,
        due_on=found.due_on,
        days_late=found.days_late,
        event_ids=found.event_ids,
        calendar_version=found.calendar_version,
        jurisdiction="kz",
        judged_day=day.day,
    )


def explained(rule: str, file: CaseFile, day: LedgerDay) -> Sequence[str]:
    return [text.strip() for text in complaint_counts(made(rule, file, day), file, day)]


def test_a_late_answer_is_explained_by_the_five_working_days_from_receipt() -> None:
    late = case(at(c.JUSTICE, *BEGUN, c.decided(c.AFTER), c.sent(c.AFTER)))

    blank, title, *days, due = explained("complaint_stage_late", late, on("2024-05-20"))

    assert blank == ""
    assert title == "The complaint's term at stage 1 (19.2), day by day (calendar kz/2024/1)"
    assert days[0].startswith("Fri 2024-05-03")
    assert due == "due 14 May"


def test_an_extension_that_counts_is_explained_from_the_original_last_day() -> None:
    told_in_time = (*EXTENDED, c.notified("2024-05-06"))
    late = case(at(c.JUSTICE, *told_in_time))

    lines = explained("complaint_stage_late", late, on("2024-05-20"))

    assert [text for text in lines if text.startswith("due")] == ["due 14 May", "due 17 May"]
    assert any(text.startswith("With 3 working days more") for text in lines)


def test_an_extension_that_was_not_told_is_explained_by_the_days_back_from_the_last_one() -> None:
    untold = case(at(c.JUSTICE, *EXTENDED))

    lines = explained("extension_not_told", untold, on("2024-05-20"))

    assert [text for text in lines if text.startswith(("due", "by"))] == ["due 14 May", "by 6 May"]


def test_what_a_body_says_nothing_of_is_explained_from_the_day_on_which_it_was_handed_in() -> None:
    silent = case(window(c.handed_in()))

    *_, due = explained("complaint_not_registered", silent, on("2024-05-20"))

    assert due == "due 14 May"


@pytest.mark.parametrize("missing", ["law", "calendars"])
def test_where_a_norm_is_not_known_nothing_is_explained(missing: str) -> None:
    late = case(at(c.JUSTICE, *BEGUN))
    finding = made("complaint_stage_late", late, on("2024-05-20"))
    day = on("2024-05-20", law=None) if missing == "law" else on("2024-05-20", calendars=None)

    assert list(complaint_counts(finding, late, day)) == []


def test_the_rules_that_a_stage_explains_are_rules() -> None:
    assert SENTENCES.keys() >= ON_A_STAGE
