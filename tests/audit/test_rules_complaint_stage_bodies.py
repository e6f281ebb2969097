"""complaint_stage_late: from when a term counts, and for whom, as a complaint goes about (19.1)."""

from services.audit.domain.rules.complaint_stage import (
    NOT_COMPETENT,
)
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    Says,
    at,
    case,
    found,
    on,
    ref,
    the_finding,
    window,
)

RULE = "complaint_stage_late"
BEGUN = (c.lodged(), c.registered())
SENT_TWICE = ("2024-05-06", "2024-05-20")


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
