"""Pauses and extensions: last lawful day, and pauses against a walk day by day."""

from datetime import date

import pytest

from events.law.counting import due_on
from events.law.explanation import explain
from events.law.norms import PauseEffect
from events.law.pausing import Pause, lawful_due
from events.law.wording import sentence
from tests.law.calendars_of_kz import LATEST, day, term

ACCEPTED = day("2024-06-03")  # A Monday; the week has no holiday.
FIVE = term("5 working days")  # Unpaused: Mon 10 June.


def paused(on: str, until: str | None, effect: PauseEffect = PauseEffect.CONTINUE) -> Pause:
    return Pause(on=day(on), until=None if until is None else day(until), effect=effect)


def test_the_paused_days_are_left_out_and_the_day_of_resuming_counts() -> None:
    pause = paused("2024-06-05", "2024-06-10")

    count = explain(ACCEPTED, FIVE, LATEST, pauses=[pause])

    assert sentence(count) == (
        "Mon 3 start, not counted · Tue 4 = 1 · Wed 5 paused · Thu 6 paused · Fri 7 paused · "
        "Sat 8 paused · Sun 9 paused · Mon 10 = 2 · Tue 11 = 3 · Wed 12 = 4 · Thu 13 = 5: "
        "due 13 June"
    )
    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[pause]) == day("2024-06-13")


def test_a_term_paused_on_its_last_day_ends_on_the_day_of_resuming() -> None:
    on_the_last = paused("2024-06-10", "2024-06-20")
    a_day_late = paused("2024-06-11", "2024-06-20")

    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[on_the_last]) == day("2024-06-20")
    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[a_day_late]) == day("2024-06-10")


def test_a_pause_while_the_last_day_is_off_waits_for_the_next_working_day() -> None:
    ten = term("5 calendar days")  # Sat 8 June, rolls to Mon 10.

    assert lawful_due(ACCEPTED, ten, LATEST) == day("2024-06-10")
    assert lawful_due(ACCEPTED, ten, LATEST, pauses=[paused("2024-06-10", "2024-06-15")]) == day(
        "2024-06-17"
    )


def test_a_term_that_begins_anew_does_not_count_the_day_of_resuming() -> None:
    pause = paused("2024-06-05", "2024-06-10", PauseEffect.RESTART)

    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[pause]) == day("2024-06-17")
    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[pause]) == due_on(
        day("2024-06-10"), FIVE, LATEST
    )


def test_a_month_is_longer_by_the_days_of_its_pause() -> None:
    month = term("1 month")  # Wed 3 July.

    assert lawful_due(ACCEPTED, month, LATEST, pauses=[paused("2024-06-10", "2024-06-12")]) == day(
        "2024-07-05"
    )


@pytest.mark.parametrize("effect", PauseEffect)
def test_while_a_pause_is_open_nothing_is_due(effect: PauseEffect) -> None:
    open_pause = paused("2024-06-10", None, effect)
    too_late = paused("2024-06-11", None, effect)

    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[open_pause]) is None
    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[too_late]) == day("2024-06-10")
    count = explain(ACCEPTED, FIVE, LATEST, pauses=[open_pause])
    assert sentence(count).endswith("Mon 10 paused: paused, no due date yet")


def test_a_resumption_dated_before_its_pause_makes_it_empty() -> None:
    backwards = paused("2024-06-07", "2024-06-04")

    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=[backwards]) == day("2024-06-10")


def test_overlapping_pauses_leave_each_day_out_once() -> None:
    both = [paused("2024-06-05", "2024-06-10"), paused("2024-06-07", "2024-06-11")]

    assert lawful_due(ACCEPTED, FIVE, LATEST, pauses=both) == lawful_due(
        ACCEPTED, FIVE, LATEST, pauses=[paused("2024-06-05", "2024-06-11")]
    )


def test_an_extension_is_counted_from_the_original_last_day() -> None:
    lodged = day("2013-05-03")
    ten = term("10 working days")

    assert lawful_due(lodged, FIVE, LATEST, extensions=[ten]) == day("2013-05-28")
    assert lawful_due(
        lodged, FIVE, LATEST, extensions=[term("4 working days"), term("6 working days")]
    ) == day("2013-05-28")


def test_an_extended_term_can_be_paused_in_either_part() -> None:
    extended = [term("2 working days")]  # Mon 10 June, extended to Wed 12.

    def due(pause: Pause) -> date | None:
        return lawful_due(ACCEPTED, FIVE, LATEST, pauses=[pause], extensions=extended)

    assert due(paused("2024-06-04", "2024-06-05")) == day("2024-06-13")
    assert due(paused("2024-06-11", "2024-06-12")) == day("2024-06-13")
    assert due(paused("2024-06-13", "2024-06-14")) == day("2024-06-12")
    assert due(paused("2024-06-11", None)) is None
