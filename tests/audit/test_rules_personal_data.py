"""read_unfounded, 24: personal data are read by those whom the case has to do with."""

from services.audit.domain.evidence import Evidence, Kind
from services.audit.domain.rules.personal_data import READ_UNFOUNDED
from tests.audit import examples as x
from tests.audit import examples_complaints as complaints
from tests.audit import examples_course as c
from tests.audit.given import case, findings, looked_at_again, ref, the_finding
from tests.audit.ledger_days import AUTHORITY_LANE, OTHER_LANE, OWN_COUNTER, ledger_day
from tests.given import made_at

RULE = "read_unfounded"
DAY = ledger_day("2024-05-06")
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())


def test_who_the_case_never_named_is_pointed_at() -> None:
    file = case(*BEGUN, (OTHER_LANE, c.data_read()))

    assert READ_UNFOUNDED.kind is Kind.HINT
    assert the_finding(RULE, file, DAY) == Evidence(
        charged="astana",
        began=ref(1, OTHER_LANE),
        subject=x.CASE,
        event_ids=(ref(1, OTHER_LANE),),
    )


def test_window_and_deliverer_may_read_in_any_lane_of_theirs() -> None:
    for lane in (x.WINDOW, x.DELIVERER_LANE, OWN_COUNTER):
        assert findings(case(*BEGUN, (lane, c.data_read())), DAY) == {}


def test_a_holder_that_was_asked_may_read_and_one_that_was_not_may_not() -> None:
    read = (x.HOLDER_LANE, c.data_read())

    assert findings(case(*BEGUN, c.inquired("id"), read), DAY) == {}
    assert list(findings(case(*BEGUN, read), DAY)) == [RULE]


def test_a_window_that_took_the_case_over_may_read() -> None:
    read = (c.NEXT_WINDOW, c.data_read())

    assert findings(case(*BEGUN, c.transferred(), read), DAY) == {}


def test_a_window_that_took_a_complaint_in_may_read() -> None:
    read = (OTHER_LANE, c.data_read())
    own, another = (complaints.handed_in(id_=made_at(one, "id")) for one in (OTHER_LANE, x.WINDOW))

    assert findings(case(*BEGUN, (OTHER_LANE, own), read), DAY) == {}
    assert RULE in findings(case(*BEGUN, (OTHER_LANE, another), read), DAY)


def test_the_quality_authority_controls_every_case() -> None:
    assert findings(case(*BEGUN, (AUTHORITY_LANE, c.data_read())), DAY) == {}


def test_a_lane_that_is_silent_may_have_named_the_reader() -> None:
    file = case(*BEGUN, (OTHER_LANE, c.data_read()))

    for lane in (x.WINDOW, x.DELIVERER_LANE):
        silent = ledger_day("2024-05-06", closed={lane: "2024-05-05"})

        assert findings(file, silent) == {}
        assert looked_at_again(RULE, file, silent) == x.day("2024-05-07")


def test_of_what_nobody_lodged_nobody_knows_whom_it_concerns() -> None:
    assert findings(case((OTHER_LANE, c.data_read())), DAY) == {}
