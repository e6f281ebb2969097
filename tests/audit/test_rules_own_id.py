"""id_not_own, E3: a window takes in only under ids that it made."""

import pytest

from events.common import Act
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Verdict
from services.audit.domain.rulebook import judge_case
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given import entries
from tests.audit.ledger_days import OTHER_LANE, ledger_day
from tests.given import made_at

DAY = ledger_day("2024-06-20")
"""A month later: no result came."""
FALSE = "astana"
"""The agency of the other window."""


def found(file: CaseFile) -> list[tuple[str, Verdict]]:
    return [(rule.name, one) for rule, one in judge_case(file, DAY) if isinstance(one, Evidence)]


def finding(ref: str, subject: str = x.CASE, charged: str = FALSE) -> tuple[str, Verdict]:
    said = Evidence(charged=charged, began=ref, subject=subject, event_ids=(ref,))
    return "id_not_own", said


def claimed(*besides: Act, window: str | None = None) -> CaseFile:
    """Let another window say that it took the case in, and name the deliverer."""
    false = ((OTHER_LANE, act) for act in (x.LODGED, x.ACCEPTED, x.FORWARDED))
    return CaseFile(x.CASE, entries(*false, *besides), window=window)


def test_a_lane_that_made_the_id_is_found_by_nothing() -> None:
    assert "id_not_own" not in dict(found(CaseFile(x.CASE, entries(x.LODGED, c.handed_in()))))


def test_a_lane_that_claims_another_one_s_case_is_charged_and_nobody_is_for_it() -> None:
    """Neither the window nor the deliverer owes anything on its word."""
    file = claimed()

    assert found(file) == [finding(f"{OTHER_LANE}/application-{x.CASE}:1")]
    assert [entry.lane for entry in file.strangers] == [OTHER_LANE] * 3
    assert file.lodged is None


def test_it_is_charged_beside_the_window_too() -> None:
    file = claimed(x.LODGED, window=x.WINDOW)

    assert found(file) == [finding(f"{OTHER_LANE}/application-{x.CASE}:1")]
    assert file.window_lane == x.WINDOW


def test_an_id_that_names_nobody_is_nobody_s_own() -> None:
    file = CaseFile("0" * 32, entries(x.LODGED))

    (said,) = (one for one in found(file) if one[0] == "id_not_own")
    assert said == finding(f"{x.WINDOW}/application-{x.CASE}:1", "0" * 32, x.CENTRE)


@pytest.mark.parametrize("maker", [OTHER_LANE, c.JUSTICE])
def test_a_complaint_under_an_id_that_another_lane_made_is_found(maker: str) -> None:
    handed_in = c.handed_in(id_=made_at(maker, "complaint"))

    said = found(CaseFile(x.CASE, entries(x.LODGED, handed_in)))

    assert finding(f"{x.WINDOW}/application-{x.CASE}:2", charged=x.CENTRE) in said
