"""A small lane whose records are sent to real topics."""

from collections.abc import Callable
from pathlib import Path

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers, Relay
from events.log.kafka.topics import Topics
from events.log.reading.arrivals import Record
from tests.log.realm import AUTHORITY, agency, signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer

OWN, READER = agency(LANE), "reader"
READERS = Readers(OWN, AUTHORITY, [READER])
TO_AUTHORITY, TO_OWN, TO_READER = (topic_of(LANE, one) for one in (AUTHORITY, OWN, READER))


def lane_in(folder: Path) -> SqliteStore:
    """Open a lane."""
    return SqliteStore(folder / "lane.db", signer(LANE))


def say(lane: SqliteStore, *names: str) -> None:
    """Let a lane grow by a record each, all of them for the reader."""
    for name in names:
        writer(lane).commit([work(name, Say(talk=name, to=(READER,)))])


def whole(lane: SqliteStore) -> list[Record]:
    """Give the records of the authority and of the lane's own agency."""
    return list(LaneFile(lane.path).records(None))


def relay(lane: SqliteStore, topics: Topics, alarm: Callable[[str], None]) -> Relay:
    """Make a relay as its process does at its start."""
    return Relay(LaneFile(lane.path), signer(LANE).vkey, topics, alarm)
