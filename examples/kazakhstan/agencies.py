"""A small realm of Kazakhstan: who there is, in which roles, with which lanes."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from events.audit import LaneRegistration
from services.audit.domain.commands import RegisterAgency

JURISDICTION: Final = "kz"
ZONE: Final = "Asia/Almaty"
FIRST_DAY: Final = date(2024, 4, 29)
"""The realm's first day, a Monday: the standard is in use before the first case of 3 May."""

AUTHORITY: Final = "quality-authority"
JUSTICE: Final = "justice"
JUSTICE_ALMATY: Final = "justice-almaty"
CENTRE: Final = "almaty-centre"

AUDIT_LANE: Final = "audit.authority"
STANDARDS_LANE: Final = "provider.justice"
DELIVERY_LANE: Final = "provider.justice-almaty"
WINDOW_LANE: Final = "intake.almaty-1"

LANES: Final[Mapping[str, str]] = {
    STANDARDS_LANE: JUSTICE,
    DELIVERY_LANE: JUSTICE_ALMATY,
    WINDOW_LANE: CENTRE,
}
"""Live lanes, besides the ledger, and their agencies."""

_READERS: Final[Mapping[str, tuple[str, ...]]] = {
    STANDARDS_LANE: (CENTRE, JUSTICE_ALMATY),
    DELIVERY_LANE: (CENTRE,),
    WINDOW_LANE: (JUSTICE_ALMATY,),
}
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    AUTHORITY: ("quality_authority",),
    JUSTICE: ("central_body", "approver"),
    JUSTICE_ALMATY: ("deliverer",),
    CENTRE: ("centre",),
}
_PARENTS: Final[Mapping[str, str]] = {JUSTICE_ALMATY: JUSTICE}


def registrations(keys: Mapping[str, str]) -> list[RegisterAgency]:
    """Give the registrations of all agencies.

    Args:
        keys: lane -> its verification key.
    """
    lanes = {AUDIT_LANE: AUTHORITY, **LANES}
    return [_register(agency, lane, keys[lane]) for lane, agency in lanes.items()]


def _register(agency: str, lane: str, key: str) -> RegisterAgency:
    registration = LaneRegistration(
        lane=lane, key=key, first_day=FIRST_DAY, readers=_READERS.get(lane, ())
    )
    return RegisterAgency(
        agency=agency,
        roles=_ROLES[agency],
        parent=_PARENTS.get(agency),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(registration,),
    )
