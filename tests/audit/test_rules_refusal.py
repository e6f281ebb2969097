"""refusal_without_ground, refusal_ground_unlisted, 5.3(2): refused only on a lawful ground."""

import pytest

from events.provider import DecisionMade, Ground, GroundSource, Outcome
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.refusal import OTHER_ACT
from tests.audit import examples as x
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

DAY = ledger_day("2024-05-09")
BEGUN = (x.LODGED, x.ACCEPTED, x.registered())
LISTED = Ground(source=GroundSource.STANDARD, code="forged", citation="8.1(8)")
UNLISTED = Ground(source=GroundSource.STANDARD, code="no_time", citation="8.1(8)")
OF_AN_ACT = Ground(source=GroundSource.ACT, code="moratorium", citation="Act 7, art. 2")


def refusal(*grounds: Ground) -> DecisionMade:
    return x.decided("2024-05-08", outcome=Outcome.REFUSED, grounds=grounds)


def test_a_refusal_names_a_ground() -> None:
    finding = the_finding("refusal_without_ground", case(*BEGUN, refusal()), DAY)

    assert finding == Evidence(
        charged=x.DELIVERER,
        began=ref(2, x.DELIVERER_LANE),
        subject=x.CASE,
        event_ids=(ref(2, x.DELIVERER_LANE),),
    )


def test_a_service_that_is_granted_needs_no_ground() -> None:
    assert findings(case(*BEGUN, x.decided("2024-05-08")), DAY) == {}


def test_a_ground_that_the_standard_lists_is_lawful_whoever_is_said_to_give_it() -> None:
    by_act = Ground(source=GroundSource.ACT, code="forged", citation="Act 7, art. 1")

    assert findings(case(*BEGUN, refusal(LISTED)), DAY) == {}
    assert findings(case(*BEGUN, refusal(by_act)), DAY) == {}


@pytest.mark.parametrize(
    ("grounds", "reading"),
    [
        ((UNLISTED,), None),
        ((LISTED, UNLISTED), None),
        ((OF_AN_ACT,), OTHER_ACT),
        ((LISTED, OF_AN_ACT), OTHER_ACT),
        ((OF_AN_ACT, UNLISTED), None),
    ],
)
def test_a_ground_that_the_standard_does_not_list_is_certain_if_the_standard_is_named(
    grounds: tuple[Ground, ...], reading: str | None
) -> None:
    finding = the_finding("refusal_ground_unlisted", case(*BEGUN, refusal(*grounds)), DAY)

    assert finding.reading == reading


def test_only_the_deliverer_that_the_window_named_refuses() -> None:
    stranger = ("provider.tax", refusal())

    assert findings(case(*BEGUN, stranger), DAY) == {}


def test_without_the_standard_nobody_knows_its_grounds() -> None:
    day = ledger_day("2024-05-09", None)

    assert "refusal_ground_unlisted" in undecidable(case(*BEGUN, refusal(UNLISTED)), day)
    assert list(findings(case(*BEGUN, refusal()), day)) == ["refusal_without_ground"]
