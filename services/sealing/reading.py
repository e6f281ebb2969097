"""Reading personal data: who reads and why is committed first, then the parts are opened (24)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from msgspec import UNSET

from events.acts.policies import sealed_parts
from events.acts.reading import ReadPersonalData
from events.common import SealedPart
from events.deciding import Refused
from events.envelope import Recorded
from events.log.instance import Instance
from events.words import ReadingGroundOrNone
from services.sealing.cipher import DoesNotOpen, Place, open_part
from services.sealing.events_here import EventsHere
from services.sealing.key_store import KeyStore


class KeyNotHere(Exception):
    """There is nothing to open these parts with; the sentence says why. Nothing was read."""


class PartHere(NamedTuple):
    """A sealed part in an event that this instance has."""

    case_id: str
    ref: str
    """`<lane>/<event id>`."""
    place: Place
    sealed: SealedPart


class PartRead(NamedTuple):
    """A part, opened; or why it does not open."""

    ref: str
    part: str
    content: bytes | None
    because: str = ""


class Reading(NamedTuple):
    """Who reads, and on which ground."""

    ground: ReadingGroundOrNone
    """`case`, `inquiry`, `complaint` or `inspection`."""
    role: str
    """The reader's, in the agency."""
    command_id: str
    actor: str
    time: str


class PersonalData:
    """The personal data that one instance can see, as ciphertext."""

    def __init__(self, instance: Instance, events: EventsHere, keys: KeyStore) -> None:
        self._instance = instance
        self._events = events
        self._keys = keys

    def cases(self) -> list[str]:
        """List the cases of which sealed parts are here."""
        return sorted({one.case_id for one in self._keys.seen(at=self._instance.me.lane)})

    def parts(self, case_id: str) -> list[PartHere]:
        """List the sealed parts of a case, in the order in which they came.

        What was read and is not here any more, as after a restore, is left out.
        """
        seen = self._keys.seen(at=self._instance.me.lane, case_id=case_id)
        places = dict.fromkeys((one.lane, one.seq) for one in seen)
        events = [
            event for place in places for event in self._at(*place) if event.subject == case_id
        ]
        return [
            PartHere(
                event.subject, event.ref, Place(event.lane, _command_id(event.commandid)), part
            )
            for event in events
            for part in sealed_parts(event.data)
        ]

    def _at(self, lane: str, seq: int) -> Iterator[Recorded[Any]]:
        with suppress(LookupError):
            yield self._events.at(lane, seq)

    def read(self, case_id: str, key_id: str, names: Sequence[str], by: Reading) -> list[PartRead]:
        """Say who reads, then open the parts.

        Args:
            case_id: the case.
            key_id: whose data: the key of one applicant.
            names: of the parts; none: all.
            by: who reads.

        Raises:
            KeyNotHere: it has not come or was destroyed, or there are no such parts.
            Refused: as `ReadPersonalData`; then nothing was opened.
        """
        parts = [
            one
            for one in self.parts(case_id)
            if one.sealed.key_id == key_id and (not names or one.sealed.part in names)
        ]
        self._must_be_readable(case_id, key_id, parts)
        command = ReadPersonalData(
            case_id=case_id,
            key_id=key_id,
            parts=tuple(dict.fromkeys(one.sealed.part for one in parts)),
            ground=by.ground,
            role=by.role,
        )
        (outcome,) = self._instance.do([(by.command_id, command)], actor=by.actor, time=by.time)
        if isinstance(outcome, Refused):
            raise outcome
        return [self._open(one) for one in parts]

    def _must_be_readable(self, case_id: str, key_id: str, parts: Sequence[PartHere]) -> None:
        if not parts:
            raise KeyNotHere(f"no such parts of case {case_id} under key {key_id} are here")
        if {one.sealed.commitment for one in parts} <= self._keys.erased(key_id):
            raise KeyNotHere(f"key {key_id} was destroyed: nobody can read these parts any more")
        if not self._keys.keys(key_id):
            raise KeyNotHere(f"key {key_id} is not here: it has not come, or must be asked for")

    def _open(self, part: PartHere) -> PartRead:
        _, ref, place, sealed = part
        key = self._keys.key(sealed.key_id, sealed.commitment)
        if key is None:
            because = f"the event commits to another key than {sealed.key_id} as held here"
            return PartRead(ref, sealed.part, None, because)
        try:
            return PartRead(ref, sealed.part, open_part(key, place, sealed))
        except DoesNotOpen as shut:
            return PartRead(ref, sealed.part, None, str(shut))


def _command_id(command_id: object) -> str:
    """Give the command id that a part is bound to; an event without one opens with none."""
    return "" if command_id is UNSET else str(command_id)
