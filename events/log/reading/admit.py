"""What a reader checks of each event under a verified root (PROTOCOL.md, "Receiving")."""

import re
from collections.abc import Iterator
from operator import lt
from typing import Any, Final

from msgspec import Struct

from events import codec
from events.catalogue import CATALOGUE
from events.codec import CannotRead
from events.envelope import EVERYBODY, Recorded

_ID: Final = re.compile(r"[a-z]+-[a-z0-9-]+:[1-9][0-9]{0,15}")
_SUBJECT: Final = re.compile(r"[a-z0-9-]+")  # It names streams here: what is answered to it.
_ACTOR: Final = re.compile(r"[^/]+/[^/]+/[^/]+")
_AGENCIES: Final = re.compile(r"[a-z0-9-]+(?: [a-z0-9-]+)*+")
_SERVICE_OF: Final = {codec.record_class(name): name.partition(".")[0] for name in CATALOGUE}
# Instants: in the first and the last year a moment is on no day in some zone.
_FIRST_YEAR: Final = "0002"
_LAST_YEAR: Final = "9999"


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
        UnknownType: keep the bytes until the type is known.
        CannotRead: the event is to be rejected; the message says why.
    """
    event = codec.read_hostile(raw)
    for fault in _faults(event, sender):
        raise CannotRead(fault)
    return event


def _faults(event: Recorded[Any], sender: Sender) -> Iterator[str]:
    """Say what stands where it may not; written out, as every event of every lane passes here."""
    if event.source != f"{sender.realm}/{sender.lane}":
        yield f"source is not this lane: {event.source!r}"
    if _SERVICE_OF[type(event)] != sender.lane.partition(".")[0]:
        yield f"type is not of this lane's service: {event.type!r}"
    if _ID.fullmatch(event.id) is None:
        yield f"id is not <category>-<id>:<version>: {event.id!r}"
    if _SUBJECT.fullmatch(event.subject) is None:
        yield f"subject is not an id: {event.subject!r}"
    if not _FIRST_YEAR < event.time < _LAST_YEAR:
        yield f"time is no moment: {event.time!r}"
    if _ACTOR.fullmatch(event.actor) is None:
        yield f"actor has not three parts: {event.actor!r}"
    if not is_audience(event.to, sender.agency):
        yield f"to is not a sorted audience: {event.to!r}"
    if not sender.whole and not event.admits(sender.reader):
        yield f"to does not admit the reader: {event.to!r}"


def is_audience(to: str, own_agency: str) -> bool:
    """Say whether `to` is `*`, or agency ids ascending, each once, the own among them (I3)."""
    if to == EVERYBODY:
        return True
    if _AGENCIES.fullmatch(to) is None:
        return False
    agencies = to.split(" ")
    return own_agency in agencies and all(map(lt, agencies, agencies[1:]))
