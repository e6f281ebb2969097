"""Worked examples 7 to 12: calendar days, months, changed calendars, in force, zones."""

from datetime import UTC, datetime

from events.law.counting import due_before, due_on
from events.law.explanation import explain
from events.law.judging import JudgedBy, JudgedDue, judged_due
from events.law.wording import sentence
from events.law.zones import local_date
from tests.law.calendars_of_kz import KZ, LATEST, day, term

CENTRE = term("1 calendar day")


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
    accepted, eight = day("2024-06-05"), term("8 working days")
    told = KZ.known_when_told("kz/2024/1", accepted)

    assert judged_due(
        lambda calendar: due_on(accepted, eight, calendar), known=told, replay=LATEST
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
