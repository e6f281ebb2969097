"""status_wrong, 4.1(1), 5.5(6): who asks how far the case is, is told how far it is."""

from itertools import permutations, product

import pytest

from events.common import Act
from events.intake import NoticeGiven
from events.intake_course import ApplicationWithdrawn, ResultReturned
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.status import STAGES, stage_of
from services.intake.domain.status import Status, status_after
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

RULE = "status_wrong"
DAY = ledger_day("2024-05-06")
REOPENED = NoticeGiven(
    on=x.day("2024-05-06"), kind="reopened", about="provider.elsewhere/delivery-x:1"
)
WITHDRAWN = ApplicationWithdrawn(on=x.day("2024-05-06"), applicants=())
ONE_WITHDRAWN = ApplicationWithdrawn(on=x.day("2024-05-06"), applicants=("a-1",))
RETURNED = ResultReturned(on=x.MAY_10, carrier=x.FORWARDED.carrier, to_lane=x.DELIVERER_LANE)
SAID: tuple[Act, ...] = (
    x.LODGED,
    x.ACCEPTED,
    x.refused(),
    x.FORWARDED,
    x.received("2024-05-06"),
    c.handed_out("2024-05-06"),
    RETURNED,
    REOPENED,
    x.noticed("2024-05-06", "2024-05-14"),
    WITHDRAWN,
    ONE_WITHDRAWN,
    c.transferred(),
    c.taken_over(),
    c.fee(1),
)


def test_the_stage_told_is_the_one_that_the_windows_own_acts_had_come_to() -> None:
    told = c.status_told("with_deliverer")

    assert findings(case(x.LODGED, x.ACCEPTED, x.FORWARDED, told), DAY) == {}
    assert the_finding(RULE, case(x.LODGED, x.ACCEPTED, told), DAY) == Evidence(
        charged=x.CENTRE, began=ref(3), subject=x.CASE, event_ids=(ref(2), ref(3))
    )


def test_what_came_after_it_was_told_makes_it_no_less_right() -> None:
    told = c.status_told("accepted")

    assert findings(case(x.LODGED, x.ACCEPTED, told, x.FORWARDED), DAY) == {}
    assert list(findings(case(x.LODGED, x.ACCEPTED, x.FORWARDED, told), DAY)) == [RULE]


def test_a_window_tells_its_own_stage_after_a_transfer() -> None:
    here, there = c.status_told("elsewhere"), c.status_told("with_deliverer")
    moved = (x.LODGED, x.ACCEPTED, x.FORWARDED, c.transferred())
    taken = (c.NEXT_WINDOW, c.taken_over())

    assert findings(case(*moved, here, taken, (c.NEXT_WINDOW, there)), DAY) == {}
    wrong = the_finding(RULE, case(*moved, taken, (c.NEXT_WINDOW, here)), DAY)
    assert wrong.charged == "astana"


def test_a_stage_that_no_act_gives_cannot_be_compared() -> None:
    file = case(x.LODGED, x.ACCEPTED, c.status_told("in_work"))

    assert findings(file, DAY) == {}
    assert "in_work" in undecidable(file, DAY)[RULE]


def test_a_lane_that_is_no_window_of_the_case_tells_no_stage() -> None:
    file = case(x.LODGED, x.ACCEPTED, (OTHER_LANE, c.status_told("closed")))

    assert findings(file, DAY) == {}


@pytest.mark.parametrize("length", [1, 2, 3])
def test_the_rule_and_the_window_give_the_same_stage(length: int) -> None:
    for said in product(SAID, repeat=length):
        status = Status.ABSENT
        for act in said:
            status = status_after(status, act)

        assert stage_of(said) == status


def test_the_rule_and_the_window_know_the_same_stages() -> None:
    assert {*Status} == STAGES


def test_the_order_of_the_lane_decides_not_that_of_the_dates() -> None:
    assert len({stage_of(said) for said in permutations(SAID[3:6])}) > 1
