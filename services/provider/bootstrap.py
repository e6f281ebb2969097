"""The provider put together."""

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
from services.provider.application.handlers import handlers
from services.provider.application.here import Here
from services.provider.application.policies import react
from services.provider.application.registers import Registers
from services.provider.domain.answering import Answering
from services.provider.domain.audience import audience
from services.provider.domain.delivery import Delivery
from services.provider.domain.standard import StandardEditions


def service(me: Me, known: Callable[[], Known], *, registers: Registers | None = None) -> Service:
    """Give the provider of one lane.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
        registers: of the agency as a holder, where they answer by themselves (5.5(4)).
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        return react(event, Here(me.lane, me.agency, known(), registers))

    def readers(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event of this service
        return audience(data, state, known().register.agency_id)

    return Service(
        name="provider",
        empty={
            "standard": lambda code: StandardEditions(service_code=code),
            "delivery": lambda case_id: Delivery(case_id=case_id),
            "answering": lambda id_: Answering(answering_id=id_),
            **EMPTY,
        },
        handlers={**handlers(me.agency, known), **disclosing(me.realm, me.agency, known)},
        react=acts_policies.with_acts(policy, me.lane, me.agency, known),
        audience=acts_audience.with_acts(readers, known),
    )
