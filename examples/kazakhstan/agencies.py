"""A small realm of Kazakhstan: who there is, in which roles, with which lanes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

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


class Realm(NamedTuple):
    """Which agencies there are, and which lanes they keep."""

    lanes: Mapping[str, str]
    """Live lanes, besides the ledger, and their agencies."""
    readers: Mapping[str, Sequence[str]]
    """Lane -> agencies that may read it, besides its own and the authority."""
    roles: Mapping[str, Sequence[str]]
    parents: Mapping[str, str]

    def registrations(
        self, keys: Mapping[str, str], grant_keys: Mapping[str, str]
    ) -> list[RegisterAgency]:
        """Give the registration of each agency, with all its lanes.

        Args:
            keys: lane -> its verification key.
            grant_keys: agency -> its public key for key grants.
        """
        lanes = {AUDIT_LANE: AUTHORITY, **self.lanes}
        return [
            RegisterAgency(
                agency=agency,
                roles=tuple(self.roles[agency]),
                parent=self.parents.get(agency),
                jurisdiction=JURISDICTION,
                zone=ZONE,
                week="5",
                grant_key=grant_keys.get(agency),
                lanes=tuple(
                    self._lane(lane, keys[lane]) for lane, owner in lanes.items() if owner == agency
                ),
            )
            for agency in dict.fromkeys(lanes.values())
        ]

    def _lane(self, lane: str, key: str) -> LaneRegistration:
        readers = tuple(self.readers.get(lane, ()))
        return LaneRegistration(lane=lane, key=key, first_day=FIRST_DAY, readers=readers)


SMALL: Final = Realm(LANES, _READERS, _ROLES, _PARENTS)
"""A centre, a deliverer, the ministry that approves the standard, the authority."""
