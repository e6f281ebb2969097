"""The receipt of one event: sealed, in the ledger, read; each by what can be checked (protocol C).

It is asked of a home; what instances elsewhere have read is known by their own statements alone.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from events import codec
from events.common import LanesHeard
from events.envelope import Recorded
from events.log.adapters.sqlite_places import record_over
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.days import HEARD_BOOK
from services.event_in_ledger import InLedger, in_ledger
from services.event_named import Found, find_event
from services.event_seal import Seal, archived_seal, own_seal
from services.realm import Realm


class Reading(Struct, frozen=True, kw_only=True):
    """An instance of this home that was given an event, and what its lane says of that."""

    lane: str
    agency: str
    size: int
    """The end of the record that brought it."""
    stated_on: date | None
    """When its lane first stated to have heard so far; None if it has not."""
    stated_size: int | None


class Receipt(Struct, frozen=True, kw_only=True):
    """All that is known here of where an event has gone."""

    event: Recorded[Any]
    seq: int
    runs_here: bool
    """The lane's own software runs here; else what is told is as the archive has it."""
    seal: Seal
    ledger: InLedger
    readings: tuple[Reading, ...]


def event_receipt(realm: Realm, name: str) -> Receipt:
    """Find an event and say where it has gone.

    Args:
        realm: the home.
        name: see `find_event`.

    Raises:
        Refused: as `find_event`, or `not-sealed`.
        NotRegistered: the register does not name its lane.
    """
    found = find_event(realm, name)
    register, event = realm.audit.known.register, codec.read(found.raw)
    runs_here = found.lane in realm.lanes
    lane, audit_lane = register.lane(found.lane), realm.settings.audit_lane
    with realm.store(audit_lane).reading() as tx:
        ledger = in_ledger(tx, register, found.lane, found.seq)
    with realm.store(found.lane if runs_here else audit_lane).reading() as tx:
        seal = (own_seal if runs_here else archived_seal)(tx, lane, found.seq, found.raw)
    return Receipt(
        event=event,
        seq=found.seq,
        runs_here=runs_here,
        seal=seal,
        ledger=ledger,
        readings=tuple(_readings(realm, found, event)),
    )


def _readings(realm: Realm, found: Found, event: Recorded[Any]) -> Iterator[Reading]:
    """Give the instances here that were shown it: a record covers it, and `to` admits them."""
    for lane in realm.lanes:
        me = realm.me(lane)
        if lane == found.lane or not (me.authority or event.admits(me.agency)):
            continue
        with realm.store(lane).reading() as tx:
            record = record_over(tx, found.lane, found.seq)
            if record is not None:
                stated = _stated(tx, found)
                yield Reading(
                    lane=lane,
                    agency=me.agency,
                    size=record.size,
                    stated_on=None if stated is None else stated[0],
                    stated_size=None if stated is None else stated[1],
                )


def _stated(tx: SqliteTransaction, found: Found) -> tuple[date, int] | None:
    """Find the first statement of a lane that it has heard so far (protocol A11): day and size."""
    for raw in tx.history([HEARD_BOOK]).get(HEARD_BOOK, ()):
        data: LanesHeard = codec.read(raw).data
        for one in data.lanes:
            if one.lane == found.lane and one.size >= found.seq:
                return data.on, one.size
    return None
