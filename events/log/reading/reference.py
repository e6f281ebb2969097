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
        register = Register(agencies={self.agency: agency}, lanes={self.lane: lane})
        return Known(register=register, audit_lane=self.lane)


class Reference:
    """Follows what a store has kept."""

    def __init__(self, anchor: Anchor) -> None:
        self.audit_lane = anchor.lane
        self._anchor = anchor
        self._forget()

    def _forget(self) -> None:
        self._last: tuple[int, Kept] | None = None
        self.known = self._anchor.known()
        self.time = ""
        """Of the newest event that was folded."""

    def refresh(self, tx: Transaction) -> Known:
        """Fold what was kept since the last time.

        If what was folded last does not stand there any more, the transaction that kept it was
        rolled back: all is folded anew.
        """
        rows = tx.kept(0 if self._last is None else self._last[0] - 1)
        if self._last is not None:
            if not rows or rows[0] != self._last:
                self._forget()
                return self.refresh(tx)
            rows = rows[1:]
        for row in rows:
            self._last, event = row, codec.read(row[1].raw)
            self.known, self.time = self.known.evolve(event), later(self.time, event.time)
        return self.known


def keep(tx: Transaction, seq: int, raw: bytes, event: Recorded[Any]) -> None:
    """Keep an event if it tells of agencies or norms."""
    if tells_reference(event.data):
        tx.keep(Kept(event.lane, seq, raw))
