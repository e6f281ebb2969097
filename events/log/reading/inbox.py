"""The inbox: what comes from another lane is checked, kept and answered, in one transaction.

Positions and the effects of the policies commit together: exactly-once effect, whatever the
transport repeats (protocol E1). Small records are joined here, at the fsync.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from events.log.lane.store import Received, Transaction
from events.log.reading.admit import Sender
from events.log.reading.arrivals import Convicted, Record, Verified, arrive
from events.log.reading.parts import Parts
from events.log.reading.policies import Consequence, reached, state_ignored
from events.log.reading.reference import keep
from events.log.reading.rejecting import reject
from events.log.reading.report import Report
from events.log.reading.take import Held
from events.log.tree.edge import Edge
from events.register import Lane, NotRegistered, Register

RECORDS_JOINED_MAX: Final = 64
"""Records a transaction: enough that an fsync costs little, small enough to hold in memory."""


class Inbox:
    """One instance's receiving side."""

    def __init__(self, parts: Parts) -> None:
        self._me, self._store, self._writer, self._reference, self._policies = parts

    def receive(self, lane: str, records: Iterable[Record]) -> Report:
        """Take in records of a lane, in the order of transport.

        Returns:
            Counts by outcome, and alarms: sentences for a person.
        """
        report = Report(Counter(), [])
        waiting = iter(records)
        while chunk := list(islice(waiting, RECORDS_JOINED_MAX)):
            counted = report
            while not self._receive(lane, chunk, counted):
                counted = Report(Counter(), [])  # What goes on was counted when it began.
        return report

    def _receive(self, lane: str, records: Sequence[Record], report: Report) -> bool:
        """Take in some records; say whether all their effects are committed."""
        with self._store.transaction() as tx:
            known = self._reference.refresh(tx)
            try:
                registered = self._registered(known.register, lane)
            except NotRegistered as unknown:
                report.alarm("waiting", f"{unknown}: records of {lane} wait")
                return True
            arrivals = list(self._arrivals(tx, registered, records, report))
            if not self._commit(tx, registered, arrivals):
                return False
            if arrivals and isinstance(arrivals[-1][1], Convicted):
                tx.convict(lane, arrivals[-1][1].size, arrivals[-1][0].note)
            return True

    def _registered(self, register: Register, lane: str) -> Lane:
        """Find the lane; what is answered in the own lane waits until that is registered, too.

        Raises:
            NotRegistered: one of the two is not.
        """
        if lane != self._reference.audit_lane:
            register.lane(self._me.lane)
        return register.lane(lane)

    def _arrivals(
        self, tx: Transaction, lane: Lane, records: Sequence[Record], report: Report
    ) -> Iterator[tuple[Record, Verified | Convicted]]:
        """Check records one after the other; after a second root no more."""
        me = self._me
        if tx.convicted(lane.lane):
            report.alarm("stopped", f"{lane.lane} is stopped: it signed two roots for one size")
            return
        whole = me.authority or me.agency == lane.agency
        sender = Sender(
            realm=me.realm, lane=lane.lane, agency=lane.agency, reader=me.agency, whole=whole
        )
        held = _held(tx, lane.lane, whole=whole)
        for record in records:
            arrival = arrive(record, held, lane, sender)
            report.add(arrival)
            if isinstance(arrival, Verified):
                held = _after(held, arrival)
                yield record, arrival
            elif isinstance(arrival, Convicted):
                yield record, arrival
                return

    def _commit(
        self, tx: Transaction, lane: Lane, arrivals: Sequence[tuple[Record, Verified | Convicted]]
    ) -> bool:
        """Commit effects as many as fit, and what was answered; say whether that is all."""
        verified = [(record, one) for record, one in arrivals if isinstance(one, Verified)]
        if not verified:
            return True
        answered = tx.position(lane.lane)
        consequences = self._consequences(lane, verified, answered)
        works = [work for one in consequences for work in one.works]
        position = reached(lane.lane, consequences, verified[-1][1].checkpoint.size, answered)
        outcomes = self._writer.commit_some(tx, works, position).outcomes
        state_ignored(tx, consequences, works, outcomes)
        at = position(len(outcomes))
        self._keep(tx, lane, verified, answered if at is None else at.seq)
        return len(outcomes) == len(works)

    def _consequences(
        self, lane: Lane, verified: Sequence[tuple[Record, Verified]], answered: int
    ) -> list[Consequence]:
        found: list[Consequence] = []
        for _, record in verified:
            if not lane.historic:
                new = ((seq, event) for seq, _, event in record.events if seq > answered)
                found += self._policies.of(new)
            if record.rejected and record.checkpoint.size > answered:
                found.append(reject(lane.lane, record, self._me.policy, self._reference.time))
        return found

    def _keep(
        self,
        tx: Transaction,
        lane: Lane,
        verified: Sequence[tuple[Record, Verified]],
        answered: int,
    ) -> None:
        held = tx.held(lane.lane)
        events = 0 if held is None else held[2]
        for record, arrival in verified:
            if arrival.checkpoint.size > answered:
                return
            events += arrival.count
            tx.receive(_received(lane.lane, record, arrival, events))
            for seq, raw, event in arrival.events:
                keep(tx, seq, raw, event)
            for seq, wire_name in arrival.unknown:
                tx.unread(lane.lane, seq, wire_name)


def _held(tx: Transaction, lane: str, *, whole: bool) -> Held:
    held = tx.held(lane)
    edge = Edge() if held is None else Edge.from_bytes(held[0], held[1])
    return Held(edge=edge, root_at=lambda size: tx.root_at(lane, size), whole=whole)


def _after(held: Held, arrival: Verified) -> Held:
    """Hold what a record brought, before it is stored: a repeat in the same chunk is known."""
    checkpoint, before = arrival.checkpoint, held.root_at
    return Held(
        edge=arrival.edge,
        root_at=lambda size: checkpoint.root if size == checkpoint.size else before(size),
        whole=held.whole,
    )


def _received(lane: str, record: Record, arrival: Verified, events: int) -> Received:
    return Received(
        lane=lane,
        size=arrival.checkpoint.size,
        root=arrival.checkpoint.root,
        note=record.note,
        value=arrival.value,
        edge=arrival.edge.to_bytes(),
        start=arrival.start,
        events=events,
    )
