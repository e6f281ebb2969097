"""Who reads a lane: one answer for what travels, is planned and is shown (protocol A8, C4)."""

from typing import NamedTuple

from events.register import Lane, Register


class Readership(NamedTuple):
    """Whom a realm's records go to beside those that the register names of each lane."""

    authority: str
    """The quality authority, which reads every lane."""
    audit_lane: str
    """The ledger's own, which everybody reads."""

    def may_read(self, agency: str, lane: Lane) -> bool:
        """Say whether a lane's records are for an agency; it need not be registered yet."""
        return lane.lane == self.audit_lane or agency in self._named(lane)

    def of(self, register: Register, lane: Lane) -> frozenset[str]:
        """Give the agencies to which a lane's records go; of the ledger's lane all registered."""
        everybody = register.agencies.keys() if lane.lane == self.audit_lane else ()
        return self._named(lane).union(everybody)

    def _named(self, lane: Lane) -> frozenset[str]:
        return lane.readers | {self.authority, lane.agency}
