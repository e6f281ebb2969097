"""Who may read what a provider says (art. 24)."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.common import Act, DayClosed, LanesHeard
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.provider.domain import moving, pausing, restoring
from services.provider.domain.asking import ask_documents
from services.provider.domain.audience import audience
from services.provider.domain.delivering import decide, register, send, start_step
from services.provider.domain.delivery import Delivery
from services.provider.domain.extending import extend
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
    SENT,
    STANDARD,
    START,
    UNASKED,
)
from tests.provider.examples_course import (
    ASK_APPLICANT,
    CHANGE,
    EXTEND,
    MOVE,
    NOT_ASKED,
    OPEN,
    PAUSED,
    REOPEN,
    REPLIED,
    REPLY,
    RESTORE,
    RESUME,
    TAKE,
)
from tests.provider.realm import DELIVERER, OTHER_CENTRE

IN_A_CASE: list[tuple[Delivery, Sequence[Act]]] = [
    (ABSENT, register(ABSENT, REGISTER, live())),
    (REGISTERED, start_step(REGISTERED, START, live())),
    (REGISTERED, pausing.pause(REGISTERED, PAUSE, live(), DELIVERER)),
    (REGISTERED, decide(REGISTERED, GRANT, live(), STANDARD)),
    (DECIDED, send(DECIDED, SEND, live())),
    (REGISTERED, ask_documents(REGISTERED, ASK_APPLICANT, live(), STANDARD)),
    (PAUSED, pausing.resume(PAUSED, RESUME, live(), DELIVERER)),
    (REGISTERED, extend(REGISTERED, EXTEND, live(), DELIVERER)),
    (REGISTERED, moving.forward(REGISTERED, MOVE, live(), DELIVERER)),
    (SENT, restoring.reopen(SENT, REOPEN, live(), DELIVERER)),
]


def readers(data: Act, state: object) -> set[str]:
    return audience(data, state, DELIVERER.register.agency_id)


@pytest.mark.parametrize(
    ("before", "events"), IN_A_CASE, ids=[type(said[0]).__name__ for _, said in IN_A_CASE]
)
def test_what_is_done_in_a_case_is_for_its_window(before: Delivery, events: Sequence[Act]) -> None:
    (event,) = events

    assert readers(event, given(before, event)) == {"almaty-centre"}


def test_everybody_reads_standards() -> None:
    (approved,) = NO_EDITION.approve(APPROVE, live(), may_approve=True)
    (registered,) = APPROVED.record_registration(RECORD, live())

    assert readers(approved, APPROVED) == {"*"}
    assert readers(registered, IN_USE) == {"*"}


def test_everybody_reads_that_a_day_is_closed() -> None:
    assert readers(DayClosed(on=TODAY, date=TODAY), None) == {"*"}


def test_an_inquiry_is_for_its_holder() -> None:
    (asked,) = UNASKED.send(ASK, live())

    assert readers(asked, ASKED) == {HOLDER}


def test_the_askers_note_of_an_answer_and_what_was_heard_are_its_own() -> None:
    (noted,) = ASKED.note_answer(NOTE, live())

    assert readers(noted, ANSWERED) == set()
    assert readers(LanesHeard(on=TODAY, lanes=()), None) == set()


def test_from_a_transfer_on_the_new_window_reads_of_the_case_and_the_old_one_no_more() -> None:
    (moved,) = moving.change_place(REGISTERED, CHANGE, live(), DELIVERER)
    there = given(REGISTERED, moved)
    (step,) = start_step(there, START, live())

    assert readers(moved, there) == readers(step, given(there, step)) == {OTHER_CENTRE}


def test_how_rights_were_restored_is_for_the_window_and_for_the_body_that_asked() -> None:
    (told,) = restoring.restore(SENT, RESTORE, live())
    (of_nobody,) = restoring.restore(
        SENT, replace(RESTORE, cause="complaints.nobody/complaint-1-1:1"), live()
    )

    assert readers(told, SENT) == {"almaty-centre", JUSTICE_ALMATY}
    assert readers(of_nobody, SENT) == {"almaty-centre"}


def test_the_holders_half_of_an_inquiry_is_for_who_asked() -> None:
    (received,) = NOT_ASKED.receive(TAKE, live())
    (answered,) = OPEN.answer(REPLY, live())

    assert readers(received, OPEN) == readers(answered, REPLIED) == {JUSTICE_ALMATY}
