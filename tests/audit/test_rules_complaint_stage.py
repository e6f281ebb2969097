"""complaint_stage_late, 19.2, 19.3, 19.5: every body examines within its working days."""

import pytest

from events.complaints import ExaminationExtended, Respondent
from events.complaints import Verdict as Outcome
from events.law.calendars import Calendars
from events.law.reference import load_reference
from services.audit.domain.commands import RecordFinding
from services.audit.domain.evidence import Evidence
from services.audit.domain.judging import judgement
from services.audit.domain.rules.citations import KZ_ACT
from services.audit.domain.rules.complaint_stage import (
    COMPLAINT_STAGE_LATE,
    DECISION_ENDS,
    NOT_COMPETENT,
)
from services.audit.domain.rules.complaint_term import EXTENSION_COUNTS, REGISTRATION_BEGINS
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    Says,
    again,
    at,
    case,
    deliverer,
    findings,
    found,
    on,
    ref,
    the_finding,
    undecidable,
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


def test_the_term_begins_with_the_receipt_and_by_a_lenient_reading_with_the_registration() -> None:
    for sent, reading in (("2024-05-15", REGISTRATION_BEGINS), ("2024-05-16", None)):
        ended = (c.decided(sent), c.sent(sent))
        file = case(at(c.JUSTICE, c.lodged(), c.registered("2024-05-04", "2024-05-15"), *ended))

        assert the_finding(RULE, file, on("2024-05-20")).reading == reading


def test_a_complaint_that_was_never_registered_stays_arguable() -> None:
    file = case(at(c.JUSTICE, c.lodged()))

    assert the_finding(RULE, file, on("2024-06-20")).reading == REGISTRATION_BEGINS


def test_sending_ends_the_term_and_by_a_lenient_reading_the_decision() -> None:
    for decided, reading in ((c.DUE, DECISION_ENDS), (c.AFTER, None)):
        file = case(at(c.JUSTICE, *BEGUN, c.decided(decided), c.sent("2024-05-16")))

        assert the_finding(RULE, file, on("2024-05-20")).reading == reading


def test_two_lenient_readings_may_be_needed_together() -> None:
    begun = (c.lodged(), c.registered("2024-05-04", "2024-05-15"))
    file = case(at(c.JUSTICE, *begun, c.decided("2024-05-15"), c.sent("2024-05-17")))

    reading = the_finding(RULE, file, on("2024-05-20")).reading

    assert reading == f"{REGISTRATION_BEGINS}. {DECISION_ENDS}"


EXTENDED = (*BEGUN, c.extended("2024-05-06"))


def test_an_extension_told_in_time_moves_the_last_day() -> None:
    told = (*EXTENDED, c.notified("2024-05-06"))
    in_time = case(at(c.JUSTICE, *told, c.decided("2024-05-28"), c.sent("2024-05-28")))
    late = case(at(c.JUSTICE, *told, c.decided("2024-05-29"), c.sent("2024-05-29")))

    assert found(RULE, in_time, on("2024-06-03")) == []
    finding = the_finding(RULE, late, on("2024-06-03"))
    assert (finding.due_on, finding.reading) == (x.day("2024-05-28"), None)
    assert finding.event_ids == tuple(ref(number) for number in range(1, 7))


def test_an_extension_told_late_or_not_at_all_moves_it_only_by_a_lenient_reading() -> None:
    told_late = (*EXTENDED, c.notified("2024-05-10"))
    for begun in (EXTENDED, told_late):
        for sent, reading in (("2024-05-28", EXTENSION_COUNTS), ("2024-05-29", None)):
            file = case(at(c.JUSTICE, *begun, c.decided(sent), c.sent(sent)))

            finding = the_finding(RULE, file, on("2024-06-03"))
            assert (finding.due_on, finding.reading) == (x.day(c.DUE), reading)


def test_an_open_complaint_is_certain_after_the_last_day_of_every_reading() -> None:
    file = case(at(c.JUSTICE, *EXTENDED))

    assert the_finding(RULE, file, on(c.AFTER)).reading == EXTENSION_COUNTS
    assert again(RULE, file, on(c.AFTER)) == x.day("2024-05-29")
    assert the_finding(RULE, file, on("2024-05-28")).reading == EXTENSION_COUNTS
    assert again(RULE, file, on("2024-05-28")) == x.day("2024-05-29")
    assert the_finding(RULE, file, on("2024-05-29")).reading is None
    assert again(RULE, file, on("2024-05-29")) is None


@pytest.mark.parametrize(
    "extension",
    [c.extended("2024-05-06", ground="holidays"), c.extended("2024-05-15")],
    ids=["on another ground", "after the last day"],
)
def test_an_extension_that_the_law_does_not_know_moves_nothing(
    extension: ExaminationExtended,
) -> None:
    ended = (c.decided("2024-05-28"), c.sent("2024-05-28"))
    file = case(at(c.JUSTICE, *BEGUN, extension, c.notified("2024-05-15"), *ended))

    assert the_finding(RULE, file, on("2024-06-03")).reading is None


def test_extensions_move_the_last_day_by_ten_working_days_in_all() -> None:
    told = (c.extended("2024-05-04", 8), c.extended("2024-05-06", 8), c.notified("2024-05-06"))
    file = case(at(c.JUSTICE, *BEGUN, *told))

    assert found(RULE, file, on("2024-05-28")) == []
    assert the_finding(RULE, file, on("2024-05-29")).due_on == x.day("2024-05-28")


def test_a_complaint_handed_in_is_under_way_since_then_whatever_the_body_says() -> None:
    lodged = c.lodged("2024-05-06", handed_in_at=x.WINDOW)
    handed = case(window(c.handed_in()), at(c.JUSTICE, lodged, c.registered("2024-05-06")))
    not_handed = case(at(c.JUSTICE, lodged, c.registered("2024-05-06")))

    assert the_finding(RULE, handed, on(c.AFTER)).due_on == x.day(c.DUE)
    assert found(RULE, not_handed, on(c.AFTER)) == []


def test_a_receipt_said_to_be_later_than_the_lodging_gains_no_day() -> None:
    file = case(at(c.JUSTICE, c.lodged(received="2024-05-20"), c.registered()))

    assert the_finding(RULE, file, on(c.AFTER)).due_on == x.day(c.DUE)


def _sent_on(on_day: str) -> list[list[Says]]:
    lodged = c.lodged()
    there = c.lodged("2024-05-16", received="2024-05-16")
    return [
        list(at(c.TRANSPORT, lodged, c.forwarded(on_day, c.JUSTICE, known=lodged))),
        list(at(c.JUSTICE, there, c.registered("2024-05-16"))),
    ]


def test_a_complaint_sent_on_in_time_is_the_next_bodys_from_then_on() -> None:
    file = case(*(iter(one) for one in _sent_on("2024-05-13")))

    (finding,) = found(RULE, file, on("2024-05-21"))
    assert (finding.charged, finding.due_on) == (x.DELIVERER, x.day("2024-05-20"))


def test_a_complaint_sent_there_twice_came_first_when_it_was_first_sent() -> None:
    """Sent on Monday 6 May, taken in on the 10th, sent back, and sent again on the 20th."""
    first, second = (c.forwarded(one, c.JUSTICE, known=c.lodged()) for one in SENT_TWICE)
    away = c.forwarded("2024-05-17", c.TRANSPORT, known=c.lodged())
    file = case(
        at(c.TRANSPORT, c.lodged(), first, c.lodged("2024-05-17"), second),
        at(c.JUSTICE, c.lodged("2024-05-10"), c.registered("2024-05-10"), away),
    )

    finding = the_finding(RULE, file, on("2024-05-20"))

    assert (finding.began, finding.due_on) == (ref(1), x.day("2024-05-16"))


SENT_TWICE = ("2024-05-06", "2024-05-20")


def test_who_is_not_competent_and_keeps_a_complaint_is_late_by_one_reading_only() -> None:
    file = case(at(c.TRANSPORT, *BEGUN))

    finding = the_finding(RULE, file, on(c.AFTER))

    assert (finding.charged, finding.reading) == ("transport", NOT_COMPETENT)


def test_the_local_body_over_the_deliverer_examines_as_well() -> None:
    file = case(at("complaints.akimat", *BEGUN), at(c.JUSTICE, *BEGUN))

    late = {one.charged: one.reading for one in found(RULE, file, on(c.AFTER))}

    assert late == {"akimat": None, x.DELIVERER: None}


def test_a_complaint_that_came_back_is_examined_from_then_on() -> None:
    away = c.forwarded("2024-05-06", c.TRANSPORT, known=c.lodged())
    back = (c.lodged("2024-05-15"), c.registered("2024-05-15", "2024-05-22"))
    file = case(at(c.JUSTICE, *BEGUN, away, *back))

    assert found(RULE, file, on("2024-05-22")) == []
    finding = the_finding(RULE, file, on("2024-05-23"))
    assert (finding.began, finding.due_on) == (ref(4), x.day("2024-05-22"))


def test_a_calendar_changed_after_telling_never_convicts() -> None:
    """On 7 June 2024 Monday 17 June became a working day: fifteen days end one day earlier."""
    lodged = c.lodged("2024-05-30", stage=3)
    told = c.registered("2024-05-30", "2024-06-21")
    last = "2024-06-21"
    in_time = case(at(c.AUTHORITY, lodged, told, c.decided(last), c.sent(last), stage=3))

    assert found(RULE, in_time, on("2024-06-30")) == []
    silent = case(at(c.AUTHORITY, lodged, told, stage=3))
    assert the_finding(RULE, silent, on("2024-06-30")).due_on == x.day(last)


def test_without_the_norm_nothing_is_found_and_the_reason_is_said() -> None:
    file, none = case(at(c.JUSTICE, *BEGUN)), without_case(at(c.JUSTICE, c.lodged(case_id=None)))
    later = Calendars(load_reference("kz")[-1:])
    for judged, day, words in (
        (file, on(c.AFTER, contents=None), "apostille/1"),
        (none, on(c.AFTER, contents=None), "apostille"),
        (file, on(c.AFTER, law=None), "kz-19"),
        (file, on(c.AFTER, calendars=None), "calendar"),
        (file, on(c.AFTER, calendars=later), "calendar"),
    ):
        assert found(RULE, judged, day) == []
        assert words in (undecidable(RULE, judged, day) or "")


def test_a_date_next_to_the_last_of_all_stops_nobody() -> None:
    file = case(at(c.JUSTICE, c.lodged("9999-12-31"), c.registered("9999-12-31")))

    assert undecidable(RULE, file, on(c.AFTER))


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
