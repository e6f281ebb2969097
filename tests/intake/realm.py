"""What a window knows of its realm: itself, another window, and two deliverers."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from events.audit import AgencyRegistered, LaneRegistration
from events.known import Known
from events.law.norm_book import NormBook
from examples.kazakhstan.agencies import CENTRE, DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from tests.given import knowing

HERE: Final = WINDOW_LANE
OTHER_WINDOW: Final = "astana-centre"
OTHER_WINDOW_LANE: Final = "intake.astana-1"
UNNAMED: Final = "justice-astana"
"""A deliverer that the standard of the examples does not name."""
UNNAMED_LANE: Final = "provider.justice-astana"
COMPLAINTS_LANE: Final = "complaints.justice-almaty"
FIRST_DAY: Final = date(2010, 1, 1)

AGENCIES: Final[Mapping[str, str]] = {
    HERE: CENTRE,
    OTHER_WINDOW_LANE: OTHER_WINDOW,
    DELIVERY_LANE: JUSTICE_ALMATY,
    UNNAMED_LANE: UNNAMED,
    COMPLAINTS_LANE: JUSTICE_ALMATY,
}
"""Lane -> its agency."""


def knowing_deliverers(
    agency: str, *roles: str, norms: NormBook, parent: str | None = None
) -> Callable[[], Known]:
    """Let a window in these roles know these norms and every other agency's lanes."""
    register = knowing(agency, *roles, norms=norms)().register
    for lane, other in AGENCIES.items():
        if other != agency:
            ref = f"audit.authority/agency-{other}:1"
            register = register.evolve(ref, _registered(other, lane, "deliverer"))
    own = _registered(agency, HERE, *roles, parent=parent)
    known = Known(register=register.evolve(f"audit.authority/agency-{agency}:1", own), norms=norms)
    return lambda: known


def _registered(agency: str, lane: str, *roles: str, parent: str | None = None) -> AgencyRegistered:
    return AgencyRegistered(
        on=FIRST_DAY,
        agency=agency,
        roles=roles,
        parent=parent,
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=(LaneRegistration(lane=lane, key="k", first_day=FIRST_DAY),),
    )
