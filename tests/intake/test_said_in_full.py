"""A window's event says all that its command said, up to the sealed parts."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.common import LaneSize, SealedPart, Told
from events.deciding import Command
from tests.given import given, said_in_full, transcribed
from tests.intake.besides import HAND_IN, NO_COMPLAINT, NO_OUTAGE, RECORD, TAKEN_IN
from tests.intake.examples import (
    ABSENT,
    ACCEPT,
    ACCEPTED,
    APPLICANT,
    FORWARDED,
    HAND_OUT,
    LODGE,
    LODGED,
    NOTICE,
    ON_TO_ASTANA,
    READY,
    RECEIVE,
    REFUSE,
    RETURN,
    SUPPLY,
    TAKE,
    TAKE_OVER,
    TELL,
    TRANSFER,
    WITHDRAW,
    lodged,
)
from tests.intake.test_sequences import deciding
from tests.law.calendars_of_kz import day

SEALED: Final = (
    SealedPart(
        part="contacts",
        key_id="k-7be1",
        commitment="A" * 44,
        nonce="AAAAAAAAAAAAAAAB",
        ciphertext="c2VhbGVk",
    ),
)
TOLD: Final = Told(due_on=day("2024-05-20"), term_id="result", norm_edition="apostille/1")
TICKET: Final = "2024-05-03T04:41:00Z"
CALLED: Final = "2024-05-03T04:58:00Z"
AS_OF: Final = (LaneSize(lane="provider.justice-almaty", size=7, root="A" * 44),)

TWO: Final = given(
    ABSENT,
    lodged(replace(LODGE, applicants=(APPLICANT, replace(APPLICANT, applicant_id="a-51c1")))),
)
"""A request of two, of whom one withdraws."""

FULL: Final[list[tuple[object, Command]]] = [
    (
        ABSENT,
        replace(
            LODGE,
            standard_edition="1",
            ticket_at=TICKET,
            called_at=CALLED,
            source_ref="A-117",
            sealed=SEALED,
        ),
    ),
    (LODGED, replace(ACCEPT, consent_on="2024-05-03", told=TOLD, sealed=SEALED)),
    (LODGED, replace(REFUSE, sealed=SEALED)),
    (FORWARDED, ON_TO_ASTANA),
    (
        FORWARDED,
        replace(NOTICE, kind="pause", from_lane=ACCEPT.to_lane, told=TOLD, sealed=SEALED),
    ),
    (FORWARDED, replace(RECEIVE, from_lane=ACCEPT.to_lane)),
    (READY, replace(HAND_OUT, ticket_at=TICKET, called_at=CALLED)),
    (READY, replace(TELL, as_of=AS_OF)),
    (LODGED, replace(TAKE, sealed=SEALED)),
    (FORWARDED, replace(SUPPLY, sealed=SEALED)),
    (TWO, replace(WITHDRAW, sealed=SEALED)),
    (FORWARDED, TRANSFER),
    (ABSENT, TAKE_OVER),
    (READY, RETURN),
    (NO_COMPLAINT, replace(HAND_IN, service_code="apostille", taken_in=TAKEN_IN, sealed=SEALED)),
    (NO_OUTAGE, replace(RECORD, services=("apostille",))),
]


@pytest.mark.parametrize(("state", "command"), FULL, ids=lambda one: type(one).__name__)
def test_an_event_says_all_that_its_command_said(state: object, command: Command) -> None:
    (event,) = deciding("centre", state, command)(replace(transcribed(), beside=ACCEPTED))

    said_in_full(command, event)
