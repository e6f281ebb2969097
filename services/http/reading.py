"""Reading personal data: who reads and why becomes an event, then the parts are opened (24)."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from events.deciding import refuse
from events.log.tree.exact_base64 import to_base64
from services.http.asking import Asked, Reply
from services.http.bodies import ReadBody, shaped
from services.http.commands import time_of
from services.http.personal import parts_here
from services.officers import Role
from services.realm import Realm
from services.sealing.reading import KeyNotHere, PartHere, PartRead, Reading

READERS: Final = (Role.CLERK, Role.EXAMINER, Role.PRIVACY, Role.AUDITOR)
"""The first of them that the officer has is the role that the event names."""


class PartShown(Struct, frozen=True, kw_only=True):
    """One part: opened, or why it does not open."""

    ref: str
    """`<lane>/<event id>` of the event that bears it."""
    part: str
    text: str | None = None
    base64: str | None = None
    """Of what is no text."""
    because: str | None = None


class PartsShown(Struct, frozen=True, kw_only=True):
    """What was read."""

    case: str
    parts: tuple[PartShown, ...]


async def read(asked: Asked) -> Reply:
    """Open personal data of a case; each key is a reading of its own."""
    body, key, actor = shaped(ReadBody, asked.body), asked.key, asked.actor
    by = Reading(body.ground, _role(asked), f"read/{key}", actor, await time_of(asked))
    case = asked.path["case"]

    def opened(realm: Realm) -> list[PartRead]:
        return [
            one for parts in _wanted(realm, asked, body) for one in _read(realm, asked, parts, by)
        ]

    with asked.door.in_flight(asked.lane, key):
        shown = tuple(map(_shown, await asked.door.host.write(opened)))
    return Reply(PartsShown(case=case, parts=shown))


def _role(asked: Asked) -> str:
    return next((str(role) for role in READERS if role in asked.officer.roles), str(Role.DRIVER))


def _wanted(realm: Realm, asked: Asked, body: ReadBody) -> list[list[PartHere]]:
    """Give the parts asked for, those of a person together."""
    parts = [
        one
        for one in parts_here(realm, asked.lane, asked.path["case"])
        if (not body.parts or one.sealed.part in body.parts)
        and body.key_id in (None, one.sealed.key_id)
    ]
    if not parts:
        raise refuse("case-unknown", "No such personal data of this case are here", "24")
    keys = dict.fromkeys(one.sealed.key_id for one in parts)
    return [[one for one in parts if one.sealed.key_id == key] for key in keys]


def _read(realm: Realm, asked: Asked, parts: Sequence[PartHere], by: Reading) -> Sequence[PartRead]:
    """Read one person's parts; under a key of a reading that was done, nothing is opened again."""
    key_id = parts[0].sealed.key_id
    by = by._replace(command_id=f"{by.command_id}/{key_id}")
    with realm.store(asked.lane).reading() as tx:
        if tx.answers([by.command_id]):
            sentence = "This reading was done; another one is another act, under a key of its own"
            raise refuse("reading-repeated", sentence, "24")
    names = list(dict.fromkeys(one.sealed.part for one in parts))
    try:
        return realm.personal_data(asked.lane).read(asked.path["case"], key_id, names, by)
    except KeyNotHere as absent:
        raise refuse("key-not-here", str(absent), "protocol F4") from absent


def _shown(one: PartRead) -> PartShown:
    if one.content is None:
        return PartShown(ref=one.ref, part=one.part, because=one.because)
    try:
        return PartShown(ref=one.ref, part=one.part, text=one.content.decode())
    except UnicodeDecodeError:
        return PartShown(ref=one.ref, part=one.part, base64=to_base64(one.content))
