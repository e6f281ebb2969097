"""A calendar that contradicts itself is refused whole, with the day and the reason."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.law.calendar import CalendarVersion, Cause, Day, WeekDays, Why
from events.law.calendar_check import CalendarInvalid, check
from tests.law.small_calendar import HOLIDAY, calendar, day_off, works

FRIDAY, SATURDAY = date(2030, 5, 3), date(2030, 5, 4)


def five(**changed: tuple[Day, ...]) -> tuple[WeekDays, ...]:
    return (WeekDays(week="5", rest=("Sat", "Sun"), **changed),)


def refusal(version: CalendarVersion) -> str:
    with pytest.raises(CalendarInvalid) as caught:
        check(version)
    return str(caught.value)


def test_a_calendar_with_both_ends_of_a_move_is_accepted() -> None:
    check(
        calendar(
            weeks=five(days_off=(day_off(FRIDAY, SATURDAY),), working=(works(SATURDAY, FRIDAY),))
        )
    )


def test_a_day_is_not_both_off_and_working() -> None:
    twice = calendar(
        weeks=five(
            days_off=(Day(on=FRIDAY, why=HOLIDAY),), working=(works(FRIDAY, date(2029, 1, 1)),)
        )
    )

    assert "5-day week: 2030-05-03 is both off and working" in refusal(twice)


def test_a_date_lies_in_the_span() -> None:
    outside = calendar(weeks=five(days_off=(Day(on=date(2031, 1, 1), why=HOLIDAY),)))

    assert "2031-01-01 lies outside the span 2030-01-01 to 2030-12-31" in refusal(outside)


def test_a_move_has_two_ends() -> None:
    one_end = calendar(weeks=five(days_off=(day_off(FRIDAY, SATURDAY),)))
    other_end = calendar(weeks=five(working=(works(SATURDAY, FRIDAY),)))

    assert "2030-05-03 is a day_off_moved, and 2030-05-04 does not answer" in refusal(one_end)
    assert "2030-05-04 is a works_instead, and 2030-05-03 does not answer" in refusal(other_end)


def test_a_moved_holiday_comes_from_a_listed_day() -> None:
    moved = Why(cause=Cause.HOLIDAY_MOVED, name=HOLIDAY.name, other=SATURDAY)

    text = refusal(calendar(weeks=five(days_off=(Day(on=FRIDAY, why=moved),))))

    assert "2030-05-04 does not answer" in text


def test_a_move_may_reach_into_another_year() -> None:
    check(calendar(weeks=five(days_off=(day_off(date(2030, 1, 3), date(2029, 12, 29)),))))


def test_a_move_names_the_other_day_and_a_holiday_its_name() -> None:
    nowhere = Day(on=FRIDAY, why=Why(cause=Cause.DAY_OFF_MOVED))
    nameless = Day(on=FRIDAY, why=Why(cause=Cause.HOLIDAY))

    assert "does not name the other day" in refusal(calendar(weeks=five(days_off=(nowhere,))))
    assert "a holiday without a name" in refusal(calendar(weeks=five(days_off=(nameless,))))


def test_a_cause_fits_its_list() -> None:
    assert "listed as working, and its cause is holiday" in refusal(
        calendar(weeks=five(working=(Day(on=SATURDAY, why=HOLIDAY),)))
    )
    assert "listed as off, and its cause says that it works" in refusal(
        calendar(weeks=five(days_off=(works(FRIDAY, date(2029, 1, 1)),)))
    )


def test_days_ascend_each_once() -> None:
    holiday = Day(on=FRIDAY, why=HOLIDAY)

    text = refusal(calendar(weeks=five(days_off=(holiday, holiday))))

    assert "the days off ascend, each once; 2030-05-03 follows 2030-05-03" in text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (replace(calendar(), version="xx/2030 1"), "written like kz/2024/2"),
        (replace(calendar(), version="kz/2030/1"), "does not begin with its jurisdiction, xx/"),
        (replace(calendar(), act=" "), "no act is named"),
        (replace(calendar(), weeks=()), "each kind of week stands once"),
        (replace(calendar(), weeks=five() + five()), "each kind of week stands once"),
        (replace(calendar(), weeks=(WeekDays(week="5", rest=()),)), "rest weekdays"),
        (replace(calendar(), valid_to=date(2029, 12, 31)), "ends on 2029-12-31, before it begins"),
        (replace(calendar(), valid_to=date(2040, 12, 31)), "longer than 3660 days"),
    ],
)
def test_the_form_of_a_version_is_checked(changed: CalendarVersion, says: str) -> None:
    assert says in refusal(changed)
