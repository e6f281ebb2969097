"""19.6: how an examination is extended, and how the applicant is told of it."""

import pytest

from events.common import Act
from events.words import Medium
from services.audit.domain.evidence import Evidence, Kind
from services.audit.domain.rules.complaint_extension import EXTENSION_UNUSED
from services.audit.domain.rules.complaint_extension_told import DAY_COUNTS
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import again, at, case, found, on, ref, the_finding, undecidable

BEGUN = (c.lodged(), c.registered())
EXTENDED = (*BEGUN, c.extended("2024-05-04"))
DAY = on("2024-06-30")


def test_ten_working_days_in_all_are_lawful_and_eleven_are_not() -> None:
    rule, five = "extension_too_long", c.extended("2024-05-04", 5)
    ten = case(at(c.JUSTICE, *BEGUN, five, c.extended("2024-05-06", 5)))
    eleven = case(at(c.JUSTICE, *BEGUN, five, c.extended("2024-05-06", 6)))

    assert found(rule, ten, DAY) == []
    assert the_finding(rule, eleven, DAY) == Evidence(
        charged=x.DELIVERER, began=ref(4), subject=x.CASE, event_ids=(ref(3), ref(4))
    )


def test_each_stage_has_ten_days_of_its_own() -> None:
    stage_2 = at(c.MINISTRY, c.lodged(stage=2), c.extended("2024-05-06"), stage=2)

    assert found("extension_too_long", case(at(c.JUSTICE, *EXTENDED), stage_2), DAY) == []


@pytest.mark.parametrize(
    ("ground", "lawful"), [("check", True), ("information", True), ("holidays", False)]
)
def test_only_a_check_or_information_extends(ground: str, *, lawful: bool) -> None:
    file = case(at(c.JUSTICE, *BEGUN, c.extended("2024-05-06", ground=ground)))

    assert [one.began for one in found("extension_unfounded", file, DAY)] == [ref(3)][lawful:]


@pytest.mark.parametrize("used", [c.checked("2024-05-06"), c.inquired("2024-05-06")])
def test_an_extension_that_neither_check_nor_inquiry_followed_is_a_hint(used: Act) -> None:
    rule, unused = "extension_unused", c.inquired("2024-05-03")
    file = case(at(c.JUSTICE, *EXTENDED, unused))

    assert found(rule, case(at(c.JUSTICE, *EXTENDED, used)), DAY) == []
    assert the_finding(rule, file, DAY).began == ref(3)
    assert EXTENSION_UNUSED.kind is Kind.HINT


def test_whether_it_was_used_is_asked_once_the_examination_is_over() -> None:
    rule = "extension_unused"
    running = case(at(c.JUSTICE, *EXTENDED))
    answered = case(at(c.JUSTICE, *EXTENDED, c.decided(c.DUE), c.sent(c.DUE)))

    assert found(rule, running, on("2024-05-28")) == []
    assert again(rule, running, on("2024-05-28")) == x.day("2024-05-29")
    assert found(rule, running, on("2024-05-29"))
    assert found(rule, answered, on(c.DUE)) == []
    assert found(rule, answered, on(c.AFTER))
    assert found(rule, answered, on(c.AFTER, closed={c.JUSTICE: "2024-05-13"})) == []


def test_the_applicant_is_told_three_working_days_before_or_late() -> None:
    rule = "extension_notice_late"
    for told, due, reading in (
        ("2024-05-04", None, None),
        ("2024-05-06", "2024-05-04", DAY_COUNTS),
        ("2024-05-07", "2024-05-06", None),
    ):
        file = case(at(c.JUSTICE, *EXTENDED, c.notified(told)))

        said = found(rule, file, DAY)
        assert [(one.due_on, one.reading) for one in said] == (
            [] if due is None else [(x.day(due), reading)]
        )


def test_a_late_notice_shows_what_it_tells_and_how_late() -> None:
    file = case(at(c.JUSTICE, *EXTENDED, c.notified("2024-05-10")))

    assert the_finding("extension_notice_late", file, DAY) == Evidence(
        charged=x.DELIVERER,
        began=ref(3),
        subject=x.CASE,
        event_ids=(ref(1), ref(3), ref(4)),
        due_on=x.day("2024-05-06"),
        days_late=4,
        calendar_version="kz/2024/1",
    )


def test_the_last_day_to_tell_is_counted_from_the_original_term_alone() -> None:
    again_extended = (c.extended("2024-05-04", 5), c.notified("2024-05-04"))
    second = (c.extended("2024-05-15", 5), c.notified("2024-05-15"))
    file = case(at(c.JUSTICE, *BEGUN, *again_extended, *second))

    assert the_finding("extension_notice_late", file, DAY).began == ref(5)


def test_an_extension_of_which_nothing_was_told_is_found_after_the_last_day_to_tell() -> None:
    rule, file = "extension_not_told", case(at(c.JUSTICE, *EXTENDED))
    silent = on("2024-05-07", closed={c.JUSTICE: "2024-05-05"})

    assert found(rule, file, on("2024-05-06")) == []
    assert again(rule, file, on("2024-05-06")) == x.day("2024-05-07")
    assert the_finding(rule, file, on("2024-05-07")).due_on == x.day("2024-05-06")
    assert found(rule, file, silent) == []
    assert again(rule, file, silent) == x.day("2024-05-08")


def test_an_extension_told_late_is_late_and_not_untold() -> None:
    file = case(at(c.JUSTICE, *EXTENDED, c.notified("2024-05-10")))

    assert found("extension_not_told", file, DAY) == []
    assert found("extension_notice_late", file, DAY)


def test_an_examination_that_had_ended_by_then_needs_no_notice() -> None:
    in_time = case(at(c.JUSTICE, *EXTENDED, c.decided("2024-05-06"), c.sent("2024-05-06")))
    later = case(at(c.JUSTICE, *EXTENDED, c.decided("2024-05-07"), c.sent("2024-05-07")))

    assert found("extension_not_told", in_time, DAY) == []
    assert found("extension_not_told", later, DAY)


def test_an_extension_after_the_last_day_to_tell_is_told_too_late_or_not_at_all() -> None:
    late = (*BEGUN, c.extended("2024-05-13"))

    assert found("extension_not_told", case(at(c.JUSTICE, *late)), on("2024-05-13")) == []
    assert found("extension_not_told", case(at(c.JUSTICE, *late)), on("2024-05-14"))
    told = case(at(c.JUSTICE, *late, c.notified("2024-05-13")))
    assert found("extension_notice_late", told, DAY)


def test_a_notice_gives_its_reasons() -> None:
    rule = "extension_without_reasons"
    without = case(at(c.JUSTICE, *EXTENDED, c.notified("2024-05-04", reasons=False)))

    assert found(rule, case(at(c.JUSTICE, *EXTENDED, c.notified("2024-05-04"))), DAY) == []
    assert the_finding(rule, without, DAY).began == ref(4)


@pytest.mark.parametrize(("medium", "other"), [("paper", "electronic"), ("electronic", "paper")])
def test_who_complained_on_paper_is_told_on_paper_and_electronically_who_so_did(
    medium: Medium, other: Medium
) -> None:
    rule, begun = "extension_wrong_medium", (c.lodged(medium=medium), c.extended("2024-05-04"))

    right = case(at(c.JUSTICE, *begun, c.notified("2024-05-04", medium)))
    wrong = case(at(c.JUSTICE, *begun, c.notified("2024-05-04", other)))

    assert found(rule, right, DAY) == []
    assert the_finding(rule, wrong, DAY).event_ids == (ref(1), ref(3))


def test_without_the_law_only_an_extended_examination_cannot_be_decided() -> None:
    day = on("2024-06-30", law=None)
    for rule in ("extension_too_long", "extension_unfounded", "extension_not_told"):
        assert undecidable(rule, case(at(c.JUSTICE, *EXTENDED)), day)
        assert undecidable(rule, case(at(c.JUSTICE, *BEGUN)), day) is None
