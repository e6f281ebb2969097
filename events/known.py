"""What is known of agencies and norms at one point of the lanes: a fold of public events."""

from typing import Any, Final

from msgspec import Struct

from events.audit import AgencyRegistered, CalendarAdopted, LawEditionAdopted
from events.envelope import Recorded
from events.law.norm_book import NormBook
from events.provider import StandardApproved, StandardRegistered
from events.register import Register

APPROVER: Final = "approver"
"""The role of an agency that may approve standards (7.1); the authority gives it."""

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

    def evolve(self, event: Recorded[Any]) -> "Known":
        """Fold one event in; a standard by who may not approve one changes nothing (7.1)."""
        data = event.data
        if isinstance(data, AgencyRegistered):
            return Known(register=self.register.evolve(event.ref, data), norms=self.norms)
        if not isinstance(data, _AUTHORITY_ONLY) and not self._may_approve(event):
            return self
        return Known(register=self.register, norms=self.norms.evolve(event.ref, data))

    def _may_approve(self, event: Recorded[Any]) -> bool:
        lane = self.register.lanes.get(event.lane)
        return lane is not None and APPROVER in self.register.agencies[lane.agency].roles
