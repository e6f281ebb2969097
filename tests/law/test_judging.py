"""A calendar that changed after a date was told can excuse, never convict."""

from datetime import date, timedelta

from hypothesis import given

from events.law.calendar_view import CalendarView
from events.law.counting import due_on
from events.law.judging import JudgedBy, judged_due
from events.law.term import TermLength
from tests.law.calendars_of_kz import KZ, LATEST, day, term
from tests.law.strategies import days, working


@given(days, working)
def test_the_judged_date_is_never_before_either_lawful_date(
    start: date, length: TermLength
) -> None:
    known = KZ.known_on(start + timedelta(days=366))  # Old enough to differ, and without a gap.

    def lawful(calendar: CalendarView) -> date:
        return due_on(start, length, calendar)

    judged = judged_due(lawful, known=known, replay=LATEST)

    assert judged.due_on == max(lawful(known), lawful(LATEST))
    assert (judged.judged_by is JudgedBy.BOTH) is (lawful(known) == lawful(LATEST))


def test_the_day_after_the_judged_date_is_late_by_both_calendars() -> None:
    told = KZ.known_on(day("2024-06-05"))

    judged = judged_due(
        lambda view: due_on(day("2024-06-05"), term("8 working days"), view),
        known=told,
        replay=LATEST,
    )

    assert not day("2024-06-18") > judged.due_on
    assert day("2024-06-19") > judged.due_on
