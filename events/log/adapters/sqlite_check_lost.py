"""Finds lanes whose own file ends before what their readers hold of them, or differs from it."""

import sqlite3
from typing import Final, NamedTuple

from events.log.tree.exact_base64 import to_base64

HEADS: Final = "SELECT lane, max(size), root FROM received GROUP BY lane ORDER BY lane"


class HeldHead(NamedTuple):
    """How far a reader holds a lane, and with which root."""

    lane: str
    size: int
    root: bytes


def held_heads(db: sqlite3.Connection) -> list[HeldHead]:
    """Say how far an instance holds other lanes, by lane."""
    return [HeldHead(*row) for row in db.execute(HEADS)]


def has_sealed(db: sqlite3.Connection, head: HeldHead) -> bool:
    """Say whether a lane's own file has sealed this root at this size."""
    row = db.execute("SELECT note FROM sealed WHERE size = ?", (head.size,)).fetchone()
    return row is not None and to_base64(head.root).encode() in row[0].splitlines()
