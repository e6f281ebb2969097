"""A term as told: the norm leaves the date to what the applicant was told, in any jurisdiction."""

from msgspec.structs import replace

from events.law.norms import Term
from events.law.term import Unit
from services.audit.domain.evidence import Evidence
from tests.audit import examples as x
from tests.audit.given import case, findings, looked_at_again, ref, undecidable
from tests.audit.ledger_days import ledger_day

RULE = "service_term_missed"
AS_TOLD = replace(x.CONTENTS, terms=(Term(term_id="result", unit=Unit.AS_TOLD),))
BEGUN = (x.LODGED, replace(x.ACCEPTED, told=x.told(x.MAY_10, None)), x.registered())
DAY = ledger_day("2024-05-30", AS_TOLD, jurisdiction="nl")


def test_the_told_date_is_the_last_day_and_the_standard_is_what_is_cited() -> None:
    in_time = case(*BEGUN, x.received("2024-05-10"))
    late = case(*BEGUN, x.decided("2024-05-09"), x.received("2024-05-11"))

    assert findings(in_time, DAY) == {}
    assert findings(late, DAY) == {
        RULE: Evidence(
            charged=x.DELIVERER,
            began=ref(2),
            subject=x.CASE,
            event_ids=(ref(2), ref(3)),
            due_on=x.MAY_10,
            days_late=1,
            norm_edition="apostille/1",
        )
    }


def test_a_date_due_on_the_ledgers_last_day_is_not_yet_missed() -> None:
    last, after = (
        ledger_day(on, AS_TOLD, jurisdiction="nl") for on in ("2024-05-10", "2024-05-11")
    )

    assert findings(case(*BEGUN), last) == {}
    assert looked_at_again(RULE, case(*BEGUN), last) == x.day("2024-05-11")
    assert list(findings(case(*BEGUN), after)) == [RULE]


def test_only_a_new_told_date_moves_it() -> None:
    arrived = x.received("2024-05-20")
    for act, missed in (
        (x.paused("2024-05-06", "2024-05-30"), [RULE]),
        (x.paused("2024-05-06", None, new_date="2024-05-20"), []),
        (x.noticed("2024-05-10", "2024-05-20"), []),
        (x.noticed("2024-05-10", "2024-05-19"), [RULE]),
    ):
        assert list(findings(case(*BEGUN, act, arrived), DAY)) == missed


def test_a_date_told_after_the_former_one_has_passed_undoes_nothing() -> None:
    notice, arrived = x.noticed("2024-05-11", "2024-05-20"), x.received("2024-05-20")

    finding = findings(case(*BEGUN, notice, arrived), DAY)[RULE]

    assert (finding.due_on, finding.days_late) == (x.MAY_10, 10)


def test_whether_it_was_told_rightly_is_undecidable() -> None:
    assert list(undecidable(case(*BEGUN), DAY)) == ["told_wrong"]


def test_no_other_rule_runs_without_a_norm_of_the_jurisdiction() -> None:
    incomplete = replace(x.ACCEPTED, documents_accepted=())
    file = case(
        x.LODGED, incomplete, x.refused(), x.decided("2024-05-06"), x.received("2024-05-09")
    )

    assert findings(file, DAY) == {}


def test_in_kazakhstan_it_is_the_law_that_is_cited() -> None:
    day = ledger_day("2024-05-30", AS_TOLD, window_role="deliverer")

    assert findings(case(*BEGUN), day)[RULE].norm_edition is None


def test_a_told_date_at_the_end_of_all_dates_stops_nobody() -> None:
    for_ever = replace(x.ACCEPTED, told=x.told(x.day("9999-12-31"), None))

    assert findings(case(x.LODGED, for_ever), DAY) == {}
