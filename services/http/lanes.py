"""Lanes of this process: sizes and roots, the status that a driver waits by, closing days."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from events.identity import mark
from events.log.adapters.sqlite_streams import due_to
from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import to_base64
from events.log.tree.keys import VerificationKey
from events.register import Lane
from services.driver import answered
from services.http.asking import Asked, Reply
from services.http.commands import reply, time_of
from services.http.words import a_date
from services.realm import Realm

EVENTS_FROM: Final = 0
"""Size of a lane that has said nothing."""


class LaneRow(Struct, frozen=True, kw_only=True):
    """A lane, as its own file holds it."""

    lane: str
    agency: str
    size: int
    root: str
    """Of the tree at that size, in base64; empty of a lane that has said nothing."""
    key: str
    """The verification key that signs it now."""
    mark: str
    """The end of every id that the lane gives, after 16 random hex digits (protocol E3)."""
    historic: bool


class LaneList(Struct, frozen=True, kw_only=True):
    """Lanes, by name."""

    lanes: tuple[LaneRow, ...]


class LaneStatus(Struct, frozen=True, kw_only=True):
    """How far a lane has said and heard (protocol D1)."""

    size: int
    due: Mapping[str, int]
    """Reader -> the end of its last record."""
    heard: Mapping[str, int]
    """Lane -> the end of the last record heard here; the own lane too."""
    busy: bool


async def list_lanes(asked: Asked) -> Reply:
    """List the lanes served here: to the authority all, to others their own."""
    agency, door = asked.officer.agency, asked.door
    wanted = [
        lane for lane, one in door.instances.items() if agency in (door.authority, one.me.agency)
    ]
    rows = await door.host.read(lambda realm: [_row(realm, lane) for lane in sorted(wanted)])
    return Reply(LaneList(lanes=tuple(row for row in rows if row is not None)))


def _row(realm: Realm, lane: str) -> LaneRow | None:
    register = realm.instance(lane).known.register
    found = register.lanes.get(lane)
    if found is None:
        return None
    size, root, key = _sealed(realm, found)
    return LaneRow(
        lane=lane,
        agency=found.agency,
        size=size,
        root=root,
        key=key,
        mark=mark(lane),
        historic=found.historic,
    )


def _sealed(realm: Realm, lane: Lane) -> tuple[int, str, str]:
    """Read and verify a lane's last checkpoint."""
    with realm.store(lane.lane).reading() as tx:
        rows = tx.all("SELECT size, note FROM sealed ORDER BY size DESC LIMIT 1")
    if not rows:
        return EVENTS_FROM, "", lane.keys[-1][1]
    size, note = rows[0]
    key = lane.key_for(size) or ""
    return size, to_base64(open_checkpoint(note, VerificationKey.parse(key)).root), key


async def show_status(asked: Asked) -> Reply:
    """Say how far each lane served here is, with those of the officer's own agency alone."""
    agency, door = asked.officer.agency, asked.door
    own = sorted(lane for lane, one in door.instances.items() if one.me.agency == agency)
    told = await door.host.read(lambda realm: {lane: _status(realm, lane) for lane in own})
    busy = door.host.busy or door.is_busy()
    return Reply({lane: _busy(one, busy=busy) for lane, one in told.items()})


def _busy(one: LaneStatus, *, busy: bool) -> LaneStatus:
    return LaneStatus(size=one.size, due=one.due, heard=one.heard, busy=busy)


def _status(realm: Realm, lane: str) -> LaneStatus:
    instance = realm.instance(lane)
    register, me = instance.known.register, instance.me
    with realm.store(lane).reading() as tx:
        whole = {me.agency, realm.settings.authority}
        found = register.lanes.get(lane)
        named = () if found is None else realm.readership.of(register, found)
        readers = sorted(whole.union(named))
        due = {reader: due_to(tx, None if reader in whole else reader) for reader in readers}
        heard = {head.lane: head.size for head in tx.heads()}
        return LaneStatus(size=tx.size(), due=due, heard={**heard, lane: tx.size()}, busy=False)


async def close_day(asked: Asked) -> Reply:
    """Close a local day of a lane; again, it gives the remembered answer (protocol D4)."""
    day, time = a_date(asked.path["date"]), await time_of(asked)

    def close(realm: Realm) -> Reply:
        instance = realm.instance(asked.lane)
        return reply(answered(instance.close_day(day, actor=instance.me.policy, time=time)))

    return await asked.door.host.write(close)
