"""result_to_centre_late, 5.5(5): sent to the centre a day and a night before the term ends."""

import pytest
from msgspec.structs import replace

from events.law.norms import Pause, PauseEffect, Term
from events.law.term import Unit
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.readings import DELIVERER_BEGINS
from tests.audit import examples as x
from tests.audit.given import case, findings, looked_at_again, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

RULE = "result_to_centre_late"
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())


@pytest.mark.parametrize("role", ["centre", "specialised_centre"])
def test_the_last_day_to_send_is_the_day_before_the_term_ends_holiday_or_not(role: str) -> None:
    day = ledger_day("2024-05-10", window_role=role)
    steps = x.decided("2024-05-06"), x.received("2024-05-10")

    in_time = case(*BEGUN, x.sent("2024-05-09"), *steps)
    late = case(*BEGUN, x.sent("2024-05-10"), *steps)

    assert findings(in_time, day) == {}
    assert the_finding(RULE, late, day) == Evidence(
        charged=x.DELIVERER,
        began=ref(2),
        subject=x.CASE,
        event_ids=(ref(2), ref(2, x.DELIVERER_LANE)),
        due_on=x.day("2024-05-09"),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_a_deliverer_that_hands_out_at_its_own_counter_sends_nothing() -> None:
    file = case(*BEGUN, x.sent("2024-05-10"), x.received("2024-05-10"))

    assert findings(file, ledger_day("2024-05-10", window_role="deliverer")) == {}


def test_a_result_that_was_not_sent_is_late_once_the_deliverer_has_closed_the_last_day() -> None:
    file = case(*BEGUN)
    last, after = ledger_day("2024-05-09"), ledger_day("2024-05-10")

    assert findings(file, last) == {}
    assert looked_at_again(RULE, file, last) == x.MAY_10
    assert the_finding(RULE, file, after).days_late is None


def test_only_the_deliverers_silence_hides_that_nothing_was_sent() -> None:
    file = case(*BEGUN)
    deliverer = ledger_day("2024-05-10", closed={x.DELIVERER_LANE: "2024-05-08"})
    window = ledger_day("2024-05-10", closed={x.WINDOW: "2024-05-08"})

    assert findings(file, deliverer) == {}
    assert looked_at_again(RULE, file, deliverer) == x.day("2024-05-11")
    assert list(findings(file, window)) == [RULE]


def test_an_arrival_in_time_proves_the_sending() -> None:
    file = case(*BEGUN, x.received("2024-05-09"))

    assert findings(file, ledger_day("2024-05-20")) == {}


def test_a_result_sent_elsewhere_was_not_sent_to_the_centre() -> None:
    file = case(*BEGUN, x.sent("2024-05-08", to_lane="intake.astana-1"), x.received("2024-05-10"))

    assert the_finding(RULE, file, ledger_day("2024-05-10")).days_late == 1


def test_an_entry_in_a_register_is_not_sent() -> None:
    decided = case(*BEGUN, x.decided("2024-05-10", result_kind="register_record"))
    undecided = case(*BEGUN)
    only_records = replace(x.CONTENTS, result_kinds=("register_record",))

    assert findings(decided, ledger_day("2024-05-10")) == {}
    assert findings(undecided, ledger_day("2024-05-10", only_records)) == {}


def test_a_term_that_ends_on_the_day_of_acceptance_leaves_no_day_to_send_on() -> None:
    one_day = Term(term_id="result", length=1, unit=Unit.WORKING_DAY, calendar="kz")
    contents = replace(x.CONTENTS, terms=(one_day,), paper_dispatch=("centre",))
    accepted = replace(x.ACCEPTED, told=x.told(x.MAY_3))
    file = case(x.LODGED, accepted, x.registered(), x.sent("2024-05-03"), x.received("2024-05-03"))

    assert findings(file, ledger_day("2024-05-20", contents)) == {}


def test_a_day_after_acceptance_leaves_the_day_of_acceptance_to_send_on() -> None:
    """Worked example 4: accepted on Monday 13 May, due on the 14th, to the centre by the 13th."""
    one_day = Term(term_id="result", length=1, unit=Unit.WORKING_DAY, calendar="kz")
    monday, told = x.day("2024-05-13"), x.told(x.day("2024-05-14"))
    begun = (replace(x.LODGED, on=monday), replace(x.ACCEPTED, on=monday, told=told))
    day = ledger_day("2024-05-20", replace(x.CONTENTS, terms=(one_day,)))

    in_time = case(*begun, x.sent("2024-05-13"), x.received("2024-05-14"))
    late = case(*begun, x.sent("2024-05-14"), x.received("2024-05-14"))

    assert findings(in_time, day) == {}
    assert the_finding(RULE, late, day).due_on == monday


def test_where_the_deliverers_acceptance_may_begin_the_term_the_last_day_is_arguable() -> None:
    contents = replace(x.CONTENTS, paper_dispatch=("centre",))
    accepted = replace(x.ACCEPTED, told=x.told(x.day("2024-05-06")))
    begun = (x.LODGED, accepted, x.registered(x.day("2024-05-06")), x.decided("2024-05-06"))
    day = ledger_day("2024-05-20", contents)
    for on, reading in (("2024-05-12", DELIVERER_BEGINS), ("2024-05-13", None)):
        finding = findings(case(*begun, x.sent(on), x.received("2024-05-13")), day)[RULE]

        assert (finding.due_on, finding.reading) == (x.day("2024-05-05"), reading)

    open_on_6_may = ledger_day("2024-05-06", contents)
    assert findings(case(*begun), open_on_6_may)[RULE].reading == DELIVERER_BEGINS
    assert looked_at_again(RULE, case(*begun), open_on_6_may) == x.day("2024-05-13")
    assert looked_at_again(RULE, case(*begun), day) is None


def test_while_the_term_is_paused_nobody_knows_the_last_day_to_send() -> None:
    pausing = replace(x.CONTENTS, pauses=(Pause(ground="inquiry", effect=PauseEffect.CONTINUE),))
    day = ledger_day("2024-05-20", pausing)
    paused = (*BEGUN, x.paused("2024-05-06", None))

    assert RULE in undecidable(case(*paused), day)
    assert RULE not in undecidable(case(*paused, x.sent("2024-05-09")), day)
