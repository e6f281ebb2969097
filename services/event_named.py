"""Finding the event that a person names: by its reference, its place, or a number that it gave."""

from typing import NamedTuple

from events.deciding import Refused, refuse
from events.log.adapters.sqlite_places import own_seq
from events.log.reading.rereading import event_at
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_numbers import SHOWN_MAX, find_case
from services.audit.application.places import Place, event_there, place_of
from services.audit.projections.sorting import numbers_of
from services.realm import Realm


class Found(NamedTuple):
    """An event as it lies in its lane."""

    lane: str
    seq: int
    raw: bytes


def find_event(realm: Realm, name: str) -> Found:
    """Find one event.

    Args:
        realm: the home.
        name: `<lane>/<event id>`; the event id, where only one lane here has it; `LANE #SEQ`; or
            a receipt, complaint or registration number, which names the event that gave it.

    Raises:
        Refused: `event-unknown`, `event-of-several-lanes` or `which-event`.
    """
    typed = name.strip()
    place = place_of(typed)
    if place is not None:
        return _there(realm, place)
    lane, _, id_ = typed.rpartition("/")
    lanes = [lane] if lane else realm.all_lanes
    found = [one for each in lanes if (one := _at(realm, each, id_)) is not None]
    if len(found) > 1:
        names = ", ".join(one.lane for one in found)
        raise refuse("event-of-several-lanes", f"{id_} is an event of {names}: write LANE/{id_}")
    return found[0] if found else _numbered(realm, typed)


def _there(realm: Realm, place: Place) -> Found:
    if place.lane in realm.lanes:
        with realm.store(place.lane).reading() as tx:
            for seq, raw in tx.own_after(place.seq - 1, 1):
                return Found(place.lane, seq, raw)
        raise refuse("event-unknown", f"No event {place}: the lane is not so long")
    with realm.store(realm.settings.audit_lane).reading() as tx:
        return Found(*place, event_there(tx, place))


def _at(realm: Realm, lane: str, id_: str) -> Found | None:
    """Look an id up in a lane that runs here, or in the archive of one that does not."""
    stream, _, version = id_.rpartition(":")
    if not version.isdecimal():
        return None
    if lane in realm.lanes:
        with realm.store(lane).reading() as tx:
            seq = own_seq(tx, stream, int(version))
            return None if seq is None else Found(lane, seq, tx.own_after(seq - 1, 1)[0][1])
    with realm.store(realm.settings.audit_lane).reading() as tx:
        seq = LedgerTables(tx).first_of_id(lane, id_)
        if seq is None:
            return None
        start, value = tx.record_of(lane, seq)
        return Found(lane, seq, event_at(value, start, seq))


def _numbered(realm: Realm, number: str) -> Found:
    """Find the event that gave its case a number."""
    with realm.store(realm.settings.audit_lane).reading() as tx:
        try:
            case = find_case(tx, number)
        except Refused as none:
            says = f"No event here is named {number!r}, and none gave that number"
            raise refuse("event-unknown", says) from none
        entries = LedgerTables(tx).case(case)
    gave = [one for one in entries if number.lower() in map(str.lower, numbers_of(one.data))]
    if len(gave) == 1:
        (one,) = gave
        return _there(realm, Place(one.lane, one.seq))  # Its own bytes, as others may spell it.
    places = [str(Place(one.lane, one.seq)) for one in (gave or entries)[:SHOWN_MAX]]
    says = f"{number!r} is of case {case}; name one event of it, such as {', '.join(places)}"
    raise refuse("which-event", says)
