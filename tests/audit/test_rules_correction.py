"""corrected_late, 22.1(1): a date that its own lane corrects after the service was due."""

from services.audit.domain.evidence import Evidence, Kind
from services.audit.domain.rules.correction import CORRECTED_LATE
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

RULE = "corrected_late"
COUNTER = "deliverer"
DAY = ledger_day("2024-05-20", window_role=COUNTER)
DONE = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered(), x.received("2024-05-10"))
ARRIVAL = ref(4).partition("/")[2]


def test_a_date_may_be_corrected_by_the_due_day_and_is_noted_from_the_day_after() -> None:
    in_time, late = (case(*DONE, (x.WINDOW, c.corrected(on, ARRIVAL))) for on in DAYS)

    assert CORRECTED_LATE.kind is Kind.INTEGRITY
    assert findings(in_time, DAY) == {}
    assert the_finding(RULE, late, DAY) == Evidence(
        charged=x.CENTRE,
        began=ref(5),
        subject=x.CASE,
        event_ids=(ref(4), ref(5)),
        due_on=x.MAY_10,
        days_late=1,
        calendar_version="kz/2024/1",
    )


DAYS = ("2024-05-10", "2024-05-11")


def test_what_is_no_date_may_be_corrected_later() -> None:
    corrected = c.corrected("2024-05-20", ARRIVAL, field="documents")

    assert findings(case(*DONE, (x.WINDOW, corrected)), DAY) == {}


def test_a_correction_of_what_is_not_here_is_noted_by_itself() -> None:
    file = case(*DONE, (x.WINDOW, c.corrected("2024-05-11", "application-other:1")))

    assert the_finding(RULE, file, DAY).event_ids == (ref(5),)


def test_a_lane_that_the_case_did_not_name_corrects_nothing_in_it() -> None:
    file = case(*DONE, (OTHER_LANE, c.corrected("2024-05-11", ARRIVAL)))

    assert findings(file, DAY) == {}


def test_a_correction_undoes_no_finding() -> None:
    late = (*DONE[:4], x.received("2024-05-13"), (x.WINDOW, c.corrected("2024-05-14", ARRIVAL)))

    assert set(findings(case(*late), DAY)) == {RULE, "service_term_missed"}


def test_without_a_due_day_nobody_knows_whether_it_is_late() -> None:
    file = case(*DONE, (x.WINDOW, c.corrected("2024-05-11", ARRIVAL)))

    assert RULE in undecidable(file, ledger_day("2024-05-20", None, window_role=COUNTER))
