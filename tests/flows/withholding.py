"""A realm in which a lane withholds an event from one of its readers: a leaf hash in the view."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from events.envelope import EVERYBODY
from events.log.adapters.local import Nodes
from events.log.reading.admit import readers
from events.log.reading.arrivals import Record
from events.log.reading.batch import encode_batch
from events.log.reading.views import cut
from services.realm import Realm


class WithholdingRealm(Realm):
    """Carries all records as they are, but one lane's to one reader."""

    def __init__(self, home: Path, lane: str, reader: str, hidden: bytes) -> None:
        """Withhold from a reader each event of a lane that holds some bytes."""
        super().__init__(home)
        self._of, self._from, self._hidden = lane, reader, hidden

    def records(self, lane: str, reader: str, after: int = 0) -> Iterator[Record]:
        """Cut the reader's records as if the event were not for it; all roots are right."""
        if (lane, reader) != (self._of, self._from):
            yield from super().records(lane, reader, after)
            return
        with closing(sqlite3.connect(self.path(lane))) as db:
            sql = "SELECT previous, size, note FROM sealed WHERE size > ? ORDER BY size"
            for previous, size, note in db.execute(sql, (after,)).fetchall():
                sql = "SELECT state FROM stored_events WHERE rowid > ? AND rowid <= ?"
                events = [raw for (raw,) in db.execute(sql, (previous, size)).fetchall()]
                shown = [self._shows(raw, reader) for raw in events]
                if items := cut(after, previous, events, shown, Nodes(db)):
                    yield Record(note, encode_batch(items))
                    after = size

    def _shows(self, raw: bytes, reader: str) -> bool:
        return self._hidden not in raw and not readers(raw).isdisjoint((reader, EVERYBODY))
