"""Checks in which order an instance holds what it has received: its places, `pos`."""

import sqlite3
from collections.abc import Iterator
from typing import Final

RECORDS: Final = "SELECT lane, size AS at, pos FROM received"
COPIES: Final = "SELECT lane, seq AS at, pos FROM kept"
COPIES_IN_ORDER: Final = f"{COPIES} WHERE (lane, seq) NOT IN (SELECT lane, seq FROM reread)"  # noqa: S608 -- own text
"""An event that an upgrade read again was copied when it was, behind later ones."""


def place_faults(db: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """Find places left out, and places that do not ascend with their lane: (lane, at, what).

    In which order two lanes came here nothing can prove.

    Args:
        db: an instance's file.
    """
    for table, rows, in_order in (
        ("received", RECORDS, RECORDS),
        ("kept", COPIES, COPIES_IN_ORDER),
    ):
        (count,) = db.execute(f"SELECT count(*) FROM ({rows})").fetchone()  # noqa: S608 -- own text
        beyond = f"SELECT * FROM ({rows}) WHERE pos NOT BETWEEN 1 AND ?"  # noqa: S608 -- own text
        for lane, at, pos in db.execute(beyond, (count,)):
            yield lane, at, f"stands at place {pos} of {table}, which has {count}"
        swapped = db.execute(
            f"SELECT lane, at FROM (SELECT lane, at, pos, lag(pos) OVER "  # noqa: S608 -- own text
            f"(PARTITION BY lane ORDER BY at) AS before FROM ({in_order})) WHERE pos < before"
        )
        for lane, at in swapped:
            yield lane, at, f"stands in {table} before what it follows"
