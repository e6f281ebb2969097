"""8.1(7), 5.5(4): what an applicant may be asked for; 4.2: whoever the applicant is.

extra_document_asked, applicant_asked_for_held_document, standard_asks_for_held_document,
unequal_terms.
"""

import pytest
from msgspec.structs import replace

from events.common import Act, Money
from events.law.norms import Fee
from events.provider import Ground, GroundSource, Outcome
from services.audit.domain.evidence import Evidence, Kind
from services.audit.domain.rules.documents import STANDARD_ASKS_FOR_HELD_DOCUMENT
from services.audit.domain.rules.equality import UNEQUAL_TERMS
from services.audit.domain.rules.refusal import OTHER_ACT
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

EXTRA, HELD = "extra_document_asked", "applicant_asked_for_held_document"
OUTDATED, UNEQUAL = "standard_asks_for_held_document", "unequal_terms"
DAY = ledger_day("2024-05-07")
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())


def asked_of(*documents: str) -> Act:
    """A window's way to ask: it refuses to take in what lacks these."""
    return replace(x.refused("expired_document"), missing=documents)


def test_a_document_of_the_standard_may_be_asked_for() -> None:
    assert findings(case(*BEGUN, c.asked("form", "deed")), DAY) == {}
    assert findings(case(x.LODGED, asked_of("deed")), DAY) == {}


def test_a_document_outside_the_standard_may_not_by_a_deliverer() -> None:
    finding = the_finding(EXTRA, case(*BEGUN, c.asked("form", "photo")), DAY)

    began = ref(2, x.DELIVERER_LANE)
    assert finding == Evidence(charged=x.DELIVERER, began=began, subject=x.CASE, event_ids=(began,))


def test_a_document_outside_the_standard_may_not_by_a_window() -> None:
    finding = the_finding(EXTRA, case(x.LODGED, asked_of("photo")), DAY)

    assert (finding.charged, finding.began) == (x.CENTRE, ref(2))


def test_what_another_agency_holds_is_not_asked_of_the_applicant() -> None:
    by_deliverer = the_finding(HELD, case(*BEGUN, c.asked("id")), DAY)
    by_window = the_finding(HELD, case(x.LODGED, asked_of("id")), DAY)

    assert (by_deliverer.charged, by_deliverer.began) == (x.DELIVERER, ref(2, x.DELIVERER_LANE))
    assert (by_window.charged, by_window.began) == (x.CENTRE, ref(2))


def test_a_lane_that_the_case_did_not_name_asks_for_nothing() -> None:
    for lane in (OTHER_LANE, x.HOLDER_LANE):
        act = asked_of("photo") if lane == OTHER_LANE else c.asked("photo")

        assert findings(case(*BEGUN, (lane, act)), DAY) == {}


def provided_on(on: str, *documents: str) -> tuple[Act, ...]:
    question = c.inquired(*documents)
    return (*BEGUN, question, c.answered(ref(2, x.DELIVERER_LANE), *documents, on=on))


@pytest.mark.parametrize(("on", "found"), [("2024-05-06", [OUTDATED]), ("2024-05-07", [])])
def test_a_standard_that_wants_what_a_body_had_provided_is_pointed_at(
    on: str, found: list[str]
) -> None:
    file = case(*provided_on(on, "deed"), c.asked("deed"))

    assert list(findings(file, DAY)) == found


def test_it_is_who_approved_the_standard_that_is_pointed_at() -> None:
    finding = the_finding(OUTDATED, case(*provided_on("2024-05-06", "deed"), c.asked("deed")), DAY)

    assert STANDARD_ASKS_FOR_HELD_DOCUMENT.kind is Kind.HINT
    assert finding.charged == x.CONTENTS.approver
    assert finding.event_ids == (ref(3, x.DELIVERER_LANE), ref(1, x.HOLDER_LANE))


def test_the_askers_own_word_that_it_came_is_enough() -> None:
    told = (*BEGUN, c.inquired("deed", to_lane=None), c.answer_noted("deed"), c.asked("deed"))

    assert list(findings(case(*told), DAY)) == [OUTDATED]


def test_a_body_that_has_provided_another_document_shows_nothing() -> None:
    assert findings(case(*provided_on("2024-05-06", "form"), c.asked("deed")), DAY) == {}


def test_what_the_standard_itself_lets_a_body_hold_is_no_fault_of_the_standard() -> None:
    file = case(*provided_on("2024-05-06", "id"), c.asked("id"))

    assert list(findings(file, DAY)) == [HELD]


def test_without_the_standard_nobody_knows_its_list() -> None:
    day = ledger_day("2024-05-07", None)

    assert {EXTRA, HELD} <= set(undecidable(case(*BEGUN, c.asked("photo")), day))
    assert {EXTRA, HELD}.isdisjoint(undecidable(case(*BEGUN), day))


def lodged_by(citizenship: str) -> Act:
    return replace(x.LODGED, applicants=(replace(x.LODGED.applicants[0], citizenship=citizenship),))


@pytest.mark.parametrize(
    ("citizenship", "found"),
    [
        ("foreign", [EXTRA, UNEQUAL]),
        ("stateless", [EXTRA, UNEQUAL]),
        ("foreign_legal", [EXTRA, UNEQUAL]),
        ("citizen", [EXTRA]),
        ("kz_legal", [EXTRA]),
    ],
)
def test_a_foreign_applicant_who_met_a_condition_outside_the_standard_is_pointed_at(
    citizenship: str, found: list[str]
) -> None:
    file = case(lodged_by(citizenship), *BEGUN[1:], c.asked("photo"))

    said = findings(file, DAY)

    assert UNEQUAL_TERMS.kind is Kind.HINT
    assert list(said) == found
    assert said.get(UNEQUAL, said[EXTRA]) == said[EXTRA]


def test_a_fee_or_a_ground_outside_the_standard_is_such_a_condition_too() -> None:
    costly = replace(x.CONTENTS, fees=(Fee(amount=Money(minor=100, currency="KZT")),))
    ground = Ground(source=GroundSource.ACT, code="unlisted", citation="act 7")
    refusal = x.decided("2024-05-07", outcome=Outcome.REFUSED, grounds=(ground,))
    foreign = lodged_by("foreign")

    too_high = findings(case(foreign, *BEGUN[1:], c.fee(101)), ledger_day("2024-05-07", costly))
    of_free = findings(case(foreign, *BEGUN[1:], c.fee(101)), DAY)
    refused = findings(case(foreign, *BEGUN[1:], refusal), DAY)

    assert list(too_high) == ["fee_too_high", UNEQUAL]
    assert list(of_free) == ["fee_taken_for_free_service", UNEQUAL]
    assert list(refused) == ["refusal_ground_unlisted", UNEQUAL]
    assert refused[UNEQUAL].reading == OTHER_ACT


def test_a_foreign_applicant_who_was_served_by_the_standard_met_the_same_terms() -> None:
    assert findings(case(lodged_by("foreign"), *BEGUN[1:], c.asked("deed")), DAY) == {}
