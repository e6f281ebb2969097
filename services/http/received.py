"""Was it received? Where an event of a lane is sealed, counted and read, as far as known here."""

from typing import Any

from msgspec import Struct

from events import codec
from events.deciding import refuse
from events.envelope import Recorded
from events.log.adapters.sqlite_places import own_seq
from services.answers import seal_data
from services.event_in_ledger import InLedger
from services.event_receipt import Reading, event_receipt
from services.event_seal import own_seal
from services.http.asking import Asked, Reply
from services.realm import Realm


class EventReceipt(Struct, frozen=True, kw_only=True):
    """Where an event has gone, as far as this process can tell."""

    ref: str
    event: Recorded[Any]
    seq: int
    seal: dict[str, Any]
    """The checkpoint over it, and the proof that it is under it."""
    ledger: InLedger | None = None
    readings: tuple[Reading, ...] | None = None


async def show_event(asked: Asked) -> Reply:
    """Say where an event of the lane is sealed, counted and read; the last two where it is known.

    Whether others have it, only the process that keeps the ledger can tell.
    """
    lane, event_id = asked.lane, asked.path["event"]
    told = _anywhere if asked.door.audit_lane in asked.door.host.lanes else _here
    return Reply(await asked.door.host.read(lambda realm: told(realm, lane, event_id)))


def _anywhere(realm: Realm, lane: str, event_id: str) -> EventReceipt:
    told = event_receipt(realm, f"{lane}/{event_id}")
    return EventReceipt(
        ref=told.event.ref,
        event=told.event,
        seq=told.seq,
        seal=seal_data(told.seal),
        ledger=told.ledger,
        readings=told.readings,
    )


def _here(realm: Realm, lane: str, event_id: str) -> EventReceipt:
    seq, raw = _own(realm, lane, event_id)
    registered = realm.instance(lane).known.register.lane(lane)
    with realm.store(lane).reading() as tx:
        seal, event = own_seal(tx, registered, seq, raw), codec.read(raw)
    return EventReceipt(ref=event.ref, event=event, seq=seq, seal=seal_data(seal))


def _own(realm: Realm, lane: str, event_id: str) -> tuple[int, bytes]:
    stream, _, version = event_id.rpartition(":")
    with realm.store(lane).reading() as tx:
        seq = own_seq(tx, stream, int(version)) if version.isdecimal() else None
        if seq is None:
            raise refuse("event-unknown", "This lane has no such event")
        return seq, tx.own_after(seq - 1, 1)[0][1]
