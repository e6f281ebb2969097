"""A body's event says all that its command said, up to the sealed parts."""

from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.common import SealedPart, Told
from events.deciding import Command
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE_ALMATY, WINDOW_LANE
from tests.complaints.examples import (
    ABSENT,
    COURT,
    COURT_SAID,
    DECIDE,
    DECIDED,
    DEMAND,
    EXTEND,
    EXTENDED,
    FORWARD,
    LODGE,
    LODGED,
    NOTIFY,
    OUTCOME,
    REGISTER,
    REGISTERED,
    RESTORED,
    SEND,
    WITHDRAW,
)
from tests.complaints.realm import STRANGER
from tests.complaints.test_handlers import deciding
from tests.given import said_in_full, transcribed
from tests.law.calendars_of_kz import day

SEALED: Final = (
    SealedPart(
        part="text",
        key_id="k-7be1",
        commitment="A" * 44,
        nonce="AAAAAAAAAAAAAAAB",
        ciphertext="c2VhbGVk",
    ),
)
TOLD: Final = Told(due_on=day("2024-05-20"), term_id="stage-deliverer", norm_edition="kz/0")

FULL: Final[list[tuple[str, Any, Command]]] = [
    (JUSTICE_ALMATY, ABSENT, replace(LODGE, sealed=SEALED, from_lane=WINDOW_LANE)),
    (JUSTICE_ALMATY, LODGED, replace(REGISTER, told=TOLD)),
    (STRANGER, LODGED, FORWARD),
    (JUSTICE_ALMATY, REGISTERED, replace(EXTEND, told=TOLD, sealed=SEALED)),
    (JUSTICE_ALMATY, EXTENDED, replace(NOTIFY, told=TOLD, sealed=SEALED)),
    (JUSTICE_ALMATY, REGISTERED, replace(DECIDE, sealed=SEALED)),
    (JUSTICE_ALMATY, DECIDED, replace(SEND, sealed=SEALED)),
    (JUSTICE_ALMATY, DECIDED, OUTCOME),
    (AUTHORITY, DECIDED, DEMAND),
    (AUTHORITY, DECIDED, RESTORED),
    (JUSTICE_ALMATY, REGISTERED, replace(WITHDRAW, sealed=SEALED)),
    (JUSTICE_ALMATY, REGISTERED, COURT),
    (JUSTICE_ALMATY, REGISTERED, COURT_SAID),
]


@pytest.mark.parametrize(("agency", "state", "command"), FULL, ids=lambda one: type(one).__name__)
def test_an_event_says_all_that_its_command_said(
    agency: str, state: object, command: Command
) -> None:
    (event,) = deciding(state, command, agency)(transcribed())

    said_in_full(command, event)
