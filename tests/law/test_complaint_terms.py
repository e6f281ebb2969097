"""The clocks of a complaint (19.2-19.6), on the days of the worked examples 5 and 6."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from events.common import Told
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.complaint_path import ComplaintPath
from events.law.complaint_terms import (
    Bodies,
    extended_due,
    extension_told,
    notice_by,
    notice_by_strictly,
    stage_due,
    stage_told,
    stages_of,
)
from events.law.reference import load_reference
from examples.kazakhstan.complaint_path import PATH

TERRITORIAL: Final = Bodies("justice-almaty", "justice", "quality-authority")
CENTRAL: Final = Bodies("justice", "justice", "quality-authority")
FIRST, SECOND, LAST = PATH.stages


@pytest.fixture(scope="module")
def calendar() -> CalendarView:
    return Calendars(load_reference("kz")).latest()


def test_a_territorial_bodys_decision_goes_through_three_stages() -> None:
    assert [one.agency for one in stages_of(PATH, TERRITORIAL)] == list(TERRITORIAL)


def test_where_the_central_body_renders_itself_there_are_two_stages() -> None:
    stages = stages_of(PATH, CENTRAL)

    assert [one.agency for one in stages] == ["justice", "quality-authority"]
    assert [one.stage.working_days for one in stages] == [5, 15]


def test_five_working_days_from_friday_3_may_2013_end_on_tuesday_14_may(
    calendar: CalendarView,
) -> None:
    assert stage_due(PATH, FIRST, date(2013, 5, 3), calendar) == date(2013, 5, 14)


def test_fifteen_working_days_from_12_december_2012_end_on_9_january(
    calendar: CalendarView,
) -> None:
    assert stage_due(PATH, LAST, date(2012, 12, 12), calendar) == date(2013, 1, 9)


def test_ten_working_days_more_are_counted_from_the_original_last_day(
    calendar: CalendarView,
) -> None:
    assert extended_due(PATH, date(2013, 5, 14), 10, calendar) == date(2013, 5, 28)
    assert extended_due(PATH, date(2013, 1, 9), 10, calendar) == date(2013, 1, 23)


def test_the_applicant_is_told_three_working_days_before_the_original_last_day(
    calendar: CalendarView,
) -> None:
    assert notice_by(PATH, date(2013, 5, 14), calendar) == date(2013, 5, 6)
    assert notice_by(PATH, date(2013, 1, 9), calendar) == date(2013, 1, 3)


def test_read_strictly_three_clear_days_lie_between(calendar: CalendarView) -> None:
    assert notice_by_strictly(PATH, date(2013, 5, 14), calendar) == date(2013, 5, 4)


def test_what_is_told_names_the_term_the_edition_and_the_calendar(calendar: CalendarView) -> None:
    told = stage_told(PATH, SECOND, date(2024, 5, 21), calendar, "kz-draft-1579-2012")

    assert told == Told(
        due_on=date(2024, 5, 28),
        term_id="stage-central",
        norm_edition="kz-draft-1579-2012",
        calendar_version=calendar.versions_between(date(2024, 5, 21), date(2024, 5, 28)),
    )


def test_an_extension_tells_the_new_last_day(calendar: CalendarView) -> None:
    told = extension_told(
        PATH,
        SECOND,
        date(2024, 5, 28),
        10,
        calendar=calendar,
        edition="kz-draft-1579-2012",
    )

    assert told.due_on == date(2024, 6, 11)


def test_the_path_is_data() -> None:
    other = ComplaintPath(
        path_id="short",
        stages=PATH.stages[2:],
        calendar="kz",
        extension_days=1,
        extension_grounds=("check",),
        notice_days=1,
    )

    assert [one.agency for one in stages_of(other, TERRITORIAL)] == ["quality-authority"]


def test_a_way_with_a_stage_of_an_unknown_body_has_no_stages() -> None:
    strange = replace(PATH, stages=(FIRST, replace(LAST, body="ombudsman")))

    assert stages_of(strange, TERRITORIAL) == ()
