"""The receipt of one event: sealed, in the ledger, read; each by what can be checked (protocol C).

It is asked of a home; what instances elsewhere have read is known by their own statements alone.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from events import codec
from events.common import LanesHeard
from events.deciding import refuse
from events.envelope import Recorded
from events.log.adapters.sqlite_places import own_seq, record_over
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.days import HEARD_BOOK
from events.log.reading.rereading import event_at
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.event_in_ledger import InLedger, in_ledger
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


class _Found(NamedTuple):
    lane: str
    seq: int
    raw: bytes


def event_receipt(realm: Realm, name: str) -> Receipt:
    """Find an event and say where it has gone.

    Args:
        realm: the home.
        name: `<lane>/<event id>`; or the event id, where only one lane here has it.

    Raises:
        Refused: `event-unknown`, `event-of-several-lanes` or `not-sealed`.
        NotRegistered: the register does not name its lane.
    """
    found = _find(realm, name)
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


def _find(realm: Realm, name: str) -> _Found:
    lane, _, id_ = name.rpartition("/")
    lanes = [lane] if lane else realm.all_lanes
    found = [one for each in lanes if (one := _at(realm, each, id_)) is not None]
    if len(found) > 1:
        names = ", ".join(one.lane for one in found)
        raise refuse("event-of-several-lanes", f"{id_} is an event of {names}: write LANE/{id_}")
    if not found:
        where = ", ".join(realm.all_lanes)
        raise refuse("event-unknown", f"No event {id_} in {lane or where}")
    return found[0]


def _at(realm: Realm, lane: str, id_: str) -> _Found | None:
    """Look an id up in a lane that runs here, or in the archive of one that does not."""
    stream, _, version = id_.rpartition(":")
    if not version.isdecimal():
        return None
    if lane in realm.lanes:
        with realm.store(lane).reading() as tx:
            seq = own_seq(tx, stream, int(version))
            return None if seq is None else _Found(lane, seq, tx.own_after(seq - 1, 1)[0][1])
    with realm.store(realm.settings.audit_lane).reading() as tx:
        seq = LedgerTables(tx).first_of_id(lane, id_)
        if seq is None:
            return None
        start, value = tx.record_of(lane, seq)
        return _Found(lane, seq, event_at(value, start, seq))


def _readings(realm: Realm, found: _Found, event: Recorded[Any]) -> Iterator[Reading]:
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


def _stated(tx: SqliteTransaction, found: _Found) -> tuple[date, int] | None:
    """Find the first statement of a lane that it has heard so far (protocol A11): day and size."""
    for raw in tx.history([HEARD_BOOK]).get(HEARD_BOOK, ()):
        data: LanesHeard = codec.read(raw).data
        for one in data.lanes:
            if one.lane == found.lane and one.size >= found.seq:
                return data.on, one.size
    return None
