"""`python -m bench.bus.reading_office HOME LANE OTHER`: tells up to where LANE holds OTHER.

It serves a lane as `qyzmet serve` does, without its front door. What it tells is what another
connection to its file sees after each commit.
"""

import sqlite3
import sys
from pathlib import Path

from bench.bus.offices import office, on_kafka
from bench.bus.watched import tell
from services.home import Home
from services.serving.host import Host, Part


class Teller:
    """Tells each growth of what is held; in the writing thread, which opens its connection."""

    def __init__(self, path: Path, other: str) -> None:
        self._path = path
        self._other = other
        self._db: sqlite3.Connection | None = None
        self._told = 0

    def look(self) -> None:
        """Look, and tell if there is more."""
        if self._db is None:
            self._db = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
        sql = "SELECT coalesce(max(size), 0) FROM received WHERE lane = ?"
        (size,) = self._db.execute(sql, (self._other,)).fetchone()
        if size > self._told:
            self._told = size
            tell(size)


def main(home: Path, lane: str, other: str) -> None:
    """Serve until the input ends."""
    teller = Teller(Home(home).path(lane), other)

    def part(host: Host, found: Home) -> Part:
        host.after_each_write(teller.look)
        return on_kafka(host, found)

    with office(home, lane, part):
        tell(0)
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
