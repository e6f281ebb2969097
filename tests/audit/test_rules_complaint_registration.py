"""complaint_not_registered, 19.4(1): a body keeps count of all complaints that came to it."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from events.common import Act
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.complaint_registration import BESIDE_THE_LANES
from services.audit.domain.shown import Shown
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    Says,
    again,
    at,
    case,
    deliverer,
    found,
    on,
    ref,
    the_finding,
    undecidable,
    window,
    without_case,
)
from tests.given import made_at

RULE = "complaint_not_registered"
ASTANA = "intake.astana-1"
"""No window of the case."""


def test_what_was_handed_in_is_on_the_books_by_the_end_of_the_stages_term() -> None:
    handed = window(c.handed_in())
    in_time = case(window(c.handed_in()), at(c.JUSTICE, c.lodged(), c.registered(c.DUE)))
    late = case(handed, at(c.JUSTICE, c.lodged(), c.registered(c.AFTER)))

    assert found(RULE, in_time, on(c.AFTER)) == []
    assert the_finding(RULE, late, on(c.AFTER)) == Evidence(
        charged=x.DELIVERER,
        began=f"{x.WINDOW}/application-{x.CASE}:4",
        subject=x.CASE,
        event_ids=(f"{x.WINDOW}/application-{x.CASE}:4", ref(2)),
        due_on=x.day(c.DUE),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_nothing_registered_is_found_once_the_body_has_closed_the_last_day() -> None:
    file = case(window(c.handed_in()))
    silent = on(c.AFTER, closed={c.JUSTICE: "2024-05-13"})

    assert found(RULE, file, on(c.DUE)) == []
    assert again(RULE, file, on(c.DUE)) == x.day(c.AFTER)
    assert the_finding(RULE, file, on(c.AFTER)).days_late is None
    assert found(RULE, file, silent) == []
    assert again(RULE, file, silent) == x.day("2024-05-16")


def test_a_complaint_lodged_at_the_body_itself_is_registered_too() -> None:
    with_case = case(at(c.JUSTICE, c.lodged()))
    of_none = without_case(at(c.JUSTICE, c.lodged(case_id=None)))

    for file in (with_case, of_none):
        assert found(RULE, file, on(c.DUE)) == []
        assert the_finding(RULE, file, on(c.AFTER)).began == ref(1)


def test_handing_in_and_lodging_are_one_duty() -> None:
    file = case(window(c.handed_in()), at(c.JUSTICE, c.lodged("2024-05-04")))

    assert the_finding(RULE, file, on("2024-05-20")).began == f"{x.WINDOW}/application-{x.CASE}:4"


def test_a_registration_of_what_was_never_lodged_registers_nothing() -> None:
    file = case(window(c.handed_in()), at(c.JUSTICE, c.registered()))

    assert found(RULE, file, on(c.AFTER))


@pytest.mark.parametrize(
    "ended", [c.withdrawn(c.DUE), c.forwarded(c.DUE, c.MINISTRY)], ids=["withdrawn", "sent on"]
)
def test_what_is_withdrawn_or_sent_on_in_time_need_not_be_registered(ended: Act) -> None:
    file = case(at(c.JUSTICE, c.lodged(), ended))

    assert found(RULE, file, on(c.AFTER)) == []


def test_what_was_sent_on_is_registered_by_the_next_body() -> None:
    """Sent on Monday 6 May: the fifth working day after it is Thursday 16 May."""
    sent_on = c.forwarded("2024-05-06", c.JUSTICE, known=c.lodged())
    ignored = case(at(c.TRANSPORT, c.lodged(), sent_on))
    taken = case(
        at(c.TRANSPORT, c.lodged(), sent_on),
        at(c.JUSTICE, c.lodged("2024-05-16"), c.registered("2024-05-16")),
    )

    assert found(RULE, taken, on("2024-05-17")) == []
    assert found(RULE, ignored, on("2024-05-16")) == []
    finding = the_finding(RULE, ignored, on("2024-05-17"))
    assert (finding.charged, finding.began) == (x.DELIVERER, ref(2, c.TRANSPORT))
    assert finding.reading is None


def test_what_goes_beside_the_lanes_may_not_have_come() -> None:
    file = case(at(c.TRANSPORT, c.lodged(), c.forwarded("2024-05-06", c.JUSTICE)))

    assert the_finding(RULE, file, on("2024-05-17")).reading == BESIDE_THE_LANES


def test_a_complaint_that_comes_back_is_registered_again() -> None:
    away = c.forwarded("2024-05-06", c.TRANSPORT, known=c.lodged())
    back = c.forwarded("2024-05-15", c.JUSTICE, known=c.lodged())
    there = at(c.TRANSPORT, c.lodged("2024-05-06"), back)
    file = case(at(c.JUSTICE, c.lodged(), c.registered(), away), there)

    assert found(RULE, file, on("2024-05-22")) == []
    assert the_finding(RULE, file, on("2024-05-23")).began == ref(2, c.TRANSPORT)


def test_a_lane_that_is_no_registered_bodys_owes_nothing() -> None:
    for lane in ("complaints.nowhere", "provider.justice"):
        file = case(window(c.handed_in(to_lane=lane)))

        assert found(RULE, file, on(c.AFTER)) == []
        assert again(RULE, file, on(c.AFTER)) is None


def elsewhere(id_: str, case_id: str | None = x.CASE) -> Iterator[Says]:
    """Let another window than the case's hand a complaint in."""
    handed_in = window(c.handed_in(id_=id_, case_id=case_id))
    return (said._replace(lane=ASTANA, stream=f"complaint-{id_}") for said in handed_in)


def test_a_complaint_may_be_handed_in_at_any_window() -> None:
    id_ = made_at(ASTANA, "complaint")
    there = at(c.JUSTICE, replace(c.lodged(), complaint_id=id_), c.registered(c.DUE))
    registered = (said._replace(stream=f"complaint-{id_}-1") for said in there)

    assert found(RULE, case(elsewhere(id_), registered), on(c.AFTER)) == []
    assert found(RULE, case(elsewhere(id_)), on(c.DUE)) == []
    finding = the_finding(RULE, case(elsewhere(id_)), on(c.AFTER))
    assert (finding.charged, finding.began) == (x.DELIVERER, f"{ASTANA}/complaint-{id_}:1")


def test_a_complaint_of_no_case_may_be_handed_in_too() -> None:
    id_ = made_at(ASTANA, "complaint")
    file = without_case(elsewhere(id_, case_id=None))

    assert found(RULE, file, on(c.DUE)) == []
    assert the_finding(RULE, file, on(c.AFTER)).charged == x.DELIVERER


def test_a_window_hands_in_no_complaint_whose_id_it_did_not_make() -> None:
    asked = replace(c.inquired("2024-05-03"), to_lane=ASTANA)
    for known in ((), (asked,)):
        assert found(RULE, case(elsewhere(c.ID), deliverer(*known)), on(c.AFTER)) == []


def test_a_body_owes_nothing_before_it_could_know_of_a_handing_in() -> None:
    """Known on Saturday 4 May, which is worked: the fifth working day after it is 15 May."""
    told = case(window(c.handed_in())).entries
    late = CaseFile(x.CASE, told, shown=lambda _: Shown(x.day("2024-05-04")))

    assert found(RULE, late, on("2024-05-15")) == []
    assert the_finding(RULE, late, on("2024-05-16")).due_on == x.day("2024-05-15")


def test_without_the_norm_nothing_is_found_and_the_reason_is_said() -> None:
    file = case(window(c.handed_in()))

    for day, words in ((on(c.AFTER, law=None), "kz-19"), (on(c.AFTER, calendars=None), "calendar")):
        assert found(RULE, file, day) == []
        assert words in (undecidable(RULE, file, day) or "")
