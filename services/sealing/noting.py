"""What one event about keys means to the instance that reads it. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from events.acts.policies import sealed_parts
from events.keys import KeyAsked, KeyGranted, SubjectErased
from events.log.reading.parts import Me
from services.sealing.events_here import Here
from services.sealing.key_store import Duty, Kind, Seen


class Announced(NamedTuple):
    """A lane says that this agency is given a key."""

    lane: str
    key_id: str
    ref: str


def notes(here: Here, me: Me, agency: str) -> Iterator[Seen | Announced | Duty]:
    """Say what is to be noted of an event.

    Args:
        here: the event.
        me: whose instance reads it.
        agency: of the event's lane.
    """
    lane, seq, event = here
    for key_id, commitment in dict.fromkeys(
        (part.key_id, part.commitment) for part in sealed_parts(event.data)
    ):
        yield Seen(me.lane, lane, seq, event.ref, event.subject, key_id, commitment)
    match event.data:
        case KeyGranted(key_id=key_id, reader=reader) if lane == me.lane:
            yield Duty(me.lane, lane, seq, Kind.SEND, key_id, reader)
        case KeyGranted(key_id=key_id, reader=reader) if reader == me.agency:
            yield Announced(lane, key_id, event.ref)
        case KeyAsked(key_id=key_id, to_lane=to_lane) if to_lane == me.lane:
            yield Duty(me.lane, lane, seq, Kind.ASKED, key_id, agency)
        case SubjectErased(key_id=key_id) if event.admits(me.agency):
            yield Duty(me.lane, lane, seq, Kind.ERASE, key_id, agency)
        case _:
            return
