"""The intake's process on one screen: which commands follow from an event."""

from collections.abc import Sequence
from typing import Any

from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake import ApplicationAccepted, Carrier
from events.provider import ResultSent
from services.intake.domain.commands import ForwardApplication, GiveNotice, ReceiveResult
from services.intake.domain.handing_out import READY

ELECTRONIC = "electronic"


def react(event: Recorded[Any], lane: str) -> Sequence[Reaction | Ignored]:
    """Say what follows from an event, of this lane or of another.

    Args:
        event: any event that this lane may read.
        lane: the own lane; an event that asks another lane for an act asks nothing here.
    """
    case, data = event.subject, event.data
    match data:
        case ApplicationAccepted() if event.lane == lane:
            return _forward(case, data)
        case ResultSent(to_lane=to_lane) if to_lane == lane:
            return _receive(case, data, event.ref)
        case _:
            return ()


def _forward(case: str, accepted: ApplicationAccepted) -> Sequence[Reaction | Ignored]:
    """Policy 1: by itself if electronic; on paper it is an officer's act."""
    if accepted.variant.form != ELECTRONIC:
        return [Ignored(because="paper: an officer forwards it")]
    command = ForwardApplication(case_id=case, carrier=Carrier.ELECTRONIC)
    return [Reaction(command=command, target=_target(case))]


def _receive(case: str, sent: ResultSent, ref: str) -> Sequence[Reaction | Ignored]:
    """Policy 10: what is electronic is here at once; paper is here when an officer has it."""
    if sent.carrier is Carrier.PAPER:
        return [Ignored(because="paper: an officer receives it")]
    receive = ReceiveResult(
        case_id=case,
        from_lane=ref.partition("/")[0],
        carrier=sent.carrier,
        result_kind=sent.result_kind,
    )
    notice = GiveNotice(case_id=case, kind=READY, about=ref)
    return [Reaction(command=one, target=_target(case)) for one in (receive, notice)]


def _target(case: str) -> str:
    return f"application-{case}"
