"""The worked examples of the law's terms: every one to the day, by the shipped calendars."""

from datetime import UTC, datetime

from events.law.calendar_view import CalendarView
from events.law.counting import due_before, due_on
from events.law.explanation import explain, explain_before
from events.law.judging import JudgedBy, JudgedDue, judged_due
from events.law.wording import sentence
from events.law.zones import local_date
from tests.law.calendars_of_kz import KZ, LATEST, day, term

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


def test_7_thirty_calendar_days_from_31_july_2013_roll_to_2_september() -> None:
    count = explain(day("2013-07-31"), term("30 calendar days"), LATEST)

    assert sentence(count) == (
        "Wed 31 start, not counted · Thu 1 August = 1 to Thu 29 = 29 · "
        "Fri 30 = 30 (Constitution Day) · Sat 31 rest · Sun 1 September rest · "
        "Mon 2 next working day: due 2 September"
    )
    assert due_on(day("2013-07-31"), term("30 calendar days"), LATEST) == day("2013-09-02")


def test_8_months_end_on_the_same_number_or_on_the_last_day_of_a_shorter_month() -> None:
    quarter, month = term("3 months"), term("1 month")

    assert due_on(day("2013-11-30"), quarter, LATEST) == day("2014-02-28")
    assert due_on(day("2013-12-08"), quarter, LATEST) == day("2014-03-11")
    assert due_on(day("2014-01-31"), month, LATEST) == day("2014-02-28")
    assert sentence(explain(day("2013-12-08"), quarter, LATEST)) == (
        "Sun 8 start, not counted · Sat 8 March end of 3 months (Women's Day) · Sun 9 rest · "
        "Mon 10 moved from Sat 8 · Tue 11 next working day: due 11 March 2014"
    )


def test_9_a_holiday_added_in_autumn_2022_moves_the_third_day_to_26_october() -> None:
    approved, three = day("2022-10-20"), term("3 working days")
    before = KZ.known_on(day("2022-09-01"))

    assert sentence(explain(approved, three, LATEST)) == (
        "Thu 20 start, not counted · Fri 21 = 1 · Sat 22 = 2 (working: Mon 24 moved here) · "
        "Sun 23 rest · Mon 24 day off moved from Sat 22 · Tue 25 Republic Day · "
        "Wed 26 = 3: due 26 October"
    )
    assert due_on(approved, three, before) == day("2022-10-25")
    judged = judged_due(lambda view: due_on(approved, three, view), known=before, replay=LATEST)
    assert judged.due_on == day("2022-10-26")
    assert judged.judged_by is JudgedBy.AT_REPLAY


def test_10_a_calendar_changed_after_telling_excuses_and_never_convicts() -> None:
    accepted = day("2024-06-05")

    def lawful(calendar: CalendarView) -> object:
        return due_on(accepted, term("8 working days"), calendar)

    told = KZ.known_when_told("kz/2024/1", accepted)

    assert lawful(told) == day("2024-06-18")
    assert lawful(LATEST) == day("2024-06-17")
    assert judged_due(
        lambda view: due_on(accepted, term("8 working days"), view), known=told, replay=LATEST
    ) == JudgedDue(
        due_on=day("2024-06-18"),
        known_when_told=day("2024-06-18"),
        at_replay=day("2024-06-17"),
        judged_by=JudgedBy.KNOWN_WHEN_TOLD,
    )


def test_11_a_law_published_on_1_february_2013_is_in_force_on_4_march() -> None:
    thirty_days_passed = due_on(day("2013-02-01"), term("30 calendar days"), LATEST, rolls=False)
    in_force = day("2013-03-04")

    assert thirty_days_passed == day("2013-03-03")
    assert (in_force - thirty_days_passed).days == 1
    assert due_on(in_force, term("3 months"), LATEST) == day("2013-06-04")


def test_12_dates_decide_where_a_day_had_25_hours() -> None:
    first_hour = datetime(2024, 2, 29, 17, 30, tzinfo=UTC)  # 23:30 at +06.
    same_hour_again = datetime(2024, 2, 29, 18, 30, tzinfo=UTC)  # 23:30 once more, at +05.

    assert local_date(first_hour, "Asia/Almaty") == day("2024-02-29")
    assert local_date(same_hour_again, "Asia/Almaty") == day("2024-02-29")
    assert due_before(day("2024-03-01"), CENTRE, LATEST) == day("2024-02-29")
