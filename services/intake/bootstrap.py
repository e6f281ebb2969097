"""The intake put together."""

from collections.abc import Callable, Sequence
from typing import Any

from events.acts import audience as acts_audience
from events.acts import policies as acts_policies
from events.acts.shared import EMPTY, disclosing
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.known import Known
from events.log.reading.parts import Me
from events.log.service import Service
from services.intake.application.handlers import handlers
from services.intake.application.policies import react
from services.intake.domain.application import Application
from services.intake.domain.audience import audience
from services.intake.domain.complaint import ComplaintAtWindow
from services.intake.domain.outage import Outage


def service(me: Me, known: Callable[[], Known]) -> Service:
    """Give the intake of one lane.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        return react(event, me.lane)

    def readers(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event and any stream
        return audience(data, state, known().register.agency_id)

    return Service(
        name="intake",
        empty={
            "application": lambda case_id: Application(case_id=case_id),
            "complaint": lambda complaint_id: ComplaintAtWindow(complaint_id=complaint_id),
            "outage": lambda outage_id: Outage(outage_id=outage_id),
            **EMPTY,
        },
        handlers={
            **handlers(me.agency, known, lane=me.lane),
            **disclosing(me.realm, me.agency, known),
        },
        react=acts_policies.with_acts(policy, me.lane, me.agency, known),
        audience=acts_audience.with_acts(readers, known),
    )
