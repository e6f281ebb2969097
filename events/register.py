"""The register of lanes as trust: whose lane it is, which keys sign it, from when (protocol C5).

The authority's verification key is the one anchor that configuration gives; all other keys come
from the audit lane.
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from events.audit import AgencyRegistered, LaneRegistration


class NotRegistered(LookupError):
    """The register does not name this lane (yet): what comes from it waits."""


class Agency(Struct, frozen=True, kw_only=True):
    """An agency as last registered."""

    agency: str
    roles: frozenset[str]
    parent: str | None
    jurisdiction: str
    zone: str
    week: str


class Lane(Struct, frozen=True, kw_only=True):
    """A registered lane."""

    lane: str
    agency: str
    keys: tuple[tuple[int, str], ...]
    """(from size, verification key), ascending."""
    first_day: date
    last_day: date | None
    historic: bool
    readers: frozenset[str]
    registered_by: str
    """`<lane>/<event id>` of the event that registered it first."""

    def key_for(self, size: int) -> str | None:
        """Give the key that signs a checkpoint of this size: the last with from_size < size."""
        fitting = [key for from_size, key in self.keys if from_size < size]
        return fitting[-1] if fitting else None


class Register(Struct, frozen=True, kw_only=True):
    """All agencies and lanes; a fold of `audit.agency_registered`."""

    agencies: Mapping[str, Agency] = {}
    lanes: Mapping[str, Lane] = {}

    def evolve(self, ref: str, event: AgencyRegistered) -> "Register":
        """Fold one registration in: it replaces the agency's facts and adds or replaces lanes.

        Args:
            ref: `<lane>/<event id>` of the event.
            event: its data.
        """
        agency = Agency(
            agency=event.agency,
            roles=frozenset(event.roles),
            parent=event.parent,
            jurisdiction=event.jurisdiction,
            zone=event.zone,
            week=event.week,
        )
        lanes = dict(self.lanes)
        for registration in event.lanes:
            lanes[registration.lane] = _lane(ref, event.agency, registration, lanes)
        return Register(agencies={**self.agencies, event.agency: agency}, lanes=lanes)

    def lane(self, lane: str) -> Lane:
        """Give a lane.

        Raises:
            NotRegistered: the register does not name it.
        """
        found = self.lanes.get(lane)
        if found is None:
            raise NotRegistered(f"lane {lane} is not in the register (yet)")
        return found

    def agency_id(self, lane: str) -> str | None:
        """Give the id of a lane's agency; None if the lane is not registered."""
        found = self.lanes.get(lane)
        return None if found is None else found.agency

    def agency_of(self, lane: str) -> Agency:
        """Give the agency of a lane.

        Raises:
            NotRegistered: the register does not name the lane.
        """
        return self.agencies[self.lane(lane).agency]


def _lane(ref: str, agency: str, registration: LaneRegistration, known: Mapping[str, Lane]) -> Lane:
    key = (registration.from_size, registration.key)
    before = known.get(registration.lane)
    made = Lane(
        lane=registration.lane,
        agency=agency,
        keys=(key,),
        first_day=registration.first_day,
        last_day=registration.last_day,
        historic=registration.historic,
        readers=frozenset(registration.readers),
        registered_by=ref,
    )
    if before is None or before.agency != agency:
        return made
    others = [(size, old) for size, old in before.keys if size != registration.from_size]
    return replace(
        made,
        registered_by=before.registered_by,
        keys=tuple(sorted([*others, key], key=lambda pair: pair[0])),
    )
