"""Holds what an instance has said of other lanes against what it still holds of them."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from events import codec
from events.common import LaneHeard, LaneSize
from events.envelope import Recorded
from events.log.checking import Fault
from events.log.lane.work import ANY_BODY
from events.log.tree.exact_base64 import to_base64

Place = tuple[str, int, str]
"""Lane, size, root."""
SAID = (
    "SELECT state FROM stored_events WHERE topic = 'audit.lanes_accepted.v1' "
    "OR topic LIKE '%.lanes!_heard.v1' ESCAPE '!' ORDER BY rowid"
)


def said_faults(db: sqlite3.Connection, me: str) -> Iterator[Fault]:
    """Check each size that the lane has signed as accepted or heard; the lane's events must hold.

    What a restored lane had read after its backup it reads again: till then that is no fault.
    """
    for lane, size, root in sorted(_said(db) - set(to_be_read(db))):
        if _root(db, lane, size) != root:
            what = f"was accepted up to {size}, and is not held so"
            yield Fault(lane=f"{me} <- {lane}", seq=size, what=what)


def to_be_read(db: sqlite3.Connection) -> Iterator[Place]:
    """Give what the lane said that it held, in commits taken back from readers, and holds not yet.

    (lane, size, root): beyond all that it holds of that lane.
    """
    for place in _said(db, taken_back=True):
        (held,) = db.execute("SELECT max(size) FROM received WHERE lane = ?", place[:1]).fetchone()
        if place[1] > (held or 0):
            yield place


def _root(db: sqlite3.Connection, lane: str, size: int) -> str | None:
    held = db.execute("SELECT root FROM received WHERE lane = ? AND size = ?", (lane, size))
    row = held.fetchone()
    return None if row is None else to_base64(row[0])


def _said(db: sqlite3.Connection, *, taken_back: bool = False) -> set[Place]:
    events = (codec.read(raw) for (raw,) in db.execute(SAID))
    return {
        _place(lane)
        for event in events
        if not taken_back or was_taken_back(db, event)
        for lane in event.data.lanes
    }


def was_taken_back(db: sqlite3.Connection, event: Recorded[Any]) -> bool:
    """Say whether a restored lane has an event from its readers: what was asked is not known."""
    sql = "SELECT 1 FROM command WHERE id = ? AND body_hash = ?"
    return db.execute(sql, (str(event.commandid), ANY_BODY)).fetchone() is not None


def _place(lane: LaneHeard | LaneSize) -> Place:
    return lane.lane, lane.size, lane.root
