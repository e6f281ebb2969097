"""What an instance knows of agencies and norms: folded from the events that its store has kept."""

from datetime import date
from typing import Any, NamedTuple

from events import codec
from events.envelope import Recorded
from events.known import Known, tells_reference
from events.log.lane.clock import later
from events.log.lane.store import Kept, Transaction
from events.register import Agency, Lane, Register


class Anchor(NamedTuple):
    """The one trust that configuration gives: the audit lane, its agency, its key."""

    lane: str
    agency: str
    key: str
    zone: str

    def known(self) -> Known:
        """Give what is known before the first event."""
        agency = Agency(
            agency=self.agency,
            roles=frozenset(),
            parent=None,
            jurisdiction="",
            zone=self.zone,
            week="5",
        )
        lane = Lane(
            lane=self.lane,
            agency=self.agency,
            keys=((0, self.key),),
            first_day=date.min,
            last_day=None,
            historic=False,
            readers=frozenset(),
            registered_by="",
        )
        return Known(register=Register(agencies={self.agency: agency}, lanes={self.lane: lane}))


class Reference:
    """Follows what a store has kept."""

    def __init__(self, anchor: Anchor) -> None:
        self.audit_lane = anchor.lane
        self._place = 0
        self.known = anchor.known()
        self.time = ""
        """Of the newest event that was folded."""

    def refresh(self, tx: Transaction) -> Known:
        """Fold what was kept since the last time."""
        for place, kept in tx.kept(self._place):
            self._place = place
            event = codec.read(kept.raw)
            self.known, self.time = self.known.evolve(event), later(self.time, event.time)
        return self.known


def keep(tx: Transaction, seq: int, raw: bytes, event: Recorded[Any]) -> None:
    """Keep an event if it tells of agencies or norms."""
    if tells_reference(event.data):
        tx.keep(Kept(event.lane, seq, raw))
