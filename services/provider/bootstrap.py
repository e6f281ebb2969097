"""The provider put together."""

from collections.abc import Callable, Sequence
from typing import Any

from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.known import Known
from events.log.reading.inbox import Me
from events.log.service import Service
from services.provider.application.handlers import handlers
from services.provider.application.policies import react
from services.provider.domain.audience import audience
from services.provider.domain.delivery import Delivery
from services.provider.domain.inquiry import Inquiry
from services.provider.domain.standard import StandardEditions


def service(me: Me, known: Callable[[], Known]) -> Service:
    """Give the provider of one lane.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        return react(event, me.lane, known().register.lane(event.lane).agency)

    return Service(
        name="provider",
        empty={
            "standard": lambda code: StandardEditions(service_code=code),
            "delivery": lambda case_id: Delivery(case_id=case_id),
            "inquiry": lambda inquiry_id: Inquiry(inquiry_id=inquiry_id),
        },
        handlers=handlers(me.agency, known),
        react=policy,
        audience=audience,
    )
