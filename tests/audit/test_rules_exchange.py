"""5.5(4): inquiry_late and inquiry_refused_without_ground: what a body holds it gives."""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.law.norms import InquiryTerm, StandardContents, Term
from events.law.term import Unit
from events.words import InquiryOutcome
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.shown import Shown
from tests.audit import examples as x
from tests.audit import examples_complaints as complaints
from tests.audit import examples_course as c
from tests.audit.given import (
    case,
    entries,
    findings,
    looked_at_again,
    ref,
    the_finding,
    undecidable,
)
from tests.audit.ledger_days import ledger_day

LATE, GROUNDLESS = "inquiry_late", "inquiry_refused_without_ground"
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
QUESTION = ref(2, x.DELIVERER_LANE)
ASKED = (*BEGUN, c.inquired("id"))
ONE_DAY = Term(term_id="answer", length=1, unit=Unit.WORKING_DAY, calendar="kz")


def answering(*documents: str) -> StandardContents:
    return replace(x.CONTENTS, inquiries=(InquiryTerm(documents=documents, term=ONE_DAY),))


def day(on: str, *, silent: str | None = None) -> LedgerDay:
    """A day when answers are due within a working day: by Saturday 4 May, one in that week."""
    closed = {} if silent is None else {silent: "2024-05-03"}
    return ledger_day(on, answering("id"), closed=closed)


def test_an_answer_on_the_last_day_is_in_time_and_the_day_after_late() -> None:
    in_time = case(*ASKED, c.answered(QUESTION, "id", on="2024-05-04"))
    late = case(*ASKED, c.answered(QUESTION, "id", on="2024-05-05"))

    assert findings(in_time, day("2024-05-06")) == {}
    assert the_finding(LATE, late, day("2024-05-06")) == Evidence(
        charged=x.HOLDER,
        began=QUESTION,
        subject=x.CASE,
        event_ids=(QUESTION, ref(1, x.HOLDER_LANE)),
        due_on=x.day("2024-05-04"),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_an_answer_that_has_not_come_is_late_once_the_holder_has_closed_the_last_day() -> None:
    file = case(*ASKED)

    assert findings(file, day("2024-05-04")) == {}
    assert looked_at_again(LATE, file, day("2024-05-04")) == x.day("2024-05-05")
    assert findings(file, day("2024-05-06", silent=x.HOLDER_LANE)) == {}
    assert list(findings(file, day("2024-05-06", silent=x.DELIVERER_LANE))) == [LATE]
    assert the_finding(LATE, file, day("2024-05-05")).days_late is None


def test_the_holders_time_begins_when_it_could_know_of_the_question() -> None:
    told = entries(*ASKED, c.answered(QUESTION, "id", on="2024-05-06"))

    at_once = CaseFile(x.CASE, told)
    later = CaseFile(x.CASE, told, shown=lambda _: Shown(x.day("2024-05-04")))

    assert list(findings(at_once, day("2024-05-07"))) == [LATE]
    assert findings(later, day("2024-05-07")) == {}


def test_an_answer_from_another_lane_or_to_another_question_is_none() -> None:
    answer = c.answered(QUESTION, "id", on="2024-05-04")
    to_another = c.answered(ref(9, x.DELIVERER_LANE), "id", on="2024-05-04")

    assert list(findings(case(*ASKED, (x.DELIVERER_LANE, answer)), day("2024-05-06"))) == [LATE]
    assert list(findings(case(*ASKED, to_another), day("2024-05-06"))) == [LATE]


@pytest.mark.parametrize(
    "question",
    [
        c.inquired("deed"),  # For which the standard sets no term.
        c.inquired("id", to_lane=None),
        c.inquired("id", to_lane="provider.unregistered"),
        c.inquired("id", kind="complaint"),
    ],
)
def test_where_no_norm_sets_a_term_or_no_lane_could_answer_nothing_is_late(question: Act) -> None:
    assert findings(case(*BEGUN, question), day("2024-05-06")) == {}


def test_a_body_that_examines_a_complaint_asks_by_another_article() -> None:
    body = complaints.JUSTICE
    asked = (body, c.inquired("id"))
    answer = c.answered(ref(2, body), on="2024-05-10", outcome="refused")

    file = case(*BEGUN, (body, complaints.lodged()), asked, answer)

    assert not {LATE, GROUNDLESS} & set(findings(file, day("2024-05-13")))


def test_without_the_standard_nobody_knows_the_term() -> None:
    assert LATE in undecidable(case(*ASKED), ledger_day("2024-05-06", None))
    assert LATE not in undecidable(case(*BEGUN), ledger_day("2024-05-06", None))


def test_a_holder_that_refuses_names_a_ground() -> None:
    refused = c.answered(QUESTION, on="2024-05-04", outcome="refused", ground=None)

    finding = the_finding(GROUNDLESS, case(*ASKED, refused), day("2024-05-04"))

    assert finding == Evidence(
        charged=x.HOLDER,
        began=QUESTION,
        subject=x.CASE,
        event_ids=(QUESTION, ref(1, x.HOLDER_LANE)),
    )


@pytest.mark.parametrize(
    ("outcome", "ground"), [("refused", "secret"), ("not_held", None), ("provided", None)]
)
def test_a_holder_that_names_a_ground_or_refuses_nothing_may(
    outcome: InquiryOutcome, ground: str | None
) -> None:
    answer = c.answered(QUESTION, on="2024-05-04", outcome=outcome, ground=ground)

    assert findings(case(*ASKED, answer), day("2024-05-04")) == {}
