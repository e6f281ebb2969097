"""What a window knows of its realm: itself, and two deliverers with a lane each."""

from collections.abc import Callable
from datetime import date
from typing import Final

from events.audit import AgencyRegistered, LaneRegistration
from events.known import Known
from events.law.norm_book import NormBook
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from tests.given import knowing

UNNAMED: Final = "justice-astana"
"""A deliverer that the standard of the examples does not name."""
UNNAMED_LANE: Final = "provider.justice-astana"
FIRST_DAY: Final = date(2010, 1, 1)


def knowing_deliverers(agency: str, *roles: str, norms: NormBook) -> Callable[[], Known]:
    """Let a window in these roles know these norms and both deliverers' lanes."""
    register = knowing(agency, *roles, norms=norms)().register
    for deliverer, lane in ((JUSTICE_ALMATY, DELIVERY_LANE), (UNNAMED, UNNAMED_LANE)):
        ref = f"audit.authority/agency-{deliverer}:1"
        register = register.evolve(ref, _registered(deliverer, lane))
    known = Known(register=register, norms=norms)
    return lambda: known


def _registered(deliverer: str, lane: str) -> AgencyRegistered:
    return AgencyRegistered(
        on=FIRST_DAY,
        agency=deliverer,
        roles=("deliverer",),
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=(LaneRegistration(lane=lane, key="k", first_day=FIRST_DAY),),
    )
