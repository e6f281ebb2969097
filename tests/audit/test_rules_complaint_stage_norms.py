"""complaint_stage_late: calendars that changed, norms that nobody told of."""

from events.law.calendars import Calendars
from events.law.reference import load_reference
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    at,
    case,
    found,
    on,
    the_finding,
    undecidable,
    without_case,
)

RULE = "complaint_stage_late"
BEGUN = (c.lodged(), c.registered())


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
