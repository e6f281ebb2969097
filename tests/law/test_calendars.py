"""Which version holds for a day, as known on a date (protocol H7)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.law.calendar import WeekDays
from events.law.calendar_check import CalendarInvalid
from events.law.calendars import Calendars
from events.law.working_days import CalendarGap
from tests.law.calendars_of_kz import KZ, LATEST, day
from tests.law.small_calendar import PLAIN, year

FIRST = year(2030, adopted_on=date(2029, 7, 1))
LATER = year(2030, edition=2, adopted_on=date(2030, 3, 1))


def test_a_later_adoption_replaces_from_its_day_on() -> None:
    calendars = Calendars([FIRST]).adopt(LATER)

    assert calendars.known_on(date(2030, 2, 28)).version_at(date(2030, 6, 1)) == "xx/2030/1"
    assert calendars.known_on(date(2030, 3, 1)).version_at(date(2030, 6, 1)) == "xx/2030/2"


def test_an_equal_or_earlier_adoption_of_the_same_days_is_refused() -> None:
    calendars = Calendars([LATER])

    for adopted_on in (LATER.adopted_on, date(2030, 2, 28)):
        with pytest.raises(CalendarInvalid, match="only a later adoption replaces"):
            calendars.adopt(year(2030, edition=3, adopted_on=adopted_on))


def test_versions_adopted_on_one_day_share_no_days() -> None:
    with pytest.raises(CalendarInvalid, match="adopted on one day, share days"):
        Calendars([FIRST, replace(LATER, adopted_on=FIRST.adopted_on)])


def test_a_hole_between_calendars_is_refused() -> None:
    with pytest.raises(CalendarInvalid, match=r"no day from 2031-01-01 .* before 2032-01-01"):
        Calendars([FIRST]).adopt(year(2032, adopted_on=date(2031, 7, 1)))


def test_a_hole_that_is_filled_only_later_is_refused() -> None:
    late = year(2031, adopted_on=date(2033, 1, 1))

    with pytest.raises(CalendarInvalid, match="as known on 2031-07-01"):
        Calendars([FIRST, year(2032, adopted_on=date(2031, 7, 1)), late])


def test_each_version_is_adopted_once_and_replaces_a_known_one() -> None:
    again = replace(FIRST, valid_from=date(2031, 1, 1), valid_to=date(2031, 12, 31))
    unknown = replace(LATER, replaces="xx/2030/0")

    with pytest.raises(CalendarInvalid, match="adopted already"):
        Calendars([FIRST]).adopt(again)
    with pytest.raises(CalendarInvalid, match="replaces xx/2030/0, which was not adopted"):
        Calendars([FIRST]).adopt(unknown)


def test_calendars_of_two_jurisdictions_do_not_mix() -> None:
    with pytest.raises(CalendarInvalid, match="another jurisdiction"):
        Calendars([FIRST, *KZ.versions[:1]])


def test_a_version_for_part_of_a_year_holds_for_that_part_only() -> None:
    june = replace(LATER, valid_from=date(2030, 6, 1), valid_to=date(2030, 6, 30))
    view = Calendars([FIRST, june]).latest()

    days = [date(2030, 5, 31), date(2030, 6, 1), date(2030, 6, 30), date(2030, 7, 1)]

    assert [view.version_at(day) for day in days] == [
        "xx/2030/1",
        "xx/2030/2",
        "xx/2030/2",
        "xx/2030/1",
    ]
    assert view.versions_between(days[0], days[1]) == "xx/2030/1 xx/2030/2"
    assert view.versions_between(days[1], days[2]) == "xx/2030/2"


def test_a_count_over_two_years_names_both_versions_in_order() -> None:
    assert LATEST.versions_between(day("2012-12-31"), day("2013-01-01")) == ("kz/2012/1 kz/2013/1")
    assert LATEST.versions_between(day("2013-01-01"), day("2013-12-31")) == "kz/2013/1"


def test_before_the_first_adoption_nothing_is_known() -> None:
    with pytest.raises(CalendarGap, match="no calendar had been adopted by 2029-06-30"):
        Calendars([FIRST]).known_on(date(2029, 6, 30))
    with pytest.raises(CalendarGap):
        Calendars().latest()


def test_a_day_that_no_version_covers_is_a_gap_that_says_so() -> None:
    view = Calendars([FIRST]).latest()

    assert view.version_at(date(2031, 1, 1)) is None
    assert view.versions_between(date(2031, 1, 1), date(2031, 1, 5)) == ""
    for missing in (date(2029, 12, 31), date(2031, 1, 1)):
        with pytest.raises(CalendarGap, match=f"no calendar covers {missing}: .* xx known here"):
            view.week("5").works(missing)


def test_a_week_that_a_version_does_not_know_is_a_gap() -> None:
    five_only = replace(PLAIN, weeks=(WeekDays(week="5", rest=("Sat", "Sun")),))

    with pytest.raises(CalendarGap, match="xx/2030/1 says nothing of the 6-day week"):
        Calendars([five_only]).latest().week("6")


@pytest.mark.parametrize(
    ("told", "told_on", "holds"),
    [
        ("kz/2024/1", "2024-06-06", "kz/2024/1"),  # The day before the change.
        ("kz/2024/1", "2024-06-07", "kz/2024/1"),  # On its day the old one is not yet replaced,
        ("kz/2024/2", "2024-06-07", "kz/2024/2"),  # and the new one is adopted by then.
        ("kz/2024/1", "2024-06-08", "kz/2024/2"),  # Replaced: the one in force.
        ("kz/2024/2", "2024-06-06", "kz/2024/1"),  # Not adopted by then: the one in force.
        ("kz/2099/9", "2024-06-06", "kz/2024/1"),
        ("kz/2024/1 kz/2023/1", "2024-06-07", "kz/2024/1"),
    ],
)
def test_known_when_told_is_the_told_version_while_it_holds(
    told: str, told_on: str, holds: str
) -> None:
    view = KZ.known_when_told(told, day(told_on))

    assert view.version_at(day("2024-06-17")) == holds
