"""paper_moved, 15.1: in an electronic service no paper moves before the result is had."""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import Carrier
from events.law.variant import Variant
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.paper import PAPER_RESULT
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding
from tests.audit.ledger_days import OTHER_LANE, ledger_day

RULE = "paper_moved"
DAY = ledger_day("2024-05-20")
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
ON_PAPER = replace(x.FORWARDED, carrier=Carrier.PAPER)
DONE = (x.sent("2024-05-08"), x.received("2024-05-09"))


def test_what_is_sent_on_paper_before_the_result_is_charged_to_its_sender() -> None:
    finding = the_finding(RULE, case(x.LODGED, x.ACCEPTED, ON_PAPER, *DONE), DAY)

    assert finding == Evidence(
        charged=x.CENTRE, began=ref(3), subject=x.CASE, event_ids=(ref(2), ref(3))
    )


def test_what_the_applicant_brings_on_paper_is_paper_too() -> None:
    brought = c.supplemented("deed", carrier=Carrier.PAPER)

    assert the_finding(RULE, case(*BEGUN, brought, *DONE), DAY).began == ref(4)


def test_in_a_paper_service_paper_moves() -> None:
    paper = Variant(channel="centre", form="paper")
    begun = (replace(x.LODGED, variant=paper), replace(x.ACCEPTED, variant=paper))

    assert findings(case(*begun, ON_PAPER, *DONE), DAY) == {}


def test_what_moves_electronically_is_no_breach() -> None:
    assert findings(case(*BEGUN, *DONE), DAY) == {}


@pytest.mark.parametrize(
    ("result_kind", "reading"), [("paper", PAPER_RESULT), ("e_document", None)]
)
def test_that_a_result_which_is_a_paper_is_sent_is_arguable(
    result_kind: str, reading: str | None
) -> None:
    sent = replace(x.sent("2024-05-08"), carrier=Carrier.PAPER, result_kind=result_kind)

    finding = the_finding(RULE, case(*BEGUN, sent, x.received("2024-05-09")), DAY)

    assert (finding.charged, finding.reading) == (x.DELIVERER, reading)


def test_after_the_result_is_handed_out_paper_may_move() -> None:
    again = c.supplemented("deed", on="2024-05-10", carrier=Carrier.PAPER)
    handed = c.handed_out("2024-05-10")

    assert findings(case(*BEGUN, *DONE, handed, again), DAY) == {}
    assert list(findings(case(*BEGUN, *DONE, again, handed), DAY)) == [RULE]


@pytest.mark.parametrize(("on", "found"), [("2024-05-10", [RULE]), ("2024-05-11", [])])
def test_what_another_lane_sent_on_the_day_of_handing_out_went_before(
    on: str, found: list[str]
) -> None:
    sent: Act = replace(x.sent(on), carrier=Carrier.PAPER)
    file = case(*BEGUN, *DONE, c.handed_out("2024-05-10"), sent)

    assert list(findings(file, DAY)) == found


def test_what_a_lane_moves_that_the_case_did_not_name_is_no_part_of_it() -> None:
    assert findings(case(*BEGUN, *DONE, (OTHER_LANE, ON_PAPER)), DAY) == {}
