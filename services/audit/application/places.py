"""Events by their place, `LANE #SEQ`, as a story and an explanation print it."""

import re
from typing import Final, NamedTuple

from events.deciding import refuse
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.rereading import event_at

_PLACE: Final = re.compile(r"\[?([a-z]+\.[a-z0-9-]+)\s*#\s*([1-9][0-9]{0,14})\]?")
"""Protocol I4; fifteen digits are within what SQLite counts."""
_LEDGER: Final = "audit."
"""What the name of the one lane begins with that is not in its own archive."""


class Place(NamedTuple):
    """Where an event stands."""

    lane: str
    seq: int

    def __str__(self) -> str:
        return f"{self.lane} #{self.seq}"


def place_of(text: str) -> Place | None:
    """Read a place, with or without the brackets of a story; None if the text is none."""
    found = _PLACE.fullmatch(text.strip())
    return None if found is None else Place(found[1], int(found[2]))


def event_there(tx: SqliteTransaction, place: Place) -> bytes:
    """Give the event at a place, of the ledger's own lane or of the archive.

    Raises:
        Refused: `event-unknown`: there is none so far.
    """
    if place.lane.startswith(_LEDGER):
        for seq, raw in tx.own_after(place.seq - 1, 1):
            if seq == place.seq:
                return raw
    elif place.seq <= (tx.held(place.lane) or (0,))[0]:
        start, value = tx.record_of(place.lane, place.seq)
        return event_at(value, start, place.seq)
    raise refuse("event-unknown", f"The ledger has no event {place}")
