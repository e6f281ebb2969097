"""A ledger day: what is known of agencies, norms and closed days when it is judged."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from events.law.norm_book import NormBook
from events.register import Agency, Register


class LedgerDay(Struct, frozen=True, kw_only=True):
    """A day of a jurisdiction's ledger: what is known when it is judged (protocol B5)."""

    jurisdiction: str
    day: date
    register: Register
    norms: NormBook
    covered: Mapping[str, date]
    """Lane -> the last day that its counted prefix closes; a lane without one is absent."""

    def covers(self, lanes: Sequence[str], day: date) -> bool:
        """Say whether all these lanes have closed this day (an absence is then decidable)."""
        return all(self.covered.get(lane, date.min) >= day for lane in lanes)

    def agency_of(self, lane: str) -> Agency | None:
        """Give the agency of a lane, if the lane is registered."""
        found = self.register.lanes.get(lane)
        return None if found is None else self.register.agencies[found.agency]

    def has_role(self, lane: str, *roles: str) -> bool:
        """Say whether the agency of a lane has one of these roles."""
        agency = self.agency_of(lane)
        return agency is not None and not agency.roles.isdisjoint(roles)
