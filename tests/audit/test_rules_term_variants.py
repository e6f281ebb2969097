"""service_term_missed where the standard has a term for refusals, or counts from payment (8.1(5)).

Three working days from Friday 3 May 2024 end on Friday 10 May, two on Monday 6 May.
"""

import pytest
from msgspec.structs import replace

from events.common import Act, Money
from events.law.norms import Fee, Term
from events.law.term import Unit
from events.provider import Ground, GroundSource, Outcome
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

RULE = "service_term_missed"
COUNTER = "deliverer"
RESULT = x.CONTENTS.terms[0]
REFUSAL = replace(RESULT, term_id="refusal", ends_at="refusal", length=2)
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
FORGED = Ground(source=GroundSource.STANDARD, code="forged", citation="8.1(8)")

DAY = ledger_day("2024-05-20", replace(x.CONTENTS, terms=(RESULT, REFUSAL)), window_role=COUNTER)


def refused(on: str) -> Act:
    return x.decided(on, outcome=Outcome.REFUSED, grounds=(FORGED,))


@pytest.mark.parametrize(("on", "found"), [("2024-05-06", []), ("2024-05-07", [RULE])])
def test_a_refusal_keeps_the_term_of_refusals(on: str, found: list[str]) -> None:
    file = case(*BEGUN, refused(on), x.received(on))

    assert list(findings(file, DAY)) == found


def test_a_grant_keeps_the_term_of_the_result() -> None:
    file = case(*BEGUN, x.decided("2024-05-07"), x.received("2024-05-10"))

    assert findings(file, DAY) == {}


def test_before_a_decision_the_term_of_the_result_runs() -> None:
    file, contents = case(*BEGUN), replace(x.CONTENTS, terms=(RESULT, REFUSAL))
    last, after = (
        ledger_day(on, contents, window_role=COUNTER) for on in ("2024-05-10", "2024-05-11")
    )

    assert findings(file, last) == {}
    assert the_finding(RULE, file, after).due_on == x.MAY_10


def test_the_date_told_at_acceptance_is_that_of_the_result_whatever_is_decided() -> None:
    file = case(*BEGUN, refused("2024-05-06"), x.received("2024-05-06"))

    assert findings(file, DAY) == {}


def test_where_the_standard_has_no_other_term_a_refusal_keeps_the_same() -> None:
    file = case(*BEGUN, refused("2024-05-10"), x.received("2024-05-10"))

    assert findings(file, ledger_day("2024-05-20", window_role=COUNTER)) == {}


PAID = replace(
    x.CONTENTS,
    terms=(Term(term_id="result", length=3, unit=Unit.WORKING_DAY, calendar="kz", starts="paid"),),
    fees=(Fee(amount=Money(minor=100, currency="KZT")),),
)
PAID_DAY = ledger_day("2024-05-20", PAID, window_role=COUNTER)
AFTER = (x.FORWARDED, x.registered())


def accepted(on: str, told: str) -> Act:
    return replace(x.ACCEPTED, on=x.day(on), told=x.told(x.day(told)))


@pytest.mark.parametrize(("on", "found"), [("2024-05-10", []), ("2024-05-11", [RULE])])
def test_a_term_that_counts_from_payment_begins_with_the_last_one_before_acceptance(
    on: str, found: list[str]
) -> None:
    paid = (c.fee(40, on="2024-05-02"), c.fee(60, on="2024-05-03"))
    lodged = replace(x.LODGED, on=x.day("2024-05-02"))
    file = case(lodged, *paid, accepted("2024-05-06", "2024-05-10"), *AFTER, x.received(on))

    assert list(findings(file, PAID_DAY)) == found


def test_where_nothing_was_paid_before_the_first_payment_after_acceptance_begins_it() -> None:
    late_payer = (
        x.LODGED,
        accepted("2024-05-03", "2024-05-14"),
        *AFTER,
        c.fee(100, on="2024-05-06"),
    )

    assert findings(case(*late_payer, x.received("2024-05-14")), PAID_DAY) == {}
    found = findings(case(*late_payer, x.received("2024-05-15")), PAID_DAY)
    assert found[RULE].due_on == x.day("2024-05-14")


def test_what_another_lane_took_begins_nothing() -> None:
    file = case(*BEGUN, (OTHER_LANE, c.fee(100)))

    assert findings(file, PAID_DAY) == {}
    assert "paid" in undecidable(file, PAID_DAY)[RULE]
