"""Which stream a command goes to, and with which norms it is decided."""

from typing import Any

import pytest
from msgspec.structs import replace

from events.deciding import Command, Refused
from events.known import Known
from events.law.norm_book import NormBook
from examples.kazakhstan.agencies import AUDIT_LANE, JUSTICE_ALMATY
from services.provider.application.handlers import handlers
from services.provider.domain.answering import answering_id
from services.provider.domain.commands_course import ReopenCase
from tests.given import Deed, knowing, live
from tests.provider.examples import (
    ABSENT,
    APPROVE,
    APPROVED,
    ASK,
    ASKED,
    CASE,
    COMPLETE,
    CONTENTS,
    DECIDED,
    GRANT,
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
    TURN_DOWN,
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
    QUESTION,
    REOPEN,
    REPLY,
    RESTORE,
    RESUME,
    TAKE,
)
from tests.provider.realm import DELIVERER, LANES, registered

SECOND = replace(STANDARD, edition="2", contents=replace(CONTENTS, pauses=(), refusal_grounds=()))
NORMS = NormBook(
    standards={"apostille/1": STANDARD, "apostille/2": SECOND},
    in_use={"apostille": "apostille/2"},
)
ON_THE_STANDARD = f"standard-{APPROVE.service_code}"
ON_THE_CASE = f"delivery-{CASE}"
ON_THE_INQUIRY = "inquiry-i-1"
ON_THE_QUESTION = f"answering-{answering_id(QUESTION)}"

EVERY_COMMAND: list[tuple[Command, str, Any]] = [
    (APPROVE, ON_THE_STANDARD, NO_EDITION),
    (RECORD, ON_THE_STANDARD, APPROVED),
    (REGISTER, ON_THE_CASE, ABSENT),
    (START, ON_THE_CASE, REGISTERED),
    (COMPLETE, ON_THE_CASE, REGISTERED),
    (PAUSE, ON_THE_CASE, REGISTERED),
    (GRANT, ON_THE_CASE, REGISTERED),
    (SEND, ON_THE_CASE, DECIDED),
    (ASK_APPLICANT, ON_THE_CASE, REGISTERED),
    (RESUME, ON_THE_CASE, PAUSED),
    (EXTEND, ON_THE_CASE, REGISTERED),
    (RESTORE, ON_THE_CASE, SENT),
    (TAKE, ON_THE_QUESTION, NOT_ASKED),
    (REPLY, ON_THE_QUESTION, OPEN),
    (ASK, ON_THE_INQUIRY, UNASKED),
    (NOTE, ON_THE_INQUIRY, ASKED),
]


def deciding(state: object, command: Command, role: str = "deliverer") -> Deed:
    handler = handlers("justice", knowing("justice", role, norms=NORMS))[type(command)]
    return lambda by: handler.decide(state, command, by)


@pytest.mark.parametrize(
    ("command", "stream", "state"), EVERY_COMMAND, ids=lambda one: type(one).__name__
)
def test_every_command_goes_to_its_stream_and_is_answered_with_one_event(
    command: Command, stream: str, state: object
) -> None:
    handler = handlers("justice", knowing("justice", "approver", norms=NORMS))[type(command)]

    assert handler.stream(command) == stream
    assert len(handler.decide(state, command, live())) == 1


@pytest.mark.parametrize(
    ("command", "state"),
    [(MOVE, REGISTERED), (CHANGE, REGISTERED), (REOPEN, SENT)],
    ids=lambda one: type(one).__name__,
)
def test_lanes_are_looked_up_in_the_register_as_known_now(command: Command, state: object) -> None:
    known = Known(
        register=DELIVERER.register,
        norms=NORMS,
        audit_lane=AUDIT_LANE,
    )
    handler = handlers(JUSTICE_ALMATY, lambda: known)[type(command)]

    assert handler.stream(command) == ON_THE_CASE
    assert len(handler.decide(state, command, live())) == 1
    with pytest.raises(Refused):
        deciding(state, command)(live())


def test_the_authority_is_who_has_its_role_in_the_jurisdiction() -> None:
    known = Known(register=DELIVERER.register, norms=NORMS, audit_lane=AUDIT_LANE)
    demand = replace(REOPEN, cause="complaints.authority/complaint-c-1-3:4")
    decide = handlers(JUSTICE_ALMATY, lambda: known)[ReopenCase].decide
    nobody = replace(known, register=registered(LANES, authority=""))
    untold = handlers(JUSTICE_ALMATY, lambda: nobody)[ReopenCase].decide

    assert decide(SENT, demand, live())
    with pytest.raises(Refused, match="not-the-examiner"):
        untold(SENT, demand, live())


@pytest.mark.parametrize("role", ["central_body", "deliverer"])
def test_only_who_has_the_role_of_an_approver_approves(role: str) -> None:
    with pytest.raises(Refused, match="not-central-body"):
        deciding(NO_EDITION, APPROVE, role)(live())


@pytest.mark.parametrize("command", [PAUSE, TURN_DOWN], ids=lambda one: type(one).__name__)
def test_a_case_is_decided_by_the_edition_it_was_taken_in_under(command: Command) -> None:
    assert deciding(REGISTERED, command)(live())


def test_a_case_of_another_edition_has_other_grounds() -> None:
    (event,) = deciding(ABSENT, replace(REGISTER, standard_edition="2"))(live())
    case = ABSENT.evolve(event)

    with pytest.raises(Refused, match="ground-not-in-standard"):
        deciding(case, PAUSE)(live())
    with pytest.raises(Refused, match="ground-not-listed"):
        deciding(case, TURN_DOWN)(live())


def test_a_case_that_never_came_is_refused_without_norms() -> None:
    with pytest.raises(Refused, match="case-unknown"):
        deciding(ABSENT, PAUSE)(live())
