"""What is known of agencies and norms at one point of the lanes: a fold of public events."""

from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.audit import AgencyRegistered, CalendarAdopted, LawEditionAdopted
from events.envelope import Recorded
from events.law.norm_book import NormBook
from events.provider import StandardApproved, StandardRegistered
from events.register import Register
from events.roles import APPROVER

_TELLS_REFERENCE: Final = (
    AgencyRegistered,
    CalendarAdopted,
    LawEditionAdopted,
    StandardApproved,
    StandardRegistered,
)
_AUTHORITY_ONLY: Final = (AgencyRegistered, CalendarAdopted, LawEditionAdopted)


def tells_reference(data: Any) -> bool:  # noqa: ANN401 -- any event's data
    """Say whether an event tells of agencies or norms."""
    return isinstance(data, _TELLS_REFERENCE)


class Known(Struct, frozen=True, kw_only=True):
    """Agencies and norms as known at one point."""

    register: Register = Register()
    norms: NormBook = NormBook()
    audit_lane: str = ""
    """The one lane that tells of agencies, calendars and the law; empty: none does."""

    def evolve(self, event: Recorded[Any]) -> "Known":
        """Fold one event in.

        What another lane than the authority's says of agencies and calendars changes nothing, nor
        does a standard by who may not approve one (protocol C5; 7.1).
        """
        data = event.data
        if not self._may_tell(event):
            return self
        if isinstance(data, AgencyRegistered):
            return replace(self, register=self.register.evolve(event.ref, data))
        return replace(self, norms=self.norms.evolve(event.ref, data))

    def _may_tell(self, event: Recorded[Any]) -> bool:
        if isinstance(event.data, _AUTHORITY_ONLY):
            return event.lane == self.audit_lane
        return self._may_approve(event)

    def _may_approve(self, event: Recorded[Any]) -> bool:
        lane = self.register.lanes.get(event.lane)
        return lane is not None and APPROVER in self.register.agencies[lane.agency].roles
