"""The register of lanes as trust: whose lane it is, which keys sign it, from when (protocol C5).

The authority's verification key is the one anchor that configuration gives; all other keys come
from the audit lane. Of a lane its agency, keys, `from`, `historic` and a set `until` stand once
registered; a later registration adds a next key, sets `until`, replaces the readers.
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from events.audit import AgencyRegistered, LaneRegistration
from events.law.calendar import Week
from events.registering import Keys, ReadersTold, last_day, with_key, with_readers


class NotRegistered(LookupError):
    """The register does not name this lane (yet): what comes from it waits."""


class Agency(Struct, frozen=True, kw_only=True):
    """An agency as last registered."""

    agency: str
    roles: frozenset[str]
    parent: str | None
    jurisdiction: str
    zone: str
    week: Week
    grant_key: str | None = None
    """Its X25519 public key in base64: keys are granted to it (protocol F2)."""


class Lane(Struct, frozen=True, kw_only=True):
    """A registered lane."""

    lane: str
    agency: str
    keys: Keys
    first_day: date
    last_day: date | None
    historic: bool
    readers: frozenset[str]
    registered_by: str
    """`<lane>/<event id>` of the event that registered it first; empty: only configuration has."""
    readers_told: ReadersTold = ()

    def key_for(self, size: int) -> str | None:
        """Give the key that signs a checkpoint of this size: the last with from_size < size."""
        fitting = [key for from_size, key in self.keys if from_size < size]
        return fitting[-1] if fitting else None


class Register(Struct, frozen=True, kw_only=True):
    """All agencies and lanes; a fold of `audit.agency_registered`."""

    agencies: Mapping[str, Agency] = {}
    lanes: Mapping[str, Lane] = {}

    def evolve(self, ref: str, event: AgencyRegistered) -> "Register":
        """Fold one registration in: it replaces the agency's facts, adds lanes, adds to them.

        What contradicts a registered lane changes nothing of it, nor does another agency's word.

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
            grant_key=event.grant_key,
        )
        lanes = dict(self.lanes)
        for registration in event.lanes:
            before = lanes.get(registration.lane)
            if before is None or before.agency == event.agency:
                lanes[registration.lane] = _lane(ref, event.agency, registration, before)
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

    def lane_of(self, agency: str, service: str) -> str | None:
        """Give an agency's only lane of a service that has no last day; None if none or several."""
        lanes = (one for one in self.lanes.values() if one.last_day is None)
        names = [one.lane for one in lanes if one.agency == agency]
        found = [lane for lane in names if lane.startswith(f"{service}.")]
        return found[0] if len(found) == 1 else None

    def agency_of(self, lane: str) -> Agency:
        """Give the agency of a lane.

        Raises:
            NotRegistered: the register does not name the lane.
        """
        return self.agencies[self.lane(lane).agency]


def _lane(ref: str, agency: str, told: LaneRegistration, before: Lane | None) -> Lane:
    """Give a lane as first told, or as registered before with what is told in addition."""
    keys = with_key(() if before is None else before.keys, told)
    readers = frozenset(told.readers)
    if before is not None and before.registered_by:
        return replace(
            before,
            keys=keys,
            last_day=last_day(before.first_day, before.last_day, told),
            readers=readers,
            readers_told=with_readers(before.readers_told, ref, readers),
        )
    return Lane(
        lane=told.lane,
        agency=agency,
        keys=keys,
        first_day=told.first_day,
        last_day=told.last_day,
        historic=told.historic,
        readers=readers,
        registered_by=ref,
        readers_told=((ref, readers),),
    )
