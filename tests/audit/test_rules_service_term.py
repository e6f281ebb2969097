"""service_term_missed, 5.5(1): the last day, the day after, and what is known of either."""

from msgspec.structs import replace

from events.law.norms import Term
from events.law.term import Unit
from events.provider import Outcome
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.readings import DECISION_ENDS
from tests.audit import examples as x
from tests.audit.given import case, findings, looked_at_again, ref, the_finding
from tests.audit.ledger_days import OTHER_LANE, OWN_COUNTER, ledger_day

RULE = "service_term_missed"
COUNTER = "deliverer"  # The deliverer's own window: no duty to send to a centre.
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())


def test_a_result_that_can_be_had_on_the_last_day_is_in_time() -> None:
    file = case(*BEGUN, x.decided("2024-05-10"), x.received("2024-05-10"))

    assert findings(file, ledger_day("2024-05-11", window_role=COUNTER)) == {}


def test_a_result_that_comes_the_day_after_is_one_day_late_at_its_deliverer() -> None:
    file = case(*BEGUN, x.decided("2024-05-11"), x.received("2024-05-11"))

    assert the_finding(RULE, file, ledger_day("2024-05-11", window_role=COUNTER)) == Evidence(
        charged=x.DELIVERER,
        began=ref(2),
        subject=x.CASE,
        event_ids=(ref(2), ref(4)),
        due_on=x.MAY_10,
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_a_result_that_has_not_come_is_missed_only_once_the_last_day_has_passed() -> None:
    file = case(*BEGUN)
    last, after = (ledger_day(on, window_role=COUNTER) for on in ("2024-05-10", "2024-05-11"))

    assert findings(file, last) == {}
    assert looked_at_again(RULE, file, last) == x.day("2024-05-11")
    assert the_finding(RULE, file, after).days_late is None
    assert looked_at_again(RULE, file, after) is None


def test_nothing_is_said_while_either_lane_has_not_closed_the_last_day() -> None:
    file = case(*BEGUN)
    for lane in (x.WINDOW, x.DELIVERER_LANE):
        silent = ledger_day("2024-05-20", closed={lane: "2024-05-09"}, window_role=COUNTER)
        enough = ledger_day("2024-05-20", closed={lane: "2024-05-10"}, window_role=COUNTER)

        assert findings(file, silent) == {}
        assert looked_at_again(RULE, file, silent) == x.day("2024-05-21")
        assert list(findings(file, enough)) == [RULE]


def test_a_late_result_is_no_breach_while_the_deliverer_may_still_tell_a_pause() -> None:
    file = case(*BEGUN, x.received("2024-05-13"))
    silent = {x.DELIVERER_LANE: "2024-05-09"}

    assert findings(file, ledger_day("2024-05-14", closed=silent, window_role=COUNTER)) == {}
    assert list(findings(file, ledger_day("2024-05-14", window_role=COUNTER))) == [RULE]


def test_a_lane_that_the_case_did_not_name_cannot_say_that_the_result_came() -> None:
    day = ledger_day("2024-05-14", window_role=COUNTER)
    for lane in (OTHER_LANE, OWN_COUNTER):
        file = case(*BEGUN, (lane, x.received("2024-05-10")))

        assert the_finding(RULE, file, day).days_late is None
        assert [entry.lane for entry in file.strangers] == [lane]


def test_the_first_arrival_ends_the_term() -> None:
    file = case(*BEGUN, x.received("2024-05-10"), x.received("2024-05-14"))

    assert findings(file, ledger_day("2024-05-14", window_role=COUNTER)) == {}


def test_a_centre_that_had_the_result_sent_in_time_answers_for_its_late_arrival() -> None:
    file = case(*BEGUN, x.decided("2024-05-08"), x.sent("2024-05-09"), x.received("2024-05-13"))

    finding = the_finding(RULE, file, ledger_day("2024-05-13"))

    assert (finding.charged, finding.days_late) == (x.CENTRE, 3)
    assert finding.event_ids == (ref(2), *(ref(n, x.DELIVERER_LANE) for n in (2, 3)), ref(4))
    assert finding.reading == DECISION_ENDS


def test_a_record_in_a_register_can_be_had_where_it_is_decided() -> None:
    for on, missed in (("2024-05-10", []), ("2024-05-11", [RULE])):
        file = case(*BEGUN, x.decided(on, result_kind="register_record"))

        assert list(findings(file, ledger_day("2024-05-20"))) == missed


def test_an_applicant_who_ended_the_case_waits_for_no_result() -> None:
    file = case(*BEGUN, x.decided("2024-05-07", outcome=Outcome.ENDED_BY_APPLICANT))

    assert findings(file, ledger_day("2024-05-20")) == {}


def test_a_term_of_calendar_days_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    term = Term(term_id="result", length=4, unit=Unit.CALENDAR_DAY, calendar="kz")
    contents = replace(x.CONTENTS, terms=(term,))
    for on, missed in (("2024-05-10", []), ("2024-05-11", [RULE])):
        file = case(*BEGUN, x.received(on))

        assert (
            list(findings(file, ledger_day("2024-05-11", contents, window_role=COUNTER))) == missed
        )
