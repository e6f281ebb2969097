"""The provider's process on one screen: which commands follow from an event."""

from collections.abc import Sequence
from typing import Any

from events.deciding import Reaction
from events.envelope import Recorded
from events.intake import ApplicationForwarded, Carrier
from events.provider import DecisionMade
from services.provider.domain.commands import RegisterCase, SendResult

PAPER = "paper"


def react(event: Recorded[Any], lane: str, window: str) -> Sequence[Reaction]:
    """Say what follows from an event, of this lane or of another.

    Args:
        event: any event that this lane may read.
        lane: the own lane; an event that asks another lane for an act asks nothing here.
        window: the agency whose lane signed the event.
    """
    data = event.data
    match data:
        case ApplicationForwarded(to_lane=to_lane) if to_lane == lane:
            return _register(event, data, window)
        case DecisionMade() if event.lane == lane:
            return _send(event.subject, data)
        case _:
            return ()


def _register(
    event: Recorded[Any], forwarded: ApplicationForwarded, window: str
) -> Sequence[Reaction]:
    """Policy 2."""
    command = RegisterCase(
        case_id=event.subject,
        service_code=forwarded.service_code,
        standard_edition=forwarded.standard_edition,
        window=window,
        from_lane=event.lane,
        received_on=forwarded.on,
        registration_no=f"{event.lane}/{event.subject[:8]}",
    )
    return [Reaction(command=command, target=_target(event.subject))]


def _send(case: str, decision: DecisionMade) -> Sequence[Reaction]:
    """Policy 9."""
    carrier = Carrier.PAPER if decision.result_kind == PAPER else Carrier.ELECTRONIC
    command = SendResult(case_id=case, carrier=carrier)
    return [Reaction(command=command, target=_target(case))]


def _target(case: str) -> str:
    return f"delivery-{case}"
