"""A provider's event says all that its command said, up to the sealed parts."""

from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.common import SealedPart, Told
from events.deciding import Command
from events.known import Known
from examples.kazakhstan.agencies import JUSTICE_ALMATY, WINDOW_LANE
from services.provider.application.handlers import handlers
from tests.given import said_in_full, transcribed
from tests.law.calendars_of_kz import day
from tests.provider.examples import (
    ABSENT,
    APPROVE,
    APPROVED,
    ASK,
    ASKED,
    COMPLETE,
    NO_EDITION,
    NOTE,
    PAUSE,
    RECORD,
    REGISTER,
    REGISTERED,
    SEND,
    SENT,
    START,
    TURN_DOWN,
    UNASKED,
)
from tests.provider.examples_course import (
    ASK_APPLICANT,
    EXTEND,
    MOVE,
    NOT_ASKED,
    OPEN,
    PAUSED,
    REOPEN,
    REPLY,
    RESTORE,
    RESUME,
    TAKE,
)
from tests.provider.realm import DELIVERER
from tests.provider.test_handlers import NORMS

SEALED: Final = (
    SealedPart(
        part="reasons",
        key_id="k-7be1",
        commitment="A" * 44,
        nonce="AAAAAAAAAAAAAAAB",
        ciphertext="c2VhbGVk",
    ),
)
TOLD: Final = Told(due_on=day("2024-05-20"), term_id="result", norm_edition="apostille/1")

FULL: Final[list[tuple[Any, Command]]] = [
    (NO_EDITION, APPROVE),
    (APPROVED, RECORD),
    (ABSENT, REGISTER),
    (REGISTERED, START),
    (REGISTERED, COMPLETE),
    (REGISTERED, replace(PAUSE, told=TOLD)),
    (REGISTERED, replace(TURN_DOWN, sealed=SEALED, from_lane=WINDOW_LANE)),
    (SENT, replace(SEND, from_lane=WINDOW_LANE)),
    (UNASKED, replace(ASK, told=TOLD)),
    (ASKED, NOTE),
    (REGISTERED, replace(ASK_APPLICANT, sealed=SEALED)),
    (
        PAUSED,
        replace(RESUME, told=TOLD, documents=ASK_APPLICANT.documents, from_lane=WINDOW_LANE),
    ),
    (REGISTERED, replace(EXTEND, told=TOLD)),
    (REGISTERED, MOVE),
    (SENT, REOPEN),
    (SENT, RESTORE),
    (NOT_ASKED, replace(TAKE, told=TOLD)),
    (OPEN, replace(REPLY, ground="secret_by_law", sealed=SEALED)),
]


@pytest.mark.parametrize(("state", "command"), FULL, ids=lambda one: type(one).__name__)
def test_an_event_says_all_that_its_command_said(state: object, command: Command) -> None:
    known = Known(register=DELIVERER.register, norms=NORMS)
    (event,) = handlers(JUSTICE_ALMATY, lambda: known)[type(command)].decide(
        state, command, transcribed()
    )

    said_in_full(command, event)
