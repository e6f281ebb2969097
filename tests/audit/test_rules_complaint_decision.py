"""19.4, 19.5(1), 20: the decision has reasons and another officer, reaches whom it must."""

from msgspec.structs import replace

from events.complaints import About
from events.complaints import Verdict as Outcome
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.complaint_officer import SAME_MAY_EXAMINE
from services.audit.domain.rules.complaint_term import EXTENSION_COUNTS, REGISTRATION_BEGINS
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    again,
    at,
    case,
    deliverer,
    found,
    on,
    ref,
    the_finding,
    undecidable,
)

BEGUN = (c.lodged(), c.registered())
DAY = on("2024-06-30")


def test_a_decision_has_reasons() -> None:
    rule = "decision_without_reasons"
    without = case(at(c.JUSTICE, *BEGUN, c.decided(c.DUE, reasons_given=False)))

    assert found(rule, case(at(c.JUSTICE, *BEGUN, c.decided(c.DUE))), DAY) == []
    assert the_finding(rule, without, DAY) == Evidence(
        charged=x.DELIVERER, began=ref(3), subject=x.CASE, event_ids=(ref(3),)
    )


def test_a_decision_that_is_not_sent_by_the_stages_last_day_is_found_until_it_is_sent() -> None:
    rule, made = "decision_not_sent", (*BEGUN, c.decided("2024-05-10"))
    unsent, late = case(at(c.JUSTICE, *made)), case(at(c.JUSTICE, *made, c.sent(c.AFTER)))
    silent = on(c.AFTER, closed={c.JUSTICE: "2024-05-13"})

    assert found(rule, unsent, on(c.DUE)) == []
    assert again(rule, unsent, on(c.DUE)) == x.day(c.AFTER)
    assert the_finding(rule, unsent, on(c.AFTER)).due_on == x.day(c.DUE)
    assert found(rule, unsent, silent) == []
    assert found(rule, late, on("2024-05-16")) == []


def test_a_decision_after_the_stages_last_day_is_sent_on_its_own_day() -> None:
    file = case(at(c.JUSTICE, *BEGUN, c.decided("2024-05-20")))

    assert found("decision_not_sent", file, on("2024-05-20")) == []
    assert the_finding("decision_not_sent", file, on("2024-05-21")).due_on == x.day("2024-05-20")


def test_a_complaint_withdrawn_by_then_needs_no_answer() -> None:
    made = (*BEGUN, c.decided("2024-05-10"))

    in_time = case(at(c.JUSTICE, *made, c.withdrawn(c.DUE)))
    late = case(at(c.JUSTICE, *made, c.withdrawn(c.AFTER)))

    assert found("decision_not_sent", in_time, DAY) == []
    assert found("decision_not_sent", late, DAY)


def test_whether_it_had_to_be_sent_or_told_yet_is_arguable_as_the_term_is() -> None:
    extended = c.extended("2024-05-06")
    file = case(at(c.JUSTICE, *BEGUN, extended, c.decided("2024-05-10")))

    for rule in ("decision_not_sent", "authority_not_notified"):
        for day in (c.AFTER, "2024-05-28"):
            assert the_finding(rule, file, on(day)).reading == EXTENSION_COUNTS
            assert again(rule, file, on(day)) == x.day("2024-05-29")
        assert the_finding(rule, file, on("2024-05-29")).reading is None
        assert again(rule, file, on("2024-05-29")) is None


def test_the_authority_has_its_notice_by_the_stages_last_day() -> None:
    rule, made = "authority_not_notified", (*BEGUN, c.decided("2024-05-10"))
    in_time = case(at(c.JUSTICE, *made, c.outcome(c.DUE)))
    late, none = case(at(c.JUSTICE, *made, c.outcome(c.AFTER))), case(at(c.JUSTICE, *made))
    silent = on(c.AFTER, closed={c.JUSTICE: "2024-05-13"})

    assert found(rule, in_time, DAY) == []
    assert the_finding(rule, late, DAY) == Evidence(
        charged=x.DELIVERER,
        began=ref(3),
        subject=x.CASE,
        event_ids=(ref(2), ref(3), ref(4)),
        due_on=x.day(c.DUE),
        days_late=1,
        calendar_version="kz/2024/1",
    )
    assert found(rule, none, on(c.DUE)) == []
    assert again(rule, none, on(c.DUE)) == x.day(c.AFTER)
    assert the_finding(rule, none, on(c.AFTER)).days_late is None
    assert found(rule, none, silent) == []


def test_the_notice_of_a_late_decision_goes_out_on_the_same_day() -> None:
    rule, made = "authority_not_notified", (*BEGUN, c.decided("2024-05-20"))

    assert found(rule, case(at(c.JUSTICE, *made, c.outcome("2024-05-20"))), DAY) == []
    late = case(at(c.JUSTICE, *made, c.outcome("2024-05-21")))
    assert the_finding(rule, late, DAY).due_on == x.day("2024-05-20")


def test_a_notice_in_time_from_the_registration_is_arguable() -> None:
    begun = (c.lodged(), c.registered("2024-05-04", "2024-05-15"), c.decided("2024-05-10"))
    notice = c.outcome(c.AFTER, registered_on="2024-05-04")
    file = case(at(c.JUSTICE, *begun, notice))

    assert the_finding("authority_not_notified", file, DAY).reading == REGISTRATION_BEGINS


def test_of_its_own_decision_the_authority_needs_no_notice() -> None:
    own = at(c.AUTHORITY, c.lodged(stage=3), c.registered(), c.decided("2024-05-10"), stage=3)

    assert found("authority_not_notified", case(own), DAY) == []


def test_a_notice_says_what_was_registered_and_decided() -> None:
    rule, made = "notice_differs", (*BEGUN, c.decided("2024-05-10"))
    right = c.outcome("2024-05-10")
    wrong = (
        c.outcome("2024-05-10", Outcome.SATISFIED),
        c.outcome("2024-05-10", no="C-2"),
        c.outcome("2024-05-10", registered_on="2024-05-04"),
    )

    assert found(rule, case(at(c.JUSTICE, *made, right)), DAY) == []
    for one in wrong:
        finding = the_finding(rule, case(at(c.JUSTICE, *made, one)), DAY)
        assert (finding.began, finding.event_ids) == (ref(4), (ref(2), ref(3), ref(4)))


def test_the_officer_who_made_the_decision_does_not_examine_the_complaint() -> None:
    rule, made = "same_officer_examined", x.decided("2024-05-03")
    examined = (*BEGUN, c.decided("2024-05-10"))

    same = case(deliverer(made, officer="o-1"), at(c.JUSTICE, *examined, officer="o-1"))
    other = case(deliverer(made, officer="o-1"), at(c.JUSTICE, *examined, officer="o-2"))

    assert found(rule, other, DAY) == []
    finding = the_finding(rule, same, DAY)
    assert (finding.charged, finding.began) == (x.DELIVERER, ref(3))
    assert finding.reading == SAME_MAY_EXAMINE


def test_what_the_complaint_names_is_what_is_contested() -> None:
    rule, made = "same_officer_examined", deliverer(x.decided("2024-05-03"), officer="o-1")
    first = list(at(c.JUSTICE, *BEGUN, c.decided("2024-05-10"), officer="o-2"))
    named = replace(c.lodged("2024-05-14", stage=2), about=(About(kind="decision", event=ref(3)),))
    second = (named, c.registered("2024-05-14"), c.decided("2024-05-16"))
    for officer, same in (("o-1", False), ("o-2", True)):
        examined = at(c.MINISTRY, *second, stage=2, officer=officer)

        file = case(deliverer(x.decided("2024-05-03"), officer="o-1"), iter(first), examined)
        assert bool(found(rule, file, DAY)) is same
    assert found(rule, case(made, iter(first)), DAY) == []


def test_a_decision_after_the_complaint_is_not_the_one_complained_of() -> None:
    later = deliverer(x.decided("2024-05-06"), officer="o-1")

    file = case(later, at(c.JUSTICE, *BEGUN, c.decided("2024-05-10"), officer="o-1"))

    assert found("same_officer_examined", file, DAY) == []


def test_two_acts_of_no_officer_are_not_of_the_same_one() -> None:
    for nobody in ("policy", "import"):
        made = deliverer(x.decided("2024-05-03"), officer=nobody)
        file = case(made, at(c.JUSTICE, *BEGUN, c.decided("2024-05-10"), officer=nobody))

        assert found("same_officer_examined", file, DAY) == []


def test_the_authority_alone_studies_the_causes() -> None:
    rule, without = "causes_not_studied", c.decided("2024-05-10", causes=())
    last = (c.lodged(stage=3), c.registered())

    assert found(rule, case(at(c.JUSTICE, *BEGUN, without)), DAY) == []
    studied = case(at(c.AUTHORITY, *last, c.decided("2024-05-10"), stage=3))
    assert found(rule, studied, DAY) == []
    finding = the_finding(rule, case(at(c.AUTHORITY, *last, without, stage=3)), DAY)
    assert (finding.charged, finding.began) == ("authority", ref(3, c.AUTHORITY, 3))


def test_who_decides_at_the_authoritys_stage_in_its_place_owes_no_causes() -> None:
    without = c.decided("2024-05-10", causes=())
    file = case(at(c.TRANSPORT, c.lodged(stage=3), c.registered(), without, stage=3))

    assert found("causes_not_studied", file, DAY) == []


def test_without_the_law_the_rules_that_need_it_say_so() -> None:
    file, day = case(at(c.JUSTICE, *BEGUN, c.decided("2024-05-10"))), on("2024-06-30", law=None)

    for rule in ("decision_not_sent", "authority_not_notified", "causes_not_studied"):
        assert "kz-19" in (undecidable(rule, file, day) or "")
    assert undecidable("decision_without_reasons", file, day) is None
