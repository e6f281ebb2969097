"""What a reader checks of each event under a verified root (PROTOCOL.md, "Receiving")."""

import re
from collections.abc import Iterator
from operator import lt
from typing import Any, Final

import msgspec
from msgspec import Struct

from events import codec
from events.attributes import ACTOR
from events.catalogue import CATALOGUE
from events.codec import CannotRead, UnknownType
from events.envelope import EVERYBODY, Recorded

_ID: Final = re.compile(r"[a-z]+-[a-z0-9-]+:[1-9][0-9]{0,15}")
_SUBJECT: Final = re.compile(r"[a-z0-9-]+")  # It names streams here: what is answered to it.
_AGENCIES: Final = re.compile(r"[a-z0-9-]+(?: [a-z0-9-]+)*+")
_SERVICE_OF: Final = {codec.record_class(name): name.partition(".")[0] for name in CATALOGUE}
# Instants: in the first and the last year a moment is on no day in some zone.
_FIRST_YEAR: Final = "0002"
_LAST_YEAR: Final = "9999"


class _Place(Struct, frozen=True, gc=False):
    """The members of an event of any type that say where it stands."""

    id: str
    source: str


_place: Final = msgspec.json.Decoder(_Place).decode


class Sender(Struct, frozen=True, kw_only=True):
    """Whose lane is read, and by whom."""

    realm: str
    lane: str
    agency: str
    reader: str
    whole: bool
    """The reader is the lane's own agency or the authority: everything is for it."""


def admit(raw: bytes, sender: Sender) -> Recorded[Any]:
    """Decode an event and check that it stands where it may.

    Raises:
        UnknownType: a later type of the lane's service; keep the bytes until it is known.
        CannotRead: the event is to be rejected; the message says why.
    """
    try:
        event = read_of_lane(raw, f"{sender.realm}/{sender.lane}")
    except UnknownType:
        if not is_for_reader(raw, sender):
            raise CannotRead("to does not admit the reader") from None
        raise
    for fault in _reader_faults(event, sender):
        raise CannotRead(fault)
    return event


def is_for_reader(raw: bytes, sender: Sender) -> bool:
    """Say whether an event of any type, readable or not, is for the reader, as the ledger counts.

    What names nobody that can be read is for nobody, and the authority holds it.
    """
    return sender.whole or not readers(raw).isdisjoint((sender.reader, EVERYBODY))


def read_of_lane(raw: bytes, origin: str) -> Recorded[Any]:
    """Decode an event and check all that needs no register.

    Args:
        raw: the event's bytes.
        origin: `<realm>/<lane>` of the lane that signed it.

    Raises:
        UnknownType: a later type of the lane's service.
        CannotRead: the message says what is wrong.
    """
    try:
        event = codec.read_hostile(raw)
    except UnknownType as new:
        if new.wire_name.startswith(f"{_service(origin)}."):
            raise
        raise CannotRead(f"type is not of this lane's service: {new.wire_name!r}") from new
    for fault in _faults(event, origin):
        raise CannotRead(fault)
    return event


def id_of_later_type(raw: bytes, origin: str) -> str:
    """Give the id of an event whose type is unknown, checked as far as the place in the lane.

    Raises:
        CannotRead: no id of the form of ids, or not of this lane.
    """
    try:
        place = _place(raw)
    except msgspec.ValidationError as broken:
        raise CannotRead(str(broken)) from broken
    if place.source != origin:
        raise CannotRead(f"source is not this lane: {place.source!r}")
    if _ID.fullmatch(place.id) is None:
        raise CannotRead(f"id is not <category>-<id>:<version>: {place.id!r}")
    return place.id


def _service(origin: str) -> str:
    return origin.rpartition("/")[2].partition(".")[0]


def _faults(event: Recorded[Any], origin: str) -> Iterator[str]:
    """Say what stands where it may not; written out, as every event of every lane passes here."""
    if event.source != origin:
        yield f"source is not this lane: {event.source!r}"
    if _SERVICE_OF[type(event)] != _service(origin):
        yield f"type is not of this lane's service: {event.type!r}"
    if _ID.fullmatch(event.id) is None:
        yield f"id is not <category>-<id>:<version>: {event.id!r}"
    if _SUBJECT.fullmatch(event.subject) is None:
        yield f"subject is not an id: {event.subject!r}"
    if not _FIRST_YEAR < event.time < _LAST_YEAR:
        yield f"time is no moment: {event.time!r}"
    if ACTOR.fullmatch(event.actor) is None:
        yield f"actor has not three parts: {event.actor!r}"
    if not is_audience(event.to):
        yield f"to is not a sorted audience: {event.to!r}"


def _reader_faults(event: Recorded[Any], sender: Sender) -> Iterator[str]:
    """Say what the register shows to be wrong: whose lane it is, and who reads it."""
    if not event.admits(sender.agency):
        yield f"to does not list the lane's own agency: {event.to!r}"
    if not sender.whole and not event.admits(sender.reader):
        yield f"to does not admit the reader: {event.to!r}"


def is_audience(to: str) -> bool:
    """Say whether `to` is `*`, or agency ids ascending, each once (protocol I3)."""
    if to == EVERYBODY:
        return True
    if _AGENCIES.fullmatch(to) is None:
        return False
    agencies = to.split(" ")
    return all(map(lt, agencies, agencies[1:]))


def readers(raw: bytes) -> frozenset[str]:
    """Name the readers in an event's `to`, whatever its type; none if that is no audience."""
    to = codec.readers(raw)
    return frozenset(to.split(" ")) if is_audience(to) else frozenset()
