"""Which stream a command goes to, and with what knowledge it is decided."""

from typing import Any

import pytest
from msgspec.structs import replace

from events.deciding import Command, Refused
from events.known import Known
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE, JUSTICE_ALMATY
from services.complaints.application.handlers import handlers
from tests.complaints.examples import (
    ABSENT,
    ANSWERED,
    CHECK,
    COURT,
    COURT_SAID,
    DECIDE,
    DECIDED,
    DEMAND,
    EXTEND,
    EXTENDED,
    FORWARD,
    ID,
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
from tests.complaints.realm import KNOWING_NO_NORM, KNOWN, STAGE_1_LANE, STRANGER
from tests.given import Deed, live

EVERY_COMMAND: list[tuple[Command, str, Any]] = [
    (LODGE, JUSTICE_ALMATY, ABSENT),
    (REGISTER, JUSTICE_ALMATY, LODGED),
    (FORWARD, STRANGER, LODGED),
    (EXTEND, JUSTICE_ALMATY, REGISTERED),
    (NOTIFY, JUSTICE_ALMATY, EXTENDED),
    (CHECK, JUSTICE_ALMATY, REGISTERED),
    (DECIDE, JUSTICE_ALMATY, REGISTERED),
    (SEND, JUSTICE_ALMATY, DECIDED),
    (OUTCOME, JUSTICE_ALMATY, DECIDED),
    (DEMAND, AUTHORITY, ANSWERED),
    (RESTORED, AUTHORITY, DECIDED),
    (WITHDRAW, JUSTICE_ALMATY, LODGED),
    (COURT, JUSTICE_ALMATY, LODGED),
    (COURT_SAID, JUSTICE_ALMATY, LODGED),
]


def deciding(state: object, command: Command, agency: str, knows: Known = KNOWN) -> Deed:
    handler = handlers(agency, lambda: knows)[type(command)]
    return lambda by: handler.decide(state, command, by)


@pytest.mark.parametrize(
    ("command", "agency", "state"), EVERY_COMMAND, ids=lambda one: type(one).__name__
)
def test_every_command_goes_to_its_stage_and_is_answered_with_one_event(
    command: Command, agency: str, state: object
) -> None:
    handler = handlers(agency, lambda: KNOWN)[type(command)]

    assert handler.stream(command) == f"complaint-{ID}-1"
    assert len(handler.decide(state, command, live())) == 1


def test_each_stage_has_a_stream_of_its_own() -> None:
    handler = handlers(JUSTICE, lambda: KNOWN)[type(LODGE)]

    assert handler.stream(replace(LODGE, stage=2)) == f"complaint-{ID}-2"


def test_the_standard_and_the_register_say_who_is_competent() -> None:
    with pytest.raises(Refused, match="competent-here"):
        deciding(
            LODGED,
            replace(FORWARD, to_agency=JUSTICE, to_lane="complaints.justice"),
            JUSTICE_ALMATY,
        )(live())
    assert deciding(LODGED, FORWARD, JUSTICE)(live())


def test_the_law_adopted_last_says_how_long_an_extension_may_be() -> None:
    too_long = replace(EXTEND, by_days=11)

    with pytest.raises(Refused, match="too-long"):
        deciding(REGISTERED, too_long, JUSTICE_ALMATY)(live())
    assert deciding(REGISTERED, too_long, JUSTICE_ALMATY, KNOWING_NO_NORM)(live())


@pytest.mark.parametrize("lane", ["provider.justice-almaty", "complaints.unregistered"])
def test_a_complaint_is_forwarded_only_to_a_registered_complaints_lane(lane: str) -> None:
    with pytest.raises(Refused, match="not-the-bodys-lane"):
        deciding(LODGED, replace(FORWARD, to_lane=lane), STRANGER)(live())


def test_restoration_is_demanded_by_the_authority_on_a_providers_lane() -> None:
    with pytest.raises(Refused, match="not-the-providers-lane"):
        deciding(DECIDED, replace(DEMAND, to_lane=STAGE_1_LANE), AUTHORITY)(live())
    with pytest.raises(Refused, match="not-the-authority"):
        deciding(DECIDED, DEMAND, JUSTICE)(live())


@pytest.mark.parametrize(
    "command",
    [REGISTER, FORWARD, EXTEND, NOTIFY, DECIDE, DEMAND],
    ids=lambda one: type(one).__name__,
)
def test_a_complaint_that_never_came_is_refused_without_norms(command: Command) -> None:
    with pytest.raises(Refused, match="wrong-state"):
        deciding(ABSENT, command, AUTHORITY)(live())
