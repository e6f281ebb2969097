"""An event that another agency than its own shows: its own lane's signature proves it (RFC 6962).

`to` is not asked of whom it is shown to, but of who shows it: that must have been a reader.
"""

from typing import Any

from msgspec import Struct

from events.codec import CannotRead
from events.envelope import Recorded
from events.exchange import CaseDisclosed, DisclosedEvent
from events.known import Known
from events.log.reading.admit import Sender, admit
from events.log.reading.trust import NoKeyYet, opened
from events.log.tree.checkpoint import Checkpoint
from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.hashing import leaf
from events.log.tree.nodes import NodeSource
from events.log.tree.note import UnknownKey
from events.log.tree.proofs import inclusion, verify_inclusion
from events.register import Lane, NotRegistered, Register


class NotProved(CannotRead):
    """Nothing shows that the lane named has signed these bytes at this place."""


class Sealed(Struct, frozen=True, kw_only=True):
    """A lane's tree at one of its checkpoints, as somebody holds it."""

    lane: str
    note: bytes
    size: int
    nodes: NodeSource

    def show(self, seq: int, raw: bytes) -> DisclosedEvent:
        """Show an event of the lane with its proof.

        Raises:
            ValueError: the tree has no such leaf.
        """
        path = inclusion(seq - 1, self.size, self.nodes)
        return DisclosedEvent(
            lane=self.lane,
            seq=seq,
            raw=to_base64(raw),
            proof=tuple(map(to_base64, path)),
            checkpoint=self.note.decode(),
        )


def check_disclosed(event: Recorded[CaseDisclosed], known: Known) -> tuple[Recorded[Any], ...]:
    """Give the events that a disclosure shows, each proved.

    Args:
        event: a disclosure, as its lane signed it.
        known: agencies as known here now.

    Raises:
        CannotRead: one is not proved, is of another case, or was not for who shows it; then none
            is believed.
    """
    realm, discloser = event.source.rpartition("/")[0], known.register.agency_id(event.lane)
    shown = tuple(proved(one, realm, known.register) for one in event.data.events)
    for one in shown:
        if one.subject != event.data.case_id:
            raise CannotRead(f"{one.ref} is of {one.subject}, not of case {event.data.case_id}")
        if discloser is None or not may_read(discloser, one, known):
            raise CannotRead(f"{one.ref} was not for {discloser}, who shows it")
    return shown


def proved(one: DisclosedEvent, realm: str, register: Register) -> Recorded[Any]:
    """Decode an event that somebody shows, and check its proof.

    Raises:
        NotProved: the lane's key did not sign it at this place; the message says why.
        UnknownType: it is proved, and of a later type of the lane's service.
        CannotRead: it is proved, and stands where it may not.
    """
    try:
        lane, raw = register.lane(one.lane), from_base64(one.raw)
        _check_proof(one, raw, opened(one.checkpoint.encode(), lane, f"{realm}/{one.lane}"))
    except (NotRegistered, NoKeyYet, UnknownKey, ValueError) as bad:
        raise NotProved(str(bad)) from bad
    return admit(raw, _whole(lane, realm))


def may_read(agency: str, event: Recorded[Any], known: Known) -> bool:
    """Say whether an event is for an agency: own agency and authority are always implied."""
    register = known.register
    implied = (register.agency_id(event.lane), register.agency_id(known.audit_lane))
    return agency in implied or event.admits(agency)


def _check_proof(one: DisclosedEvent, raw: bytes, signed: Checkpoint) -> None:
    path = [from_base64(text) for text in one.proof]
    if not verify_inclusion(leaf(raw), one.seq - 1, signed.size, path, signed.root):
        raise NotProved(f"the proof does not lead to the root of size {signed.size}")


def _whole(lane: Lane, realm: str) -> Sender:
    """Give who reads a disclosed event: as the lane's own agency does, for `to` is not asked."""
    return Sender(realm=realm, lane=lane.lane, agency=lane.agency, reader=lane.agency, whole=True)
