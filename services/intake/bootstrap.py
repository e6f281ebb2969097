"""The intake put together."""

from collections.abc import Callable, Sequence
from typing import Any

from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.known import Known
from events.log.reading.inbox import Me
from events.log.service import Service
from services.intake.application.handlers import handlers
from services.intake.application.policies import react
from services.intake.domain.application import Application
from services.intake.domain.audience import audience


def service(me: Me, known: Callable[[], Known]) -> Service:
    """Give the intake of one lane.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        return react(event, me.lane)

    return Service(
        name="intake",
        empty={"application": lambda case_id: Application(case_id=case_id)},
        handlers=handlers(me.agency, known),
        react=policy,
        audience=audience,
    )
