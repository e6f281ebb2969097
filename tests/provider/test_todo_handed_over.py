"""A case that a lane's word does not bring is on an officer's list (8.1(10), protocol E3)."""

from typing import Any

from msgspec.structs import replace

from events.envelope import Recorded
from events.intake import ApplicationForwarded, Carrier
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.provider.domain.delivering import register
from services.provider.domain.moving import forward
from services.provider.projections.todo import todo
from services.todo import Office, Task
from tests.complaints.realm import known
from tests.given import TODAY, live
from tests.provider import examples as e
from tests.provider.examples_course import MOVE
from tests.provider.realm import DELIVERER, OTHER_WINDOW_LANE
from tests.todo_events import said, tasks

OFFICE = Office(DELIVERY_LANE, JUSTICE_ALMATY, known(e.CONTENTS))


def sent(lane: str, to: str = DELIVERY_LANE) -> list[Recorded[Any]]:
    data = ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane=to,
        carrier=Carrier.ELECTRONIC,
        documents=(),
    )
    return said(lane, f"application-{e.CASE}", e.CASE, data)


def own(*, cause: str | None = None, gone: bool = False) -> list[Recorded[Any]]:
    """Tell that the case was registered, on an event's word or an officer's, and sent elsewhere."""
    acts = [*register(e.ABSENT, e.REGISTER, live())]
    if gone:
        acts += forward(e.REGISTERED, MOVE, live(), DELIVERER)
    first, *later = said(DELIVERY_LANE, f"delivery-{e.CASE}", e.CASE, *acts)
    return [first if cause is None else replace(first, causationid=cause), *later]


def listed(*events: list[Recorded[Any]]) -> dict[str, Task]:
    return tasks(todo, OFFICE, *events)


def test_a_case_that_was_not_registered_on_a_lane_s_word_is_an_officer_s() -> None:
    (event,) = sent(OTHER_WINDOW_LANE)

    task = listed([event])["register_case"]

    assert (task.article, task.about, task.case_id) == ("8.1(10)", event.ref, e.CASE)
    assert not listed(sent(OTHER_WINDOW_LANE, to="provider.justice"))


def test_once_the_case_is_here_nothing_is_left_to_register() -> None:
    found = listed(own(cause=sent(WINDOW_LANE)[0].ref), sent(WINDOW_LANE), sent(OTHER_WINDOW_LANE))

    assert "register_case" not in found
    assert "register_case" not in listed(own(), sent(OTHER_WINDOW_LANE))


def test_while_the_case_is_elsewhere_a_lane_that_sends_it_makes_a_task() -> None:
    true = sent(WINDOW_LANE)
    gone = own(cause=true[0].ref, gone=True)

    assert not listed(gone, true)
    assert listed(gone, true, sent(OTHER_WINDOW_LANE)).keys() == {"register_case"}
