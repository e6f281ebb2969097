"""The authority's own lane, read for what it says of days, lanes and findings."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from events import codec
from events.audit import DayCounted
from events.catalogue import CATALOGUE
from events.common import Act
from events.envelope import Recorded
from services.audit.adapters.within import Within

_TOPICS: Final = {data: name for name, data in CATALOGUE.items() if name.startswith("audit.")}


class Own(NamedTuple):
    """One event of the own lane."""

    seq: int
    raw: bytes
    event: Recorded[Any]


class OwnLane(Within):
    """What the authority itself has said."""

    def said(self, after: int, upto: int, *kinds: type[Act]) -> Iterator[Own]:
        """Read the events of some kinds in a stretch of the lane, one by one."""
        marks = ", ".join("?" * len(kinds))
        rows = self._tx.sql.each(
            "SELECT rowid, state FROM stored_events "  # noqa: S608 -- marks
            f"WHERE rowid > ? AND rowid <= ? AND topic IN ({marks}) ORDER BY rowid",
            after,
            upto,
            *(_TOPICS[kind] for kind in kinds),
        )
        for seq, raw in rows:
            yield Own(seq, raw, codec.read(raw))

    def seq_of(self, ref: str) -> int:
        """Give the place of an own event, by `<lane>/<event id>`; 0 if the lane has none such."""
        stream, _, version = ref.partition("/")[2].rpartition(":")
        rows = self._tx.all(
            "SELECT rowid FROM stored_events WHERE originator_id = ? AND originator_version = ?",
            stream,
            version,
        )
        return rows[0][0] if rows else 0

    def first_counted(self, jurisdiction: str, after: int) -> date | None:
        """Give the first ledger day counted after a place of the lane; None if none is so far."""
        which = "AND rowid > ? ORDER BY originator_version LIMIT 2"  # One may judge the day before.
        for own in self._book(which, jurisdiction, after):
            if isinstance(own.event.data, DayCounted):
                return own.event.data.date
        return None

    def book(self, jurisdiction: str, upto: int) -> list[Own]:
        """Read the book of a jurisdiction's ledger days up to a size of the lane."""
        return self._book("AND rowid <= ? ORDER BY originator_version", jurisdiction, upto)

    def end_of_book(self, jurisdiction: str, count: int) -> Sequence[Own]:
        """Read the newest events of that book, ascending: the rest of it is not touched."""
        return self._book("ORDER BY originator_version DESC LIMIT ?", jurisdiction, count)[::-1]

    def _book(self, which: str, jurisdiction: str, number: int) -> list[Own]:
        rows = self._tx.all(
            f"SELECT rowid, state FROM stored_events WHERE originator_id = ? {which}",  # noqa: S608 -- own text
            f"ledger-{jurisdiction}",
            number,
        )
        return [Own(row[0], row[1], codec.read(row[1])) for row in rows]
