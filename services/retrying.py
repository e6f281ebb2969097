"""What waits at the instances of a home, and trying it again once.

To open an instance reads again what its types were unknown for, and answers own events that a crash
left; a driver carries records that waited for the register; a follower settles what is owed of
keys. So all that is tried by opening and driving; here it is told.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from typing import Any, NamedTuple

from events.deciding import Refused
from events.envelope import Recorded
from events.log.lane.work import Work
from services.home import Home
from services.realm import Realm
from services.todo import events_of


class NothingIgnored(LookupError):
    """No lane of the home has stated that it ignored this event."""


class Waits(NamedTuple):
    """What waits at one instance."""

    unread: tuple[str, ...]
    """Events of a type that is not known today, as `<lane> #<seq>: <type>`."""
    owed: tuple[str, ...]
    """What events about keys ask and is not settled, as `<kind> key <id>, <agency>: ...`."""
    grants: int
    """Grants to the agency that arrived and could not be taken yet."""


class NotDone(NamedTuple):
    """An event that led to nothing here, and why."""

    lane: str
    ref: str
    because: str
    refused: bool
    """A command follows from it that the lane has refused; else policies let it be."""


class TriedAgain(NamedTuple):
    """What became of an event's commands."""

    lane: str
    command_id: str
    outcome: str
    """The events that it led to; or why it did not."""


def unread_before(home: Home, lane: str) -> int:
    """Count events of unknown type before the instance is opened; to open it reads them again."""
    path = home.path(lane)
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        sql = "SELECT (SELECT count(*) FROM unread) - (SELECT count(*) FROM reread)"
        return int(db.execute(sql).fetchone()[0])


def waits(realm: Realm, lane: str) -> Waits:
    """Say what waits at an instance."""
    agency = realm.me(lane).agency
    with realm.store(lane).reading() as tx:
        unread = tuple(f"{of} #{seq}: {type_}" for of, seq, type_ in tx.still_unread())
    keys = realm.keys.store(agency) if realm.keys.has_store(agency) else None
    if keys is None:
        return Waits(unread, (), 0)
    owed = tuple(
        f"{duty.kind} key {duty.key_id} for {duty.agency}, as {duty.lane} #{duty.seq} asks"
        for duty in keys.owed(lane)
    )
    return Waits(unread, owed, len(keys.arrived()))


def not_done(realm: Realm, lane: str) -> Iterator[NotDone]:
    """List events that a lane has stated to lead to nothing, but those it has done since."""
    with realm.store(lane).reading() as tx:
        stated = tx.all("SELECT ref, because FROM ignored ORDER BY ref, because")
    wanted = {ref for ref, _ in stated}
    follows = {
        one.ref: realm.instance(lane).follows(one)
        for one in _events(realm, lane)
        if one.ref in wanted
    }
    for ref, because in stated:
        ids = {work.command_id for work in follows.get(ref, ())}
        if not ids or not _answered(realm, lane, ids):
            yield NotDone(lane, ref, because, bool(ids))


def try_again(realm: Realm, ref: str) -> list[TriedAgain]:
    """Send again what policies make of an event that was ignored, under its own ids.

    Raises:
        NothingIgnored: no lane of the home has stated that it ignored it, or holds it any more.
    """
    tried: list[TriedAgain] = []
    holds = False
    for lane in realm.lanes:
        with realm.store(lane).reading() as tx:
            if not tx.all("SELECT 1 FROM ignored WHERE ref = ? LIMIT 1", ref):
                continue
        for event in _events(realm, lane):
            if event.ref == ref:
                holds = True
                tried += _sent(realm, lane, realm.instance(lane).follows(event))
    if not holds:
        raise NothingIgnored(f"{ref}: no lane here has stated that this event led to nothing")
    return tried


def _sent(realm: Realm, lane: str, works: list[Work]) -> Iterator[TriedAgain]:
    for work, outcome in zip(works, realm.instance(lane).commit(works), strict=True):
        said = str(outcome) if isinstance(outcome, Refused) else ", ".join(outcome.events)
        yield TriedAgain(lane, work.command_id, said)


def _answered(realm: Realm, lane: str, command_ids: Collection[str]) -> bool:
    with realm.store(lane).reading() as tx:
        return len(tx.answers(list(command_ids))) == len(command_ids)


def _events(realm: Realm, lane: str) -> list[Recorded[Any]]:
    known = realm.instance(lane).known
    with realm.store(lane).reading() as tx:
        return list(events_of(tx, realm.me(lane), known.register))
