"""A provider's event says all that its command said, up to the sealed parts."""

from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.common import SealedPart, Told
from events.deciding import Command
from tests.given import said_in_full, transcribed
from tests.law.calendars_of_kz import day
from tests.provider.examples import (
    ABSENT,
    APPROVE,
    APPROVED,
    ASK,
    ASKED,
    COMPLETE,
    DECIDED,
    NO_EDITION,
    NOTE,
    PAUSE,
    RECORD,
    REGISTER,
    REGISTERED,
    SEND,
    START,
    TURN_DOWN,
    UNASKED,
)
from tests.provider.test_handlers import deciding

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
    (REGISTERED, replace(TURN_DOWN, sealed=SEALED)),
    (DECIDED, SEND),
    (UNASKED, replace(ASK, told=TOLD)),
    (ASKED, NOTE),
]


@pytest.mark.parametrize(("state", "command"), FULL, ids=lambda one: type(one).__name__)
def test_an_event_says_all_that_its_command_said(state: object, command: Command) -> None:
    (event,) = deciding(state, command, "approver")(transcribed())

    said_in_full(command, event)
