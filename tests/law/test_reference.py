"""The shipped calendars: made from raw data, and true to what was published."""

from datetime import date

import pytest
from msgspec import json

from events.law.calendar import CalendarVersion
from events.law.calendars import Calendars
from events.law.reference import ReferenceUnknown, load_reference
from examples.calendars.__main__ import FOLDER
from examples.calendars.versions import file_name, file_text, versions
from tests.law.calendars_of_kz import KZ, LATEST, day

# The ministry's balance of working time for 2024 as first published: days of each month.
PUBLISHED_2024_FIVE = [21, 21, 17, 22, 20, 19, 22, 21, 21, 22, 21, 21]
PUBLISHED_2024_SIX = [25, 25, 22, 26, 24, 24, 26, 26, 25, 26, 26, 25]


def working_days(calendars: Calendars, known_on: str, year: int, week: str) -> list[int]:
    index = calendars.known_on(day(known_on)).week("6" if week == "6" else "5")
    edges = [*(date(year, month, 1) for month in range(1, 13)), date(year + 1, 1, 1)]
    return [index.between(edges[i], edges[i + 1]) for i in range(12)]


def test_the_shipped_files_are_what_the_generator_writes() -> None:
    written = {file_name(version): file_text(version) for version in versions()}

    assert written == {file.name: file.read_bytes() for file in FOLDER.iterdir()}


def test_a_file_is_the_data_of_one_event() -> None:
    for version in versions():
        assert json.decode(file_text(version), type=CalendarVersion) == version
        assert json.decode(json.encode(version), type=CalendarVersion) == version


def test_the_years_2012_to_2025_are_covered_and_two_years_have_an_earlier_state() -> None:
    names = sorted(version.version for version in KZ.versions)

    assert names == sorted(
        [*(f"kz/{year}/1" for year in range(2012, 2026)), "kz/2022/2", "kz/2024/2"]
    )
    assert (LATEST.first, LATEST.last) == (date(2012, 1, 1), date(2025, 12, 31))
    assert {v.version: v.replaces for v in KZ.versions if v.replaces} == {
        "kz/2022/2": "kz/2022/1",
        "kz/2024/2": "kz/2024/1",
    }


def test_every_adoption_date_but_the_announced_one_is_marked_as_assumed() -> None:
    known = [version.version for version in KZ.versions if not version.adoption_assumed]

    assert known == ["kz/2024/2"]
    assert KZ.known_on(day("2024-06-07")).version_at(day("2024-06-17")) == "kz/2024/2"


def test_the_months_of_2024_have_the_working_days_that_were_first_published() -> None:
    assert working_days(KZ, "2024-06-06", 2024, "5") == PUBLISHED_2024_FIVE
    assert working_days(KZ, "2024-06-06", 2024, "6") == PUBLISHED_2024_SIX


def test_the_change_of_june_2024_adds_one_working_day_to_june() -> None:
    final = working_days(KZ, "2024-06-07", 2024, "5")

    assert final[5] == PUBLISHED_2024_FIVE[5] + 1
    assert sum(final) == sum(PUBLISHED_2024_FIVE) + 1


def test_the_change_of_autumn_2022_moves_days_in_october_and_december_only() -> None:
    before = working_days(KZ, "2022-10-07", 2022, "5")
    final = working_days(KZ, "2022-10-08", 2022, "5")

    changed = {
        month: (old, new)
        for month, old, new in zip(range(1, 13), before, final, strict=True)
        if old != new
    }
    assert changed == {10: (21, 20), 12: (19, 21)}


def test_a_day_that_becomes_working_works_even_if_it_was_a_moved_day_off() -> None:
    assert LATEST.week("5").works(day("2020-05-11"))
    assert not LATEST.week("5").works(day("2020-05-08"))
    assert LATEST.week("6").works(day("2020-05-08"))


def test_religious_days_off_are_never_moved() -> None:
    sunday_christmas, monday = day("2018-01-07"), day("2018-01-08")

    assert LATEST.why(sunday_christmas, "5") is not None
    assert LATEST.week("5").works(monday)


def test_a_jurisdiction_without_calendars_is_refused_by_name() -> None:
    with pytest.raises(ReferenceUnknown, match="'nl', only for: kz"):
        load_reference("nl")
