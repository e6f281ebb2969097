"""Checks in which order an instance holds what it has received: its places, `pos`."""

import sqlite3
from collections.abc import Iterator
from typing import Final

PLACES: Final = "SELECT count(*), coalesce(min(pos), 1), coalesce(max(pos), 0) FROM "
RECORDS: Final = "SELECT lane, size AS at, pos FROM received"
COPIES: Final = (
    "SELECT lane, seq AS at, pos FROM kept WHERE (lane, seq) NOT IN (SELECT lane, seq FROM reread)"
)
"""An event that an upgrade read again was copied when it was, behind later ones."""


def place_faults(db: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """Find places left out, and places that do not ascend with their lane: (lane, at, what).

    In which order two lanes came here nothing can prove.

    Args:
        db: an instance's file.
    """
    for table, rows in (("received", RECORDS), ("kept", COPIES)):
        count, first, last = db.execute(PLACES + table).fetchone()
        if (first, last) != (1, count):
            yield table, last, "places are not 1, 2, 3 ..."
        swapped = db.execute(
            f"SELECT lane, at FROM (SELECT lane, at, pos, lag(pos) OVER "  # noqa: S608 -- own text
            f"(PARTITION BY lane ORDER BY at) AS before FROM ({rows})) WHERE pos < before"
        )
        for lane, at in swapped:
            yield lane, at, f"stands in {table} before what it follows"
