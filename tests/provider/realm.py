"""Who there is around the deliverer of the examples, and what it knows of them."""

from typing import Final

from events.register import Agency, Lane, Register
from events.roles import QUALITY_AUTHORITY
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.provider.domain.deliverer import Deliverer
from tests.given import TODAY
from tests.law.calendars_of_kz import KZ
from tests.provider.examples import HOLDER, STANDARD

OTHER_DELIVERER: Final = "justice-astana"
OTHER_DELIVERY_LANE: Final = "provider.justice-astana"
OTHER_CENTRE: Final = "talgar-centre"
OTHER_WINDOW_LANE: Final = "intake.talgar-1"
EXAMINER_LANE: Final = "complaints.justice-almaty"
LANES: Final = {
    AUDIT_LANE: AUTHORITY,
    STANDARDS_LANE: JUSTICE,
    DELIVERY_LANE: JUSTICE_ALMATY,
    EXAMINER_LANE: JUSTICE_ALMATY,
    "complaints.justice": JUSTICE,
    "complaints.authority": AUTHORITY,
    "complaints.talgar-centre": OTHER_CENTRE,
    "complaints.almaty-akimat": "almaty-akimat",
    OTHER_DELIVERY_LANE: OTHER_DELIVERER,
    WINDOW_LANE: CENTRE,
    OTHER_WINDOW_LANE: OTHER_CENTRE,
    f"provider.{HOLDER}": HOLDER,
}


def registered(
    lanes: dict[str, str],
    *,
    ended: tuple[str, ...] = (),
    parent: str | None = None,
    authority: str = AUTHORITY,
) -> Register:
    """Register lanes with their agencies; the deliverer may have a body above it."""
    return Register(
        agencies={
            agency: Agency(
                agency=agency,
                roles=frozenset({QUALITY_AUTHORITY} if agency == authority else ()),
                parent=parent if agency == JUSTICE_ALMATY else None,
                jurisdiction="kz",
                zone="Asia/Almaty",
                week="5",
            )
            for agency in lanes.values()
        },
        lanes={
            lane: Lane(
                lane=lane,
                agency=agency,
                keys=((0, "k"),),
                first_day=TODAY,
                last_day=TODAY if lane in ended else None,
                historic=False,
                readers=frozenset(),
                registered_by="audit.authority/agency-x:1",
            )
            for lane, agency in lanes.items()
        },
    )


DELIVERER: Final = Deliverer(
    agency=JUSTICE_ALMATY,
    standard=STANDARD,
    calendars={"kz": KZ},
    register=registered(LANES),
    authority=AUTHORITY,
)
