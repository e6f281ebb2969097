"""Who may read what a provider says (art. 24)."""

from collections.abc import Sequence

import pytest

from events.common import Act, DayClosed, LanesHeard
from services.provider.domain.audience import audience
from services.provider.domain.delivering import decide, pause, register, send, start_step
from services.provider.domain.delivery import Delivery
from tests.given import TODAY, given, live
from tests.provider.examples import (
    ABSENT,
    ANSWERED,
    APPROVE,
    APPROVED,
    ASK,
    ASKED,
    DECIDED,
    GRANT,
    HOLDER,
    IN_USE,
    NO_EDITION,
    NOTE,
    PAUSE,
    RECORD,
    REGISTER,
    REGISTERED,
    SEND,
    STANDARD,
    START,
    UNASKED,
)

IN_A_CASE: list[tuple[Delivery, Sequence[Act]]] = [
    (ABSENT, register(ABSENT, REGISTER, live())),
    (REGISTERED, start_step(REGISTERED, START, live())),
    (REGISTERED, pause(REGISTERED, PAUSE, live(), STANDARD)),
    (REGISTERED, decide(REGISTERED, GRANT, live(), STANDARD)),
    (DECIDED, send(DECIDED, SEND, live())),
]


@pytest.mark.parametrize(
    ("before", "events"), IN_A_CASE, ids=["registered", "step", "paused", "decided", "sent"]
)
def test_what_is_done_in_a_case_is_for_its_window(before: Delivery, events: Sequence[Act]) -> None:
    (event,) = events

    assert audience(event, given(before, event)) == {"almaty-centre"}


def test_everybody_reads_standards() -> None:
    (approved,) = NO_EDITION.approve(APPROVE, live(), may_approve=True)
    (registered,) = APPROVED.record_registration(RECORD, live())

    assert audience(approved, APPROVED) == {"*"}
    assert audience(registered, IN_USE) == {"*"}


def test_everybody_reads_that_a_day_is_closed() -> None:
    assert audience(DayClosed(on=TODAY, date=TODAY), None) == {"*"}


def test_an_inquiry_is_for_its_holder() -> None:
    (asked,) = UNASKED.send(ASK, live())

    assert audience(asked, ASKED) == {HOLDER}


def test_the_askers_note_of_an_answer_and_what_was_heard_are_its_own() -> None:
    (noted,) = ASKED.note_answer(NOTE, live())

    assert audience(noted, ANSWERED) == set()
    assert audience(LanesHeard(on=TODAY, lanes=()), None) == set()
