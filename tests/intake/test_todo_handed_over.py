"""A case that a window's word does not bring is on an officer's list (1(4), protocol E3)."""

from typing import Any

from msgspec.structs import replace

from events.envelope import Recorded
from examples.kazakhstan.agencies import CENTRE, WINDOW_LANE
from services.intake.domain.moving import take_over, transfer
from services.intake.projections.todo import todo
from services.todo import Office, Task
from tests.complaints.realm import known
from tests.given import live
from tests.intake import examples as e
from tests.intake.realm import HERE, OTHER_WINDOW_LANE
from tests.todo_events import said, tasks

OFFICE = Office(WINDOW_LANE, CENTRE, known())


def handed_over(lane: str = OTHER_WINDOW_LANE, to: str = HERE) -> list[Recorded[Any]]:
    (event,) = transfer(e.FORWARDED, e.TRANSFER, live(), e.CENTRE)
    return said(lane, f"application-{e.CASE}", e.CASE, replace(event, to_lane=to))


def listed(*events: list[Recorded[Any]]) -> dict[str, Task]:
    return tasks(todo, OFFICE, *events)


def test_a_case_that_was_not_taken_over_on_a_window_s_word_is_an_officer_s() -> None:
    (event,) = handed_over()

    task = listed([event])["take_over"]

    assert (task.article, task.about) == ("1(4)", event.ref)
    assert e.ACCEPT.receipt_no in task.sentence
    assert not listed(handed_over(to="intake.aktobe"))


def test_once_the_case_is_here_nothing_is_left_to_take_over() -> None:
    here = take_over(e.ABSENT, e.TAKE_OVER, live(), e.CENTRE)
    own = said(HERE, f"application-{e.CASE}", e.CASE, *here)

    assert "take_over" not in listed(own, handed_over(), handed_over("intake.aktobe"))
