"""complaint_stage_skipped, 19.2, 19.3: a complaint goes from stage to stage."""

import pytest

from events.common import Act
from events.complaints import Respondent
from events.complaints import Verdict as Outcome
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.complaint_order import DISCONTENT
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    Says,
    again,
    at,
    case,
    found,
    on,
    ref,
    the_finding,
    undecidable,
)

RULE = "complaint_stage_skipped"


def at_stage_1(*acts: Act) -> list[Says]:
    return list(at(c.JUSTICE, c.lodged(), c.registered(), *acts))


def at_stage_2(decided_on: str, lodged_on: str = "2024-05-14") -> list[Says]:
    lodged = c.lodged(lodged_on, stage=2)
    return list(at(c.MINISTRY, lodged, c.registered(lodged_on), c.decided(decided_on), stage=2))


def test_nothing_at_the_stage_before_is_a_stage_skipped() -> None:
    file = case(iter(at_stage_2("2024-05-16")))

    assert the_finding(RULE, file, on("2024-05-17")) == Evidence(
        charged="ministry",
        began=ref(3, c.MINISTRY, 2),
        subject=x.CASE,
        event_ids=(ref(1, c.MINISTRY, 2), ref(3, c.MINISTRY, 2)),
        article="19.2",
    )


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.PARTLY, Outcome.NOT_RECORDED])
def test_what_was_not_wholly_satisfied_goes_on(outcome: Outcome) -> None:
    file = case(iter(at_stage_1(c.decided("2024-05-10", outcome))), iter(at_stage_2("2024-05-16")))

    assert found(RULE, file, on("2024-05-17")) == []


def test_what_was_satisfied_in_time_does_not() -> None:
    satisfied = at_stage_1(c.decided("2024-05-10", Outcome.SATISFIED), c.sent("2024-05-10"))
    file = case(iter(satisfied), iter(at_stage_2("2024-05-16")))

    finding = the_finding(RULE, file, on("2024-05-17"))
    assert ref(3) in finding.event_ids
    assert finding.reading is None


def test_a_term_that_passed_in_silence_opens_the_next_stage_the_day_after() -> None:
    silent = at_stage_1()

    for decided, skipped in ((c.DUE, True), (c.AFTER, False)):
        file = case(iter(silent), iter(at_stage_2(decided)))

        assert bool(found(RULE, file, on("2024-05-20"))) is skipped


def test_a_complaint_withdrawn_at_the_stage_before_opens_nothing() -> None:
    file = case(iter(at_stage_1(c.withdrawn("2024-05-10"))), iter(at_stage_2("2024-05-16")))

    assert found(RULE, file, on("2024-05-17"))


def test_a_decision_that_came_afterwards_opened_nothing() -> None:
    file = case(
        iter(at_stage_1(c.decided("2024-05-14"))), iter(at_stage_2("2024-05-13", "2024-05-10"))
    )

    assert found(RULE, file, on("2024-05-17"))


def test_a_body_that_had_not_to_examine_at_the_stage_before_opens_nothing() -> None:
    wrong = at(c.TRANSPORT, c.lodged(), c.registered(), c.decided("2024-05-10"))
    local = at("complaints.akimat", c.lodged(), c.registered(), c.decided("2024-05-10"))

    assert found(RULE, case(wrong, iter(at_stage_2("2024-05-16"))), on("2024-05-17"))
    assert found(RULE, case(local, iter(at_stage_2("2024-05-16"))), on("2024-05-17")) == []


def test_the_first_stage_skips_none_and_an_undecided_one_neither() -> None:
    undecided = at(c.MINISTRY, c.lodged(stage=2), c.registered(), stage=2)

    assert found(RULE, case(iter(at_stage_1(c.decided("2024-05-10")))), on("2024-05-17")) == []
    assert found(RULE, case(undecided), on("2024-05-17")) == []


def test_a_body_of_a_later_stage_that_decides_as_if_first_skips_too() -> None:
    file = case(at(c.AUTHORITY, c.lodged(), c.registered(), c.decided("2024-05-10")))

    assert the_finding(RULE, file, on("2024-05-17")).charged == "authority"


def at_stage_3() -> list[Says]:
    lodged = c.lodged("2024-05-20", stage=3)
    return list(at(c.AUTHORITY, lodged, c.registered(), c.decided("2024-05-21"), stage=3))


def test_who_is_not_content_with_a_central_bodys_favour_may_go_on_by_one_reading() -> None:
    favour = (c.decided("2024-05-16", Outcome.SATISFIED), c.sent("2024-05-16"))
    lodged = c.lodged("2024-05-14", stage=2)
    before = at(c.MINISTRY, lodged, c.registered("2024-05-14"), *favour, stage=2)
    file = case(iter(at_stage_1(c.decided("2024-05-10"))), before, iter(at_stage_3()))

    finding = the_finding(RULE, file, on("2024-05-22"))
    assert (finding.charged, finding.reading) == ("authority", DISCONTENT)


def test_where_the_central_body_renders_itself_the_authority_is_second() -> None:
    respondent = Respondent(agency="ministry", kind="provider")
    first = (c.lodged(respondent=respondent), c.registered(), c.decided("2024-05-10"))
    lodged = c.lodged("2024-05-14", stage=2, respondent=respondent)
    second = (lodged, c.registered("2024-05-14"), c.decided("2024-05-16"))
    day = on("2024-05-17", contents=c.BY_MINISTRY)

    passed = case(at(c.MINISTRY, *first), at(c.AUTHORITY, *second, stage=2))
    skipped = case(at(c.AUTHORITY, *second, stage=2))

    assert found(RULE, passed, day) == []
    assert the_finding(RULE, skipped, day).article == "19.3"


def test_the_silence_of_the_stage_before_hides_what_was_skipped() -> None:
    file = case(iter(at_stage_2("2024-05-16")))

    for lane in (c.JUSTICE, "complaints.akimat"):
        silent = on("2024-05-17", closed={lane: "2024-05-15"})
        assert found(RULE, file, silent) == []
        assert again(RULE, file, silent) == x.day("2024-05-18")


def test_of_a_body_without_a_lane_nothing_can_be_said() -> None:
    lodged = c.lodged(stage=2, respondent=Respondent(agency="police", kind="deliverer"))
    file = case(at(c.MINISTRY, lodged, c.registered(), c.decided("2024-05-10"), stage=2))

    assert found(RULE, file, on("2024-05-17")) == []
    assert "keeps no lane" in (undecidable(RULE, file, on("2024-05-17")) or "")
