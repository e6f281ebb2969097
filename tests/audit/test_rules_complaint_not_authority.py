"""not_the_authority, 19.5(2), 19.5(3): it is the authority that demands, and that checks."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.common import Act
from events.complaints import Verdict as Outcome
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.complaint_not_authority import NOT_ALONE
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    REGISTER,
    at,
    case,
    found,
    on,
    ref,
    the_finding,
    undecidable,
    without_case,
)

RULE: Final = "not_the_authority"
DAY: Final = on("2024-06-30")
UNLAWFUL: Final = c.decided("2024-05-10", Outcome.SATISFIED, unlawful_act=True)
DEMANDED: Final = c.demanded("2024-05-10", "2024-05-30", "apology")
CHECKED: Final = c.seen_to("2024-06-03")
ACTS: Final = pytest.mark.parametrize(
    ("act", "article"), [(DEMANDED, "19.5(2)"), (CHECKED, "19.5(3)")], ids=["demand", "check"]
)


def told_by(lane: str, act: Act, stage: int = 1) -> CaseFile:
    begun = (c.lodged(stage=stage), c.registered(), UNLAWFUL)
    return case(at(lane, *begun, act, stage=stage))


@ACTS
def test_what_another_body_demands_or_checks_is_found_at_once(act: Act, article: str) -> None:
    told = replace(act, transcribed=True)

    assert the_finding(RULE, told_by(c.JUSTICE, told), on("2024-06-03")) == Evidence(
        charged=x.DELIVERER,
        began=ref(4),
        subject=x.CASE,
        event_ids=(ref(4),),
        reading=NOT_ALONE,
        article=article,
    )


@ACTS
@pytest.mark.parametrize("stage", [1, 3])
def test_the_authority_itself_may_at_whatever_stage(act: Act, article: str, stage: int) -> None:
    assert article
    assert found(RULE, told_by(c.AUTHORITY, act, stage), DAY) == []


def test_neither_the_central_body_nor_a_stranger_is_the_authority() -> None:
    for lane, agency in ((c.MINISTRY, "ministry"), (c.TRANSPORT, "transport")):
        assert the_finding(RULE, told_by(lane, CHECKED, 2), DAY).charged == agency


def test_measures_and_causes_of_its_own_are_every_bodys() -> None:
    decided = c.restoring("2024-05-10", "2024-05-20", "apology")
    file = case(at(c.JUSTICE, c.lodged(), c.registered(), replace(decided, causes=("form",))))

    assert found(RULE, file, DAY) == []


def test_of_a_complaint_without_a_case_it_is_the_same() -> None:
    lodged = c.lodged(case_id=None)
    file = without_case(at(c.JUSTICE, lodged, c.registered(), UNLAWFUL, DEMANDED))

    assert the_finding(RULE, file, DAY).subject == c.ID


def test_where_no_authority_is_known_nobody_is_charged_and_the_reason_is_said() -> None:
    agencies = {
        name: replace(one, roles=frozenset({"deliverer"}))
        for name, one in REGISTER.agencies.items()
    }
    nobody = replace(DAY, register=replace(REGISTER, agencies=agencies))
    file = told_by(c.JUSTICE, DEMANDED)

    assert found(RULE, file, nobody) == []
    assert "no quality authority" in (undecidable(RULE, file, nobody) or "")
    assert undecidable(RULE, case(at(c.JUSTICE, c.lodged())), nobody) is None
