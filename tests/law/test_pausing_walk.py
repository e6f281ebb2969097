"""Pauses by arithmetic against pauses by a walk, and what no pause may do."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from events.law.calendar import Week
from events.law.counting import due_on
from events.law.explanation import explain
from events.law.pausing import Pause, lawful_due
from events.law.term import TermLength
from tests.law.calendars_of_kz import LATEST
from tests.law.strategies import days, pauses, terms, weeks


@given(days, terms, weeks, st.data())
def test_pauses_count_as_a_walk_does(
    start: date, length: TermLength, week: Week, data: st.DataObject
) -> None:
    drawn = data.draw(pauses(start))
    counted, rolls = data.draw(st.booleans()), data.draw(st.booleans())

    due = lawful_due(
        start, length, LATEST, pauses=drawn, week=week, first_day_counted=counted, rolls=rolls
    )
    walked = explain(
        start, length, LATEST, pauses=drawn, week=week, first_day_counted=counted, rolls=rolls
    )

    assert walked.due_on == due


@given(days, terms, weeks, st.integers(-5, 60))
def test_a_pause_resumed_on_its_own_day_changes_nothing(
    start: date, length: TermLength, week: Week, after: int
) -> None:
    on = date.fromordinal(start.toordinal() + after)

    due = lawful_due(start, length, LATEST, pauses=[Pause(on=on, until=on)], week=week)

    assert due == due_on(start, length, LATEST, week=week)


@given(days, terms, weeks, st.integers(0, 40), st.integers(0, 40))
def test_a_longer_pause_never_ends_a_term_earlier(
    start: date, length: TermLength, week: Week, after: int, longer: int
) -> None:
    on = date.fromordinal(start.toordinal() + after)

    dues = [
        lawful_due(
            start,
            length,
            LATEST,
            pauses=[Pause(on=on, until=date.fromordinal(on.toordinal() + n))],
            week=week,
        )
        for n in (0, longer, longer + 1)
    ]

    assert None not in dues
    assert dues == sorted(due for due in dues if due)
