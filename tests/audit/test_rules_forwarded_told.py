"""told_wrong, pause_unfounded: a deliverer answers for what it knew, not for another's acts.

That are its own acts, and the start that its window told it (4.1(1), 8.1(5)).
"""

import pytest

from events.common import Act
from events.law.variant import TermStart
from services.audit.domain.case_file import CaseFile
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.examples_forwarded import (
    BEGUN,
    LATE,
    SECOND,
    START,
    Told,
    by_second,
    due,
    on_to_the_second,
    sent_on,
)
from tests.audit.given import case, findings, the_finding, undecidable

TOLD, UNFOUNDED = "told_wrong", "pause_unfounded"
PAUSED_BY_FIRST = x.paused("2024-05-06", "2024-05-10", new_date="2024-05-13")
DONE = (x.received("2024-05-13"),)


def second_told(new_date: str, *before: Act, start: TermStart | None = START) -> tuple[Told, ...]:
    """The second pauses from 10 to 13 May: with the first's pause due on 14, without on 13."""
    paused = x.paused("2024-05-10", "2024-05-13", "expert", new_date)
    return (*before, *on_to_the_second("2024-05-10", start), *by_second(paused), *DONE)


@pytest.mark.parametrize("new_date", ["2024-05-13", "2024-05-14"])
def test_the_second_tells_no_wrong_date_by_what_it_was_told_nor_by_what_is_so(
    new_date: str,
) -> None:
    assert findings(case(*BEGUN, *second_told(new_date, PAUSED_BY_FIRST)), LATE) == {}


def test_another_date_than_both_is_told_wrongly() -> None:
    wrong = second_told("2024-05-15", PAUSED_BY_FIRST)

    assert the_finding(TOLD, case(*BEGUN, *wrong), LATE).charged == SECOND


def test_of_a_date_told_by_a_second_that_no_window_told_the_start_nothing_is_said() -> None:
    file = case(*BEGUN, *second_told("2024-05-15", PAUSED_BY_FIRST, start=None))
    right = case(*BEGUN, *second_told("2024-05-14", PAUSED_BY_FIRST, start=None))

    assert findings(file, LATE) == {}
    assert "told" in undecidable(file, LATE)[TOLD]
    assert TOLD not in undecidable(right, LATE)


def test_a_case_that_came_back_is_counted_by_what_its_first_deliverer_did_itself() -> None:
    """The second's pause from 6 to 10 May, unheard of here, moved the term from 13 to 14 May."""
    pause_by_second = by_second(x.paused("2024-05-06", "2024-05-10", "expert"))
    there_and_back = (
        *on_to_the_second("2024-05-06"),
        *pause_by_second,
        sent_on("2024-05-10", x.DELIVERER_LANE),
    )

    def told(new_date: str) -> CaseFile:
        extended = c.extended("2024-05-10", 1, new_date=new_date)
        return case(*BEGUN, *there_and_back, extended, *DONE)

    assert findings(told("2024-05-13"), LATE) == findings(told("2024-05-14"), LATE) == {}
    assert the_finding(TOLD, told("2024-05-15"), LATE).charged == x.DELIVERER


def test_the_date_that_the_first_told_is_no_less_right_when_the_case_goes_on_that_day() -> None:
    told = (x.paused("2024-05-06", "2024-05-13", new_date="2024-05-14"), sent_on("2024-05-06"))

    assert TOLD not in findings(case(*BEGUN, *told), LATE)


def test_the_second_need_not_know_how_much_longer_the_first_made_the_term() -> None:
    """Only what is left of the standard's three days moves it: 10 May, 13, 14 and 15 May."""
    first = (c.extended("2024-05-06", 2), *on_to_the_second("2024-05-06", START))

    assert due(*first, *by_second(c.extended("2024-05-10", 2))) == x.day("2024-05-15")
    longer = case(*BEGUN, *first, *by_second(c.extended("2024-05-10", 3)), *DONE)
    assert findings(longer, LATE) == {}
    beyond = case(*BEGUN, *first, *by_second(c.extended("2024-05-10", 4)), *DONE)
    assert the_finding(UNFOUNDED, beyond, LATE).charged == SECOND
