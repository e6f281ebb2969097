"""accepted_incomplete, refused_complete, 14.2: a centre takes in what is complete, no other."""

import pytest
from msgspec.structs import replace

from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.acceptance import OTHER_GROUND
from tests.audit import examples as x
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

DAY = ledger_day("2024-05-03")
INCOMPLETE = replace(x.ACCEPTED, documents_accepted=("form",))


@pytest.mark.parametrize("role", ["centre", "specialised_centre"])
def test_a_centre_does_not_accept_while_a_document_is_missing(role: str) -> None:
    file = case(x.LODGED, INCOMPLETE)

    finding = the_finding("accepted_incomplete", file, ledger_day("2024-05-03", window_role=role))

    assert finding == Evidence(charged=x.CENTRE, began=ref(2), subject=x.CASE, event_ids=(ref(2),))


def test_a_document_that_another_agency_holds_is_not_the_applicants_to_bring() -> None:
    assert "id" not in x.ACCEPTED.documents_accepted
    assert findings(case(x.LODGED, x.ACCEPTED), DAY) == {}


def test_a_deliverer_may_accept_what_is_incomplete_at_its_own_counter() -> None:
    day = ledger_day("2024-05-03", window_role="deliverer")

    assert findings(case(x.LODGED, INCOMPLETE), day) == {}


def test_what_is_complete_is_not_refused() -> None:
    finding = the_finding("refused_complete", case(x.LODGED, x.refused()), DAY)

    assert finding == Evidence(
        charged=x.CENTRE, began=ref(2), subject=x.CASE, event_ids=(ref(1), ref(2))
    )


def test_what_is_incomplete_may_be_refused() -> None:
    lodged = replace(x.LODGED, documents_presented=("form",))

    assert findings(case(lodged, x.refused()), DAY) == {}
    assert findings(case(lodged, x.refused("closing_time")), DAY) == {}


def test_another_ground_is_lawful_if_the_standard_lists_it_else_arguable() -> None:
    listed = case(x.LODGED, x.refused("expired_document"))
    unlisted = case(x.LODGED, x.refused("closing_time"))

    assert findings(listed, DAY) == {}
    assert the_finding("refused_complete", unlisted, DAY).reading == OTHER_GROUND


def test_each_refusal_of_what_is_complete_is_a_breach_of_its_own() -> None:
    day = ledger_day("2024-05-06")
    once = the_finding("refused_complete", case(x.LODGED, x.refused()), day)
    again = case(x.LODGED, x.refused("expired_document"), x.refused(on=x.day("2024-05-06")))

    assert once.began == ref(2)
    assert the_finding("refused_complete", again, day).began == ref(3)


def test_a_lane_that_is_not_the_window_refuses_nothing() -> None:
    assert findings(case(x.LODGED, (OTHER_LANE, x.refused())), DAY) == {}


def test_without_the_standard_nobody_knows_what_is_complete() -> None:
    day = ledger_day("2024-05-03", None)

    assert "refused_complete" in undecidable(case(x.LODGED, x.refused()), day)
    assert "accepted_incomplete" in undecidable(case(x.LODGED, INCOMPLETE), day)
