"""Holds what an instance has said of other lanes against what it still holds of them."""

import sqlite3
from collections.abc import Iterator

from events import codec
from events.common import LaneHeard, LaneSize
from events.log.checking import Fault
from events.log.tree.exact_base64 import to_base64

SAID = (
    "SELECT state FROM stored_events WHERE topic = 'audit.lanes_accepted.v1' "
    "OR topic LIKE '%.lanes!_heard.v1' ESCAPE '!' ORDER BY rowid"
)


def said_faults(db: sqlite3.Connection, me: str) -> Iterator[Fault]:
    """Check each size that the lane has signed as accepted or heard; the lane's events must hold.

    Args:
        db: an instance's file.
        me: its lane.
    """
    for lane, size, root in sorted(_said(db)):
        held = db.execute("SELECT root FROM received WHERE lane = ? AND size = ?", (lane, size))
        row = held.fetchone()
        if row is None or to_base64(row[0]) != root:
            what = f"was accepted up to {size}, and is not held so"
            yield Fault(lane=f"{me} <- {lane}", seq=size, what=what)


def _said(db: sqlite3.Connection) -> set[tuple[str, int, str]]:
    return {_place(lane) for (raw,) in db.execute(SAID) for lane in codec.read(raw).data.lanes}


def _place(lane: LaneHeard | LaneSize) -> tuple[str, int, str]:
    return lane.lane, lane.size, lane.root
