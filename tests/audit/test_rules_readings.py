"""A breach is certain if it holds in every reading of the law, else arguable."""

from msgspec.structs import replace

from events.law.norms import StandardContents
from services.audit.domain.rules.readings import BOTH, DECISION_ENDS, DELIVERER_BEGINS
from tests.audit import examples as x
from tests.audit.given import case, findings, looked_at_again, ref, the_finding
from tests.audit.ledger_days import ledger_day

RULE = "service_term_missed"
COUNTER = "deliverer"

ON_PAPER: StandardContents = replace(x.CONTENTS, paper_dispatch=("centre",))
"""14.1: Friday 3 May is day 1, so the term ends on Monday 6 May (worked example 2)."""
MAY_6 = x.day("2024-05-06")
TAKEN_IN = (x.LODGED, replace(x.ACCEPTED, told=x.told(MAY_6)))
BEGUN = (*TAKEN_IN, x.registered(MAY_6))
"""If the deliverer's acceptance on 6 May is day 1, Monday 13 May is the last."""


def test_a_decision_on_the_last_day_makes_the_late_arrival_arguable() -> None:
    day = ledger_day("2024-05-20", window_role=COUNTER)
    begun = (x.LODGED, x.ACCEPTED, x.registered())
    for on, reading in (("2024-05-10", DECISION_ENDS), ("2024-05-11", None)):
        file = case(*begun, x.decided(on), x.received("2024-05-14"))

        assert the_finding(RULE, file, day).reading == reading


def test_what_a_reading_rests_on_is_shown() -> None:
    file = case(*BEGUN, x.decided("2024-05-06"), x.received("2024-05-14"))

    finding = the_finding(RULE, file, ledger_day("2024-05-20", ON_PAPER, window_role=COUNTER))

    assert finding.event_ids == (ref(2), ref(2, x.DELIVERER_LANE), ref(3))


def test_the_day_of_acceptance_counts_where_papers_go_to_the_deliverer() -> None:
    day = ledger_day("2024-05-20", ON_PAPER, window_role=COUNTER)

    in_time = case(*BEGUN, x.received("2024-05-06"))
    late = case(*BEGUN, x.received("2024-05-08"))

    assert findings(in_time, day) == {}
    assert the_finding(RULE, late, day).days_late == 2


def test_a_first_day_that_the_standard_itself_counts_bears_no_second_reading() -> None:
    term = replace(x.CONTENTS.terms[0], first_day_counted=True)
    day = ledger_day("2024-05-20", replace(x.CONTENTS, terms=(term,)), window_role=COUNTER)

    finding = the_finding(RULE, case(*BEGUN, x.received("2024-05-13")), day)

    assert (finding.due_on, finding.reading) == (MAY_6, None)


def test_a_lenient_term_that_no_calendar_covers_has_not_passed_for_anybody_to_say() -> None:
    last_days = replace(x.ACCEPTED, on=x.day("2025-12-24"), told=x.told(x.day("2025-12-26")))
    lodged = replace(x.LODGED, on=x.day("2025-12-24"))
    file = case(lodged, last_days, x.registered(x.day("2025-12-31")))
    day = ledger_day("2026-01-20", ON_PAPER, window_role=COUNTER)

    assert the_finding(RULE, file, day).reading == DELIVERER_BEGINS


def test_a_term_that_the_deliverers_acceptance_begins_may_end_later() -> None:
    day = ledger_day("2024-05-20", ON_PAPER, window_role=COUNTER)
    for on, reading in (("2024-05-13", DELIVERER_BEGINS), ("2024-05-14", None)):
        file = case(*BEGUN, x.decided(on), x.received(on))

        assert the_finding(RULE, file, day).reading == reading


def test_a_term_may_be_kept_only_in_both_lenient_readings_together() -> None:
    day = ledger_day("2024-05-20", ON_PAPER, window_role=COUNTER)
    file = case(*BEGUN, x.decided("2024-05-13"), x.received("2024-05-14"))

    assert the_finding(RULE, file, day).reading == BOTH


def test_an_open_breach_is_looked_at_again_when_the_lenient_term_has_passed() -> None:
    file = case(*BEGUN)
    before, last, after = (
        ledger_day(on, ON_PAPER, window_role=COUNTER)
        for on in ("2024-05-07", "2024-05-13", "2024-05-14")
    )

    assert the_finding(RULE, file, before).reading == DELIVERER_BEGINS
    assert looked_at_again(RULE, file, before) == x.day("2024-05-14")
    assert the_finding(RULE, file, last).reading == DELIVERER_BEGINS
    assert the_finding(RULE, file, after).reading is None
    assert looked_at_again(RULE, file, after) is None


def test_an_open_breach_stays_arguable_while_a_lane_has_not_closed_the_lenient_last_day() -> None:
    silent = {x.DELIVERER_LANE: "2024-05-12"}
    day = ledger_day("2024-05-20", ON_PAPER, closed=silent, window_role=COUNTER)

    assert the_finding(RULE, case(*BEGUN), day).reading == DELIVERER_BEGINS
    assert looked_at_again(RULE, case(*BEGUN), day) == x.day("2024-05-21")


def test_a_case_that_the_deliverer_never_registered_stays_arguable() -> None:
    day = ledger_day("2024-06-20", ON_PAPER, window_role=COUNTER)

    assert the_finding(RULE, case(*TAKEN_IN), day).reading == DELIVERER_BEGINS
    assert looked_at_again(RULE, case(*TAKEN_IN), day) is None
