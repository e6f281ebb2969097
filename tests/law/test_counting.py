"""Counting forward and back: the index against a walk, and the edges of each term."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from events.law.calendar import Week
from events.law.counting import TermAsTold, as_told, due_before, due_on, months_on
from events.law.explanation import explain, explain_before
from events.law.term import AS_TOLD, TermLength
from events.law.working_days import CalendarGap
from tests.law.calendars_of_kz import LATEST, day, term
from tests.law.strategies import days, terms, weeks, working

ONE_DAY = timedelta(days=1)


@given(days, terms, weeks)
def test_the_index_counts_as_a_walk_does(start: date, length: TermLength, week: Week) -> None:
    for counted in (False, True):
        for rolls in (False, True):
            due = due_on(start, length, LATEST, week=week, first_day_counted=counted, rolls=rolls)
            walked = explain(
                start, length, LATEST, week=week, first_day_counted=counted, rolls=rolls
            )

            assert walked.due_on == due


@given(days, terms, weeks)
def test_counting_back_is_the_same_walk_backward(end: date, length: TermLength, week: Week) -> None:
    assert explain_before(end, length, LATEST, week=week).due_on == due_before(
        end, length, LATEST, week=week
    )


@given(days, working, weeks)
def test_forward_then_back_returns_to_a_working_start(
    start: date, length: TermLength, week: Week
) -> None:
    there = due_on(start, length, LATEST, week=week)
    back = due_before(there, length, LATEST, week=week)

    assert back <= start
    assert due_on(back, length, LATEST, week=week) == there
    if LATEST.week(week).works(start):
        assert back == start


@given(days, terms, weeks)
def test_a_later_start_never_ends_earlier(start: date, length: TermLength, week: Week) -> None:
    assert due_on(start, length, LATEST, week=week) <= due_on(
        start + ONE_DAY, length, LATEST, week=week
    )


@given(days, terms, weeks)
def test_a_term_that_rolls_ends_on_a_working_day(
    start: date, length: TermLength, week: Week
) -> None:
    assert LATEST.week(week).works(due_on(start, length, LATEST, week=week))


def test_a_first_day_that_is_off_is_not_counted_even_where_it_would_be() -> None:
    sunday, monday = day("2024-05-05"), day("2024-05-06")

    for length in ("1 working day", "1 calendar day"):
        assert due_on(sunday, term(length), LATEST, first_day_counted=True) == monday
        assert due_on(monday, term(length), LATEST, first_day_counted=True) == monday


def test_acceptance_on_a_saturday_is_day_0_of_the_five_day_week_and_day_1_of_the_six_day() -> None:
    saturday, two = day("2024-04-27"), term("2 working days")

    assert due_on(saturday, two, LATEST, first_day_counted=True) == day("2024-04-30")
    assert due_on(saturday, two, LATEST, week="6", first_day_counted=True) == day("2024-04-29")


def test_a_month_with_the_first_day_counted_ends_the_day_before_the_same_number() -> None:
    assert due_on(day("2024-03-12"), term("1 month"), LATEST, first_day_counted=True) == day(
        "2024-04-11"
    )


def test_months_keep_their_number_over_the_year_and_back() -> None:
    assert months_on(day("2023-11-30"), 3) == day("2024-02-29")
    assert months_on(day("2024-12-31"), 12) == day("2025-12-31")
    assert months_on(day("2024-03-31"), -1) == day("2024-02-29")
    assert months_on(day("2024-01-15"), -1) == day("2023-12-15")


def test_counting_back_in_calendar_days_never_rolls() -> None:
    monday = day("2024-05-06")

    assert due_before(monday, term("1 day"), LATEST) == day("2024-05-05")
    assert due_before(day("2024-05-31"), term("3 months"), LATEST) == day("2024-02-29")


def test_the_last_covered_day_can_be_due_and_the_next_is_a_gap() -> None:
    last = day("2025-12-30")

    assert due_on(last, term("1 working day"), LATEST) == day("2025-12-31")
    assert due_on(day("2025-12-01"), term("30 calendar days"), LATEST) == day("2025-12-31")
    for length in ("2 working days", "2 calendar days", "1 month"):
        with pytest.raises(CalendarGap, match="go from 2012-01-01 to 2025-12-31"):
            due_on(last, term(length), LATEST)


def test_the_first_covered_day_can_begin_a_count_and_an_earlier_one_cannot() -> None:
    first = day("2012-01-01")

    assert due_on(first, term("1 working day"), LATEST) == day("2012-01-04")
    assert due_on(first - ONE_DAY, term("1 working day"), LATEST) == day("2012-01-04")
    with pytest.raises(CalendarGap, match="2011-12-31"):
        due_on(first - 2 * ONE_DAY, term("1 working day"), LATEST)
    with pytest.raises(CalendarGap, match="2 working days back from 2012-01-05"):
        due_before(day("2012-01-05"), term("2 working days"), LATEST)


def test_calendar_days_that_do_not_roll_need_no_calendar() -> None:
    assert due_on(day("2030-01-01"), term("30 days"), LATEST, rolls=False) == day("2030-01-31")


def test_a_term_as_told_moves_only_with_a_new_told_date() -> None:
    assert as_told(day("2011-12-01")) == day("2011-12-01")
    assert as_told(day("2011-12-01"), day("2012-01-05")) == day("2012-01-05")
    for count in (due_on, due_before, explain, explain_before):
        with pytest.raises(TermAsTold):
            count(day("2011-12-01"), AS_TOLD, LATEST)
