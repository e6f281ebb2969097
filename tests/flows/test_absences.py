"""What is not there is found only once all lanes that could hold it have closed the day (B10)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import (
    DELIVERY_LANE,
    JUSTICE_ALMATY,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.audit.application.closing import NotCovered
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

ACCEPTED = date(2024, 5, 3)
LAST_TO_SEND = date(2024, 5, 9)
DUE = date(2024, 5, 10)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case is taken in and forwarded, and nothing comes back; 4 May is open."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(ACCEPTED)
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close()
        yield days


def test_a_result_that_does_not_come_is_found_the_day_after_its_last_lawful_day(
    days: KzDays,
) -> None:
    rules = {}

    while days.day <= date(2024, 5, 11):
        today = days.day
        days.close()
        rules[today.isoformat()] = days.rules()

    assert rules["2024-05-09"] == []
    assert rules["2024-05-10"] == ["result_to_centre_late"]
    assert rules["2024-05-11"] == ["result_to_centre_late", "service_term_missed"]
    assert [one.days_late for one in days.standing()] == [None, None]


def test_an_open_breach_is_recorded_once_however_many_days_pass(days: KzDays) -> None:
    days.close_until(date(2024, 5, 20))

    assert [one.version for one in days.recorded()] == [1, 1]


@pytest.mark.parametrize("missing", [WINDOW_LANE, DELIVERY_LANE, STANDARDS_LANE])
def test_a_day_that_a_lane_has_not_closed_is_not_judged(days: KzDays, missing: str) -> None:
    days.close_until(date(2024, 5, 11))
    size = days.realm.grown("audit.authority")
    days.close_lanes(*(lane for lane in LANES if lane != missing))

    with pytest.raises(NotCovered, match=missing):
        days.close_ledger()

    assert days.realm.grown("audit.authority") == size
    assert days.rules() == ["result_to_centre_late"]


def test_while_the_deliverer_is_silent_only_its_silence_is_found(days: KzDays) -> None:
    days.close_until(LAST_TO_SEND)

    days.close_until(date(2024, 5, 14), silent=[DELIVERY_LANE])

    (found,) = days.standing()
    assert (found.rule, found.charged, found.subject) == (
        "lane_silent",
        JUSTICE_ALMATY,
        DELIVERY_LANE,
    )
    assert (found.due_on, found.days_late, found.judged_day) == (LAST_TO_SEND, None, LAST_TO_SEND)
    assert found.event_ids == (f"{DELIVERY_LANE}/day-book:10",)


def test_when_the_silent_lane_returns_its_silence_ends_and_the_absence_is_found(
    days: KzDays,
) -> None:
    days.close_until(LAST_TO_SEND)
    days.close_until(date(2024, 5, 14), silent=[DELIVERY_LANE])
    for missed in range(9, 14):
        days.close_lanes(DELIVERY_LANE, day=date(2024, 5, missed))

    days.close()

    assert days.rules() == ["lane_silent", "result_to_centre_late", "service_term_missed"]
    (silence,) = days.standing("lane_silent")
    assert (silence.due_on, silence.days_late) == (LAST_TO_SEND, 5)
    (missed_term,) = days.standing("service_term_missed")
    assert (missed_term.due_on, missed_term.days_late) == (DUE, None)
    assert missed_term.judged_day == date(2024, 5, 14)


def test_what_a_silent_lane_had_done_in_time_is_no_breach_when_it_returns(days: KzDays) -> None:
    """The result was sent on 8 May; the lane was cut off before it could close that day."""
    days.close_until(date(2024, 5, 8))
    (decide,) = (step for step in days.late_case() if step.command_id.startswith("decide/"))
    days.act(decide._replace(time="2024-05-08T05:00:00Z"))
    days.close_until(date(2024, 5, 12), silent=[DELIVERY_LANE])
    assert days.rules() == ["lane_silent"]
    for missed in range(8, 12):
        days.close_lanes(DELIVERY_LANE, day=date(2024, 5, missed))

    days.close()

    assert "result_to_centre_late" not in days.rules()
    assert [made.days_late for made in days.standing("lane_silent")] == [4]


def test_each_silence_is_a_finding_of_its_own(days: KzDays) -> None:
    days.close(silent=[STANDARDS_LANE])
    days.close_lanes(STANDARDS_LANE, day=date(2024, 5, 4))
    days.close()

    days.close(silent=[STANDARDS_LANE])

    assert [(str(one.due_on), one.days_late) for one in days.standing("lane_silent")] == [
        ("2024-05-04", 1),
        ("2024-05-06", None),
    ]
