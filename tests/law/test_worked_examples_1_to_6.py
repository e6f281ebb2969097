"""Worked examples 1 to 6 of the terms: working days, to the day, by the shipped calendars."""

from events.law.counting import due_before, due_on
from events.law.explanation import explain, explain_before
from events.law.wording import sentence
from tests.law.calendars_of_kz import LATEST, day, term

CENTRE = term("1 calendar day")


def test_1_three_working_days_from_3_may_2024_end_on_10_may() -> None:
    count = explain(day("2024-05-03"), term("3 working days"), LATEST)

    assert sentence(count) == (
        "Fri 3 start, not counted · Sat 4 = 1 (working: Wed 8 moved here) · Sun 5 rest · "
        "Mon 6 = 2 · Tue 7 Defender's Day · Wed 8 day off moved from Sat 4 · Thu 9 Victory Day · "
        "Fri 10 = 3: due 10 May"
    )
    assert due_on(day("2024-05-03"), term("3 working days"), LATEST) == day("2024-05-10")
    assert due_before(day("2024-05-10"), CENTRE, LATEST) == day("2024-05-09")


def test_2_with_the_acceptance_day_counted_they_end_on_6_may() -> None:
    count = explain(day("2024-05-03"), term("3 working days"), LATEST, first_day_counted=True)

    assert sentence(count) == (
        "Fri 3 = 1 · Sat 4 = 2 (working: Wed 8 moved here) · Sun 5 rest · Mon 6 = 3: due 6 May"
    )
    assert due_on(day("2024-05-03"), term("3 working days"), LATEST, first_day_counted=True) == day(
        "2024-05-06"
    )
    assert due_before(day("2024-05-06"), CENTRE, LATEST) == day("2024-05-05")


def test_3_in_the_six_day_week_they_end_on_8_may() -> None:
    count = explain(day("2024-05-03"), term("3 working days"), LATEST, week="6")

    assert sentence(count) == (
        "Fri 3 start, not counted · Sat 4 = 1 · Sun 5 rest · Mon 6 = 2 · Tue 7 Defender's Day · "
        "Wed 8 = 3: due 8 May"
    )
    assert due_on(day("2024-05-03"), term("3 working days"), LATEST, week="6") == day("2024-05-08")


def test_4_one_working_day_leaves_the_centre_no_day_if_the_first_is_counted() -> None:
    accepted, one = day("2024-05-13"), term("1 working day")

    plain = due_on(accepted, one, LATEST)
    counted = due_on(accepted, one, LATEST, first_day_counted=True)

    assert plain == day("2024-05-14")
    assert due_before(plain, CENTRE, LATEST) == accepted
    assert counted == day("2024-05-13")
    assert due_before(counted, CENTRE, LATEST) == day("2024-05-12")  # Before acceptance.


def test_5_a_complaint_of_3_may_2013_is_due_on_14_may_and_extended_on_28_may() -> None:
    lodged = day("2013-05-03")

    count = explain(lodged, term("5 working days"), LATEST)

    assert sentence(count) == (
        "Fri 3 start, not counted · Sat 4 = 1 (working: Fri 10 moved here) · Sun 5 rest · "
        "Mon 6 = 2 · Tue 7 Defender's Day · Wed 8 = 3 · Thu 9 Victory Day · "
        "Fri 10 day off moved from Sat 4 · Sat 11 rest · Sun 12 rest · Mon 13 = 4 · "
        "Tue 14 = 5: due 14 May"
    )
    due = due_on(lodged, term("5 working days"), LATEST)
    assert due == day("2013-05-14")
    assert due_before(due, term("3 working days"), LATEST) == day("2013-05-06")
    assert due_before(due, term("4 working days"), LATEST) == day("2013-05-04")  # Clear days.
    assert due_on(due, term("10 working days"), LATEST) == day("2013-05-28")


def test_5_the_notice_of_extension_counts_back_over_days_off() -> None:
    count = explain_before(day("2013-05-14"), term("3 working days"), LATEST)

    assert sentence(count) == (
        "Tue 14 end, not counted · Mon 13 = 1 · Sun 12 rest · Sat 11 rest · "
        "Fri 10 day off moved from Sat 4 · Thu 9 Victory Day · Wed 8 = 2 · "
        "Tue 7 Defender's Day · Mon 6 = 3: by 6 May"
    )


def test_6_fifteen_working_days_over_the_new_year_use_two_calendars() -> None:
    lodged = day("2012-12-12")

    count = explain(lodged, term("15 working days"), LATEST)

    numbers = {row.on.isoformat(): row.number for row in count.rows if row.number}
    assert numbers["2012-12-21"] == 5
    assert numbers["2012-12-29"] == 11
    assert numbers["2013-01-04"] == 13
    assert count.due_on == day("2013-01-09")
    assert count.calendar_version == "kz/2012/1 kz/2013/1"
    assert sentence(count).endswith(
        "Sun 30 rest · Mon 31 day off moved from Sat 29 · Tue 1 January New Year · "
        "Wed 2 New Year · Thu 3 = 12 · Fri 4 = 13 · Sat 5 rest · Sun 6 rest · Mon 7 Christmas · "
        "Tue 8 = 14 · Wed 9 = 15: due 9 January 2013"
    )
    assert due_on(lodged, term("15 working days"), LATEST) == day("2013-01-09")
    assert due_before(day("2013-01-09"), term("3 working days"), LATEST) == day("2013-01-03")
    assert due_on(day("2013-01-09"), term("10 working days"), LATEST) == day("2013-01-23")
