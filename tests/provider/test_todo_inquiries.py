"""The to-do list of who asks another agency, and of who is asked (5.5(4))."""

from datetime import date

from examples.kazakhstan.agencies import DELIVERY_LANE
from tests.given import live
from tests.provider import examples as e
from tests.provider import examples_course as c
from tests.provider.examples_todo import RECEIVED, listed
from tests.todo_events import said


def test_a_question_of_another_agency_is_answered_by_the_day_told() -> None:
    asked = said(DELIVERY_LANE, "answering-1", e.CASE, RECEIVED)

    task = listed(asked)["answer_inquiry"]

    assert (task.due_on, task.article, task.waits_for) == (date(2024, 5, 4), "5.5(4)", None)
    assert not listed(
        said(DELIVERY_LANE, "answering-1", e.CASE, RECEIVED, *c.OPEN.answer(c.REPLY, live()))
    )


def test_a_question_of_this_lane_waits_for_its_holder() -> None:
    asked = e.UNASKED.send(e.ASK, live())
    noted = e.ASKED.note_answer(e.NOTE, live())

    task = listed(said(DELIVERY_LANE, "inquiry-i-1", e.CASE, *asked))["await_answer"]

    assert (task.waits_for, task.article) == (e.HOLDER, "5.5(4)")
    assert not listed(said(DELIVERY_LANE, "inquiry-i-1", e.CASE, *asked, *noted))
