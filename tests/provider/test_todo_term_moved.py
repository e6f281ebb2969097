"""The to-do list of a deliverer whose term stands still or was extended (8.1(5), 8.1(7))."""

from datetime import date

from msgspec.structs import replace

from events.provider import TermPaused
from events.provider_course import CaseForwarded, DocumentsAsked, TermResumed
from services.provider.domain import extending
from services.provider.projections.todo import todo
from services.todo import APPLICANT
from tests.given import TODAY, live
from tests.provider import examples as e
from tests.provider import examples_course as c
from tests.provider.examples_todo import (
    ASKED,
    OFFICE,
    PAUSED,
    REGISTERED,
    TO_CENTRE,
    listed,
    own,
    window,
)
from tests.provider.realm import DELIVERER, OTHER_DELIVERER, OTHER_DELIVERY_LANE


def test_documents_asked_of_the_applicant_wait_for_the_applicant() -> None:
    task = listed(own(*ASKED), window())["await_documents"]

    assert task.waits_for == APPLICANT
    assert (task.due_on, task.article) == (date(2024, 5, 20), "8.1(7)")


def test_a_paused_term_is_to_go_on_by_the_day_told_and_moves_the_due_day() -> None:
    found = listed(own(*PAUSED), window())

    task = found["resume_term"]
    assert (task.due_on, task.article) == (date(2024, 5, 20), "8.1(5)")
    assert found["decide"].due_on == date(2024, 5, 21)


def test_while_a_pause_has_no_end_the_case_has_no_day() -> None:
    open_pause = TermPaused(on=TODAY, ground="documents_awaited", effect=e.PAUSE.effect)

    found = listed(own(*REGISTERED, open_pause), window())

    assert found["decide"].due_on is None
    assert found["resume_term"].due_on is None


def test_a_pause_on_a_ground_outside_the_standard_moves_nothing() -> None:
    unfounded = TermPaused(on=TODAY, ground="holidays", effect=e.PAUSE.effect)

    assert listed(own(*REGISTERED, unfounded), window())["decide"].due_on == TO_CENTRE


def test_a_term_that_went_on_is_done_with_what_was_asked_for() -> None:
    resumed = TermResumed(on=date(2024, 5, 6), ground="documents_awaited", effect=e.PAUSE.effect)

    assert listed(own(*PAUSED, resumed), window()).keys() == {"decide"}


def test_an_extension_moves_the_day_by_as_much_as_the_standard_allows() -> None:
    (extended,) = extending.extend(e.REGISTERED, c.EXTEND, live(), DELIVERER)
    too_much = replace(extended, length=100)

    assert listed(own(*REGISTERED, extended), window())["decide"].due_on == date(2024, 5, 16)
    assert listed(own(*REGISTERED, too_much), window())["decide"].due_on == date(2024, 5, 23)


def test_documents_asked_twice_are_two_tasks() -> None:
    again = DocumentsAsked(on=TODAY, documents=("plan",), ground="documents_awaited")
    events = own(*ASKED, again)

    found = list(todo([*events, *window()], OFFICE))

    assert [task.what for task in found].count("await_documents") == 2


def test_a_case_that_went_elsewhere_and_came_back_has_no_pause_to_end() -> None:
    gone = CaseForwarded(
        on=TODAY, to_agency=OTHER_DELIVERER, to_lane=OTHER_DELIVERY_LANE, reason="not_competent"
    )

    assert listed(own(*PAUSED, gone, *REGISTERED), window()).keys() == {"decide"}
