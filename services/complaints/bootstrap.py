"""A body that examines complaints put together."""

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
from services.complaints.application.handlers import handlers
from services.complaints.application.knowing import concerned
from services.complaints.application.policies import react
from services.complaints.domain.audience import audience
from services.complaints.domain.complaint import Complaint


def service(me: Me, known: Callable[[], Known]) -> Service:
    """Give the complaints service of one lane.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        return react(event, me.lane, me.agency, known())

    def readers(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event, any aggregate
        lodged = state.lodged if isinstance(state, Complaint) else None
        return audience(data, state, concerned(known(), lodged))

    return Service(
        name="complaints",
        empty={"complaint": Complaint.blank, **EMPTY},
        handlers={**handlers(me.agency, known), **disclosing(me.realm, me.agency, known)},
        react=acts_policies.with_acts(policy, me.lane, me.agency, known),
        audience=acts_audience.with_acts(readers, known),
    )
