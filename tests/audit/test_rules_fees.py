"""fee_too_high, 8.1(6), and fee_taken_for_free_service, 18.2: what a window may take."""

from msgspec.structs import replace

from events.common import Money
from events.law.norms import Fee, StandardContents
from events.law.variant import Applies
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.fees import INDEX_UNKNOWN, OTHER_CURRENCY
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

HIGH, FREE = "fee_too_high", "fee_taken_for_free_service"
BEGUN = (x.LODGED, x.ACCEPTED)


def costing(*fees: Fee) -> StandardContents:
    return replace(x.CONTENTS, fees=fees)


def tenge(minor: int) -> Fee:
    return Fee(amount=Money(minor=minor, currency="KZT"))


DAY = ledger_day("2024-05-03", costing(tenge(50_000)))


def test_what_the_standard_says_may_be_taken_and_not_a_tiyn_more() -> None:
    assert findings(case(*BEGUN, c.fee(50_000)), DAY) == {}
    assert the_finding(HIGH, case(*BEGUN, c.fee(50_001)), DAY) == Evidence(
        charged=x.CENTRE, began=ref(3), subject=x.CASE, event_ids=(ref(3),)
    )


def test_it_is_the_sum_that_counts_and_what_went_beyond_is_charged() -> None:
    parts = (c.fee(30_000), c.fee(20_000), c.fee(1))

    assert findings(case(*BEGUN, *parts[:2]), DAY) == {}
    finding = the_finding(HIGH, case(*BEGUN, *parts), DAY)
    assert (finding.began, finding.event_ids) == (ref(5), (ref(3), ref(4), ref(5)))


def test_the_next_window_that_takes_more_is_charged_itself() -> None:
    file = case(
        *BEGUN,
        c.fee(50_000),
        c.transferred(),
        (c.NEXT_WINDOW, c.taken_over()),
        (c.NEXT_WINDOW, c.fee(1)),
    )

    finding = the_finding(HIGH, file, DAY)

    assert (finding.charged, finding.began) == ("astana", ref(2, c.NEXT_WINDOW))


def test_what_was_given_back_was_not_kept() -> None:
    back = replace(ledger_day("2024-05-13", costing(tenge(50_000)), window_role="portal"))
    taken = (*BEGUN, x.FORWARDED, x.registered(), x.received("2024-05-10"), c.fee(60_000))

    assert findings(case(*taken, c.fee_returned(10_000)), back) == {}
    assert list(findings(case(*taken, c.fee_returned(9_999)), back)) == [HIGH]


def test_for_a_free_service_nothing_is_taken() -> None:
    for free in (costing(), costing(tenge(0))):
        day = ledger_day("2024-05-03", free)

        assert findings(case(*BEGUN), day) == {}
        assert the_finding(FREE, case(*BEGUN, c.fee(1)), day) == Evidence(
            charged=x.CENTRE, began=ref(3), subject=x.CASE, event_ids=(ref(3),)
        )


def test_a_fee_given_back_was_not_kept_for_a_free_service_either() -> None:
    day = ledger_day("2024-05-13", window_role="portal")
    taken = (*BEGUN, x.FORWARDED, x.registered(), x.received("2024-05-10"), c.fee(500))

    assert findings(case(*taken, c.fee_returned(500)), day) == {}


def test_the_fee_is_that_of_the_variant() -> None:
    elsewhere = replace(tenge(90_000), applies_when=Applies(channel=("portal",)))

    day = ledger_day("2024-05-03", costing(elsewhere))

    assert list(findings(case(*BEGUN, c.fee(90_000)), day)) == [FREE]


def test_a_share_of_an_index_or_another_currency_cannot_be_compared() -> None:
    index = ledger_day("2024-05-03", costing(Fee(index_permille=500)))

    assert undecidable(case(*BEGUN, c.fee(1)), index) == {HIGH: INDEX_UNKNOWN.reason}
    in_euro = case(*BEGUN, c.fee(1, currency="EUR"))
    assert undecidable(in_euro, DAY) == {HIGH: OTHER_CURRENCY.reason}


def test_without_the_standard_nobody_knows_the_fee() -> None:
    day = ledger_day("2024-05-03", None)

    assert {HIGH, FREE} <= set(undecidable(case(*BEGUN, c.fee(1)), day))
    assert {HIGH, FREE}.isdisjoint(undecidable(case(*BEGUN), day))


def test_a_lane_that_is_no_window_of_the_case_takes_no_fee() -> None:
    assert findings(case(*BEGUN, (OTHER_LANE, c.fee(90_000))), DAY) == {}
