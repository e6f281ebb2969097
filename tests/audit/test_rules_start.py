"""start_differs, 8.1(5): what a window says that the term counts from; and who told by it.

Three working days from Friday 3 May 2024: Saturday 4 (working), Monday 6, Friday 10 May.
"""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import ApplicationForwarded
from events.law.norms import Extension, StandardContents, Term
from events.law.term import Unit
from events.law.variant import Applies, TermStart
from services.audit.domain.evidence import Evidence
from services.audit.domain.ledger_day import LedgerDay
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, looked_at_again, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

RULE, TOLD = "start_differs", "told_wrong"
START = TermStart(variant=x.VARIANT, accepted_on=x.MAY_3)
MAY_4 = replace(START, accepted_on=x.day("2024-05-04"))
LONGER = Extension(grounds=("check",), length=3, unit=Unit.WORKING_DAY)
CONTENTS = replace(x.CONTENTS, extension=LONGER)
PAID = replace(
    CONTENTS,
    terms=(replace(x.CONTENTS.terms[0], starts="paid"),),
    channels=("centre", "portal"),
)
ON = "2024-05-06"
BEGUN = (x.LODGED, x.ACCEPTED)
NEXT = c.NEXT_WINDOW


def day(contents: StandardContents | None = CONTENTS, on: str = ON) -> LedgerDay:
    return ledger_day(on, contents, window_role="deliverer")


def forwarded(start: TermStart | None, on: str = "2024-05-03") -> ApplicationForwarded:
    return replace(x.FORWARDED, on=x.day(on), start=start)


def handed_over(start: TermStart | None, to_lane: str = NEXT) -> Act:
    told = c.transferred()
    at = replace(
        told.case,
        variant=x.VARIANT if start is None else start.variant,
        accepted_on=None if start is None else start.accepted_on,
        paid_on=None if start is None else start.paid_on,
    )
    return replace(told, to_lane=to_lane, case=at)


@pytest.mark.parametrize("start", [START, None], ids=["the acceptance", "nothing"])
def test_a_window_tells_the_acceptance_or_nothing(start: TermStart | None) -> None:
    assert findings(case(*BEGUN, forwarded(start)), day()) == {}


@pytest.mark.parametrize("on", ["2024-05-02", "2024-05-04"])
def test_a_day_earlier_or_later_is_told_wrongly_by_the_window(on: str) -> None:
    file = case(*BEGUN, forwarded(replace(START, accepted_on=x.day(on))))

    assert the_finding(RULE, file, day()) == Evidence(
        charged=x.CENTRE, began=ref(3), subject=x.CASE, event_ids=(ref(2), ref(3))
    )


def test_what_the_term_does_not_count_from_may_be_told_otherwise() -> None:
    paid = replace(START, paid_on=x.day("2024-05-02"))

    assert findings(case(*BEGUN, forwarded(paid)), day()) == {}


@pytest.mark.parametrize(("length", "found"), [(3, []), (4, [RULE])])
def test_another_way_of_the_service_is_told_wrongly_if_its_term_is_another(
    length: int, found: list[str]
) -> None:
    there = Term(term_id="result", length=length, unit=Unit.WORKING_DAY, calendar="kz")
    terms = (replace(there, applies_when=Applies(channel=("portal",))), x.CONTENTS.terms[0])
    other = replace(START, variant=replace(x.VARIANT, channel="portal"))

    file = case(*BEGUN, forwarded(other))

    contents = replace(CONTENTS, terms=terms if length != 3 else x.CONTENTS.terms)
    assert list(findings(file, day(contents))) == found


def paid_on(on: str | None) -> TermStart:
    return replace(START, paid_on=None if on is None else x.day(on))


@pytest.mark.parametrize(
    ("fees", "told", "found"),
    [
        (("2024-05-02", "2024-05-03"), "2024-05-03", []),
        (("2024-05-02", "2024-05-03"), "2024-05-02", [RULE]),
        (("2024-05-03",), "2024-05-04", [RULE]),
        (("2024-05-03",), None, [RULE]),
        ((), None, []),
        ((), "2024-05-03", [RULE]),
    ],
    ids=["the last fee", "an earlier one", "none such", "none told", "not begun", "no fee at all"],
)
def test_a_term_from_payment_is_told_to_begin_with_the_last_fee_before_acceptance(
    fees: tuple[str, ...], told: str | None, found: list[str]
) -> None:
    contents = replace(PAID, fees=())
    taken = [c.fee(1, on) for on in fees]
    file = case(x.LODGED, *taken, x.ACCEPTED, forwarded(paid_on(told)))

    assert [one for one in findings(file, day(contents)) if one == RULE] == found


def test_a_fee_that_was_taken_only_after_the_telling_makes_it_no_less_right() -> None:
    later = case(*BEGUN, forwarded(paid_on(None)), c.fee(1, "2024-05-04"))
    before = case(*BEGUN, c.fee(1, "2024-05-03"), forwarded(paid_on(None)))

    assert RULE not in findings(later, day(PAID))
    assert RULE in findings(before, day(PAID))


def test_a_start_that_cannot_be_compared_yet_waits_for_all_windows() -> None:
    """A window before may have taken the fee."""
    told = (handed_over(paid_on("2024-05-03")), (NEXT, forwarded(paid_on("2024-05-04"))))
    silent = ledger_day(ON, PAID, window_role="deliverer", closed={x.WINDOW: "2024-05-02"})
    file = case(*BEGUN, *told)

    assert RULE not in findings(file, silent)
    assert looked_at_again(RULE, file, silent) == x.day("2024-05-07")


def test_without_the_standard_nobody_knows_what_its_term_counts_from() -> None:
    file = case(*BEGUN, forwarded(MAY_4))

    assert RULE in undecidable(file, day(None))
    assert RULE not in undecidable(case(*BEGUN, forwarded(None)), day(None))


def test_a_date_as_told_counts_from_nothing() -> None:
    as_told = replace(CONTENTS, terms=(Term(term_id="result", unit=Unit.AS_TOLD),))

    assert findings(case(*BEGUN, forwarded(MAY_4)), day(as_told)) == {}


def test_a_window_that_hands_a_case_over_with_a_wrong_start_is_charged_and_not_the_next() -> None:
    misled = case(*BEGUN, handed_over(MAY_4), (NEXT, forwarded(MAY_4)))
    rightly = case(*BEGUN, handed_over(START), (NEXT, forwarded(START)))
    of_its_own = case(*BEGUN, handed_over(START), (NEXT, forwarded(MAY_4)))

    finding = the_finding(RULE, misled, day())
    assert (finding.charged, finding.began) == (x.CENTRE, ref(3))
    assert findings(rightly, day()) == {}
    assert the_finding(RULE, of_its_own, day()).charged == "astana"


def test_what_no_window_of_the_case_tells_is_no_start() -> None:
    elsewhere = (NEXT, forwarded(MAY_4))

    assert findings(case(*BEGUN, x.FORWARDED, elsewhere), day()) == {}


@pytest.mark.parametrize("new_date", ["2024-05-13", "2024-05-14"])
def test_a_deliverer_tells_no_wrong_date_by_the_start_that_it_was_told(new_date: str) -> None:
    """Four working days from 3 May end on 13 May, from 4 May on 14 May."""
    told = c.extended("2024-05-06", 1, new_date=new_date)
    file = case(*BEGUN, forwarded(MAY_4), x.registered(), told)

    assert the_finding(RULE, file, day()).charged == x.CENTRE


@pytest.mark.parametrize("start", [START, MAY_4, None], ids=["right", "wrong", "none"])
def test_a_date_that_no_start_gives_is_told_wrongly_by_the_deliverer(
    start: TermStart | None,
) -> None:
    told = c.extended("2024-05-06", 1, new_date="2024-05-15")
    file = case(*BEGUN, forwarded(start), x.registered(), told)

    found = findings(file, day())

    assert found[TOLD].charged == x.DELIVERER
    assert found[TOLD].due_on == x.day("2024-05-13")
    assert (RULE in found) == (start is MAY_4)


def test_what_another_deliverer_was_told_excuses_nobody() -> None:
    there = replace(forwarded(MAY_4), to_lane=x.HOLDER_LANE, on=x.day(ON))
    told = c.extended("2024-05-06", 1, new_date="2024-05-14")
    file = case(*BEGUN, forwarded(START), x.registered(), told, there)

    assert set(findings(file, day())) == {RULE, TOLD}


def test_a_window_that_recounts_what_it_passes_on_is_judged_by_the_true_start() -> None:
    told = c.extended("2024-05-06", 1, new_date="2024-05-13")
    notice = replace(x.noticed(ON, "2024-05-14"), about=ref(2, x.DELIVERER_LANE))
    file = case(*BEGUN, forwarded(MAY_4), x.registered(), told, notice)

    assert findings(file, day())[TOLD].charged == x.CENTRE
