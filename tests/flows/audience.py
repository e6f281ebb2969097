"""What an agency's files hold of events, read as bytes: also what no table shows any more."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from events.envelope import EVERYBODY
from events.log.adapters.local import lane_file_records
from events.log.reading.admit import readers
from events.log.reading.batch import split_batch
from events.register import Register
from services.realm import Realm

_PLACE: Final = re.compile(rb'"id":"([^"]{1,200})","source":"([^"]{1,100})"')
"""Where an event stands, as our encoder writes it: in no other bytes than the event's own."""
_COMMAND: Final = re.compile(rb'"commandid":"([^"]{1,300})"')
"""Which command it is of: the same for all events of one command."""

Place = tuple[bytes, bytes]


class Event(NamedTuple):
    """An event of the realm."""

    agency: str
    """Whose lane signed it."""
    raw: bytes

    def is_for(self, reader: str) -> bool:
        return reader == self.agency or not readers(self.raw).isdisjoint((reader, EVERYBODY))


class Agency(NamedTuple):
    """One agency's files, and what may be in them."""

    name: str
    files: list[Path]
    may_read: list[Event]
    may_not: list[Event]

    def foreign(self) -> Iterator[str]:
        """Name what lies in the files and was not for the agency."""
        places = {place for one in self.may_read for place in _PLACE.findall(one.raw)}
        commands = {id_ for one in self.may_read for id_ in _COMMAND.findall(one.raw)}
        for file, held in self._held():
            for id_, source in sorted(set(_PLACE.findall(held)) - places):
                yield f"{file}: {source.decode()}/{id_.decode()}"
            for id_ in sorted(set(_COMMAND.findall(held)) - commands):
                yield f"{file}: command {id_.decode()}"
            for one in self.may_not:
                if not _PLACE.search(one.raw) and one.raw in held:
                    yield f"{file}: {one.raw[:200]!r}"

    def held(self) -> set[Place]:
        """Give the places of all events in the files."""
        return {place for _, held in self._held() for place in _PLACE.findall(held)}

    def _held(self) -> Iterator[tuple[str, bytes]]:
        """Give each file twice: its bytes, and its values, which pages may cut in pieces."""
        for file in self.files:
            yield file.name, file.read_bytes()
            if file.suffix == ".db":
                yield f"{file.parent.name}, tables", b"\n".join(_values(file))


def _values(file: Path) -> Iterator[bytes]:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
        names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in db.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 -- a table's own name
                yield from (one if isinstance(one, bytes) else str(one).encode() for one in row)


def agencies(home: Path) -> list[Agency]:
    """Give every agency whose software runs in a home, but the authority: all is for that."""
    realm = Realm(home)
    try:
        register, authority = realm.audit.known.register, realm.settings.authority
        lanes = {lane: realm.me(lane).agency for lane in realm.lanes}
        events = list(_events(realm, register))
    finally:
        realm.close()
    return [
        Agency(
            name,
            sorted(_files(home, name, [lane for lane, owner in lanes.items() if owner == name])),
            [one for one in events if one.is_for(name)],
            [one for one in events if not one.is_for(name)],
        )
        for name in sorted(set(lanes.values()) - {authority})
    ]


def _files(home: Path, agency: str, lanes: list[str]) -> Iterator[Path]:
    for folder in (*(home / "lanes" / lane for lane in lanes), home / "keys" / agency):
        yield from (path for path in folder.rglob("*") if path.is_file())


def _events(realm: Realm, register: Register) -> Iterator[Event]:
    for lane in realm.lanes:
        with closing(sqlite3.connect(realm.path(lane))) as db:
            for (raw,) in db.execute("SELECT state FROM stored_events").fetchall():
                yield Event(realm.me(lane).agency, raw)
    for lane in realm.foreign_lanes:
        for record in lane_file_records(realm.lane_file(lane)):
            for item in split_batch(record.value):
                if isinstance(item, bytes):
                    yield Event(register.lane(lane).agency, item)
