"""What a reader checks of each event under a verified root (PROTOCOL.md, "Receiving")."""

import re
from datetime import date
from itertools import pairwise
from typing import Any, Final

from msgspec import Struct

from events import codec
from events.codec import CannotRead
from events.envelope import EVERYBODY, Recorded, moment

_ID: Final = re.compile(r"[a-z]+-[a-z0-9-]+:[1-9][0-9]{0,15}")
_SUBJECT: Final = re.compile(r"[a-z0-9-]+")  # It names streams here: what is answered to it.
_ACTOR: Final = re.compile(r"[^/]+/[^/]+/[^/]+")
_AGENCY: Final = re.compile(r"[a-z0-9-]+")


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
    _check(event.source == f"{sender.realm}/{sender.lane}", "source is not this lane", event.source)
    service = sender.lane.partition(".")[0]
    _check(event.type.startswith(f"{service}."), "type is not of this lane's service", event.type)
    _check(_ID.fullmatch(event.id) is not None, "id is not <category>-<id>:<version>", event.id)
    _check(_SUBJECT.fullmatch(event.subject) is not None, "subject is not an id", event.subject)
    _check(is_moment(event.time), "time is no moment", event.time)
    _check(_ACTOR.fullmatch(event.actor) is not None, "actor has not three parts", event.actor)
    _check(is_audience(event.to, sender.agency), "to is not a sorted audience", event.to)
    _check(sender.whole or event.admits(sender.reader), "to does not admit the reader", event.to)
    return event


def is_moment(time: str) -> bool:
    """Say whether a time of the right form ever was, and is on some day in every zone."""
    try:
        return date.min.year < moment(time).year < date.max.year
    except ValueError:
        return False


def is_audience(to: str, own_agency: str) -> bool:
    """Say whether `to` is `*`, or agency ids ascending, each once, the own among them (I3)."""
    if to == EVERYBODY:
        return True
    agencies = to.split(" ")
    return (
        own_agency in agencies
        and all(_AGENCY.fullmatch(agency) for agency in agencies)
        and all(one < other for one, other in pairwise(agencies))
    )


def _check(holds: bool, rule: str, value: str) -> None:  # noqa: FBT001 -- reads as a sentence
    if not holds:
        raise CannotRead(f"{rule}: {value!r}")
