"""complaint_stage_late, 19.2, 19.3, 19.5: every body examines within its working days."""

import pytest

from events.complaints import Respondent
from events.complaints import Verdict as Outcome
from services.audit.domain.commands import RecordFinding
from services.audit.domain.evidence import Evidence
from services.audit.domain.judging import judgement
from services.audit.domain.rules.citations import KZ_ACT
from services.audit.domain.rules.complaint_stage import (
    COMPLAINT_STAGE_LATE,
)
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    again,
    at,
    case,
    deliverer,
    findings,
    found,
    on,
    ref,
    the_finding,
    window,
    without_case,
)

RULE = "complaint_stage_late"
BEGUN = (c.lodged(), c.registered())


def test_the_answer_is_sent_on_the_fifth_working_day_or_late() -> None:
    in_time = case(at(c.JUSTICE, *BEGUN, c.decided(c.DUE), c.sent(c.DUE)))
    late = case(at(c.JUSTICE, *BEGUN, c.decided(c.AFTER), c.sent(c.AFTER)))

    assert found(RULE, in_time, on("2024-05-20")) == []
    assert the_finding(RULE, late, on("2024-05-20")) == Evidence(
        charged=x.DELIVERER,
        began=ref(1),
        subject=x.CASE,
        event_ids=(ref(1), ref(2), ref(3), ref(4)),
        due_on=x.day(c.DUE),
        days_late=1,
        calendar_version="kz/2024/1",
        article="19.2",
    )


def test_silence_is_late_once_the_body_has_closed_the_last_day() -> None:
    file = case(at(c.JUSTICE, *BEGUN))
    silent = on("2024-05-20", closed={c.JUSTICE: "2024-05-13"})

    assert found(RULE, file, on(c.DUE)) == []
    assert again(RULE, file, on(c.DUE)) == x.day(c.AFTER)
    assert the_finding(RULE, file, on(c.AFTER)).days_late is None
    assert found(RULE, file, silent) == []
    assert again(RULE, file, silent) == x.day("2024-05-21")


def test_only_the_bodys_own_silence_hides_its_silence() -> None:
    others = dict.fromkeys((x.WINDOW, x.DELIVERER_LANE, c.MINISTRY), "2024-05-03")

    assert found(RULE, case(at(c.JUSTICE, *BEGUN)), on(c.AFTER, closed=others))


def test_a_withdrawal_ends_the_term_by_its_last_day_and_heals_nothing_after_it() -> None:
    in_time = case(at(c.JUSTICE, *BEGUN, c.withdrawn(c.DUE)))
    late = case(at(c.JUSTICE, *BEGUN, c.withdrawn(c.AFTER)))

    assert found(RULE, in_time, on("2024-05-20")) == []
    assert the_finding(RULE, late, on("2024-05-20")).days_late == 1


def test_court_moves_nothing() -> None:
    file = case(at(c.JUSTICE, *BEGUN, c.to_court("2024-05-06")))

    assert found(RULE, file, on(c.AFTER))


def test_what_is_sent_without_a_decision_is_no_answer() -> None:
    file = case(at(c.JUSTICE, *BEGUN, c.sent("2024-05-10")))

    assert the_finding(RULE, file, on(c.AFTER)).days_late is None


def test_a_complaint_without_a_case_has_the_same_term() -> None:
    lodged = c.lodged(case_id=None)
    in_time = without_case(at(c.JUSTICE, lodged, c.registered(), c.decided(c.DUE), c.sent(c.DUE)))
    late = without_case(at(c.JUSTICE, lodged, c.registered()))

    assert found(RULE, in_time, on(c.AFTER)) == []
    assert the_finding(RULE, late, on(c.AFTER)).subject == c.ID


@pytest.mark.parametrize(
    ("lane", "stage", "last", "after", "article"),
    [
        (c.JUSTICE, 1, "2024-05-14", "2024-05-15", "19.2"),
        (c.MINISTRY, 2, "2024-05-14", "2024-05-15", "19.2"),
        (c.AUTHORITY, 3, "2024-05-28", "2024-05-29", "19.5"),
    ],
)
def test_each_stage_has_its_body_its_days_and_its_paragraph(
    lane: str, stage: int, last: str, after: str, article: str
) -> None:
    lodged = c.lodged(stage=stage)
    told = at(lane, lodged, c.registered(due_on=last), stage=stage)
    file = case(told)

    assert found(RULE, file, on(last)) == []
    finding = the_finding(RULE, file, on(after))
    assert (finding.due_on, finding.article) == (x.day(last), article)


def test_where_the_central_body_renders_itself_its_stage_is_the_first() -> None:
    lodged = c.lodged(respondent=Respondent(agency="ministry", kind="provider"))
    file = case(at(c.MINISTRY, lodged, c.registered()))

    finding = the_finding(RULE, file, on(c.AFTER, contents=c.BY_MINISTRY))

    assert (finding.charged, finding.article) == ("ministry", "19.3")


def test_the_finding_cites_the_paragraph_of_its_stage() -> None:
    file, day = case(at(c.AUTHORITY, c.lodged(stage=3), c.registered(), stage=3)), on("2024-05-29")

    said = [(COMPLAINT_STAGE_LATE, one) for one in COMPLAINT_STAGE_LATE.judge(file, day)]

    (change,) = judgement(said, {}, day).changes
    assert isinstance(change, RecordFinding)
    assert change.citation.act == KZ_ACT
    assert change.citation.article == "19.5"


def test_a_stranger_to_the_case_tells_nothing_of_the_complaint() -> None:
    answered = at(c.TRANSPORT, c.decided("2024-05-10"), c.sent("2024-05-10"))

    assert found(RULE, case(at(c.JUSTICE, *BEGUN), answered), on(c.AFTER))


def test_an_ordinary_complaint_breaches_nothing() -> None:
    ended = (c.decided(c.DUE), c.sent(c.DUE), c.outcome(c.DUE))
    made = deliverer(x.decided("2024-05-03"))
    file = case(window(c.handed_in()), made, at(c.JUSTICE, *BEGUN, *ended))

    assert findings(file, on("2024-06-30")) == set()
    satisfied = (c.decided(c.DUE, Outcome.SATISFIED), c.sent(c.DUE))
    notice = c.outcome(c.DUE, Outcome.SATISFIED)
    assert findings(case(at(c.JUSTICE, *BEGUN, *satisfied, notice)), on("2024-06-30")) == set()
