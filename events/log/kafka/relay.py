"""The relay: one lane's records into the topics of its readers (protocol A7, A8).

It has no cursor of its own: it reads the last record of a topic and goes on after it, so that it
may be killed anywhere and started twice. The lane's file is the record; a topic is transport.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from events.log.adapters.local import LaneFile, NotShipped
from events.log.kafka.names import topic_of
from events.log.kafka.topics import Topics, TopicTrouble
from events.log.reading.arrivals import Record
from events.log.reading.batch import BatchRefused, Omitted, split_batch
from events.log.tree.checkpoint import CheckpointRefused, open_checkpoint
from events.log.tree.keys import VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey

IN_FLIGHT_MAX: Final = 128
"""Records sent before the first answer is awaited: a round trip is shared by so many, and a
repeat after a broken connection is no longer. Of the largest records they are 80 MB."""

Alarm = Callable[[str], None]


class Readers(NamedTuple):
    """Who reads a lane."""

    agency: str
    """Whose lane it is."""
    authority: str
    others: Sequence[str]


class _Shipped(NamedTuple):
    """How far a topic goes."""

    offset: int
    size: int


class Relay:
    """Ships one lane; start it twice, and the second only repeats what is known."""

    def __init__(self, file: LaneFile, vkey: VerificationKey, topics: Topics, alarm: Alarm) -> None:
        """Read nothing yet.

        Args:
            file: the lane's.
            vkey: of the lane; its name is `<realm>/<lane>`.
            topics: of the lane's readers.
            alarm: is told what an operator must know.
        """
        self._file = file
        self._vkey = vkey
        self._lane = vkey.name.partition("/")[2]
        self._topics = topics
        self._alarm = alarm
        self._shipped: dict[str, _Shipped] = {}
        self._troubles: dict[str, str] = {}
        self._put_off: set[str] = set()

    @property
    def troubles(self) -> Sequence[str]:
        """What keeps records from readers other than the authority."""
        return list(self._troubles.values())

    def forget(self) -> None:
        """Read the ends of all topics again before the next shipping."""
        self._topics.forget()
        self._shipped.clear()
        self._put_off.clear()

    def ship(self, readers: Readers) -> int:
        """Ship what each reader lacks, the authority first: nobody is ahead of it (A8).

        Returns:
            How many records were sent.

        Raises:
            TopicTrouble: of the authority's topic; nothing was shipped to others.
            NotShipped: that topic holds what the lane's file does not; so neither.
        """
        sent, acked = self._ship(readers.authority, None, whole=True)
        for reader in dict.fromkeys((readers.agency, *readers.others)):
            if reader != readers.authority:
                sent += self._others(reader, acked, whole=reader == readers.agency)
        return sent

    def _others(self, reader: str, acked: int, *, whole: bool) -> int:
        """Ship to one reader; what is wrong with its topic keeps nothing from the next.

        It is said once, and tried again when all ends are read again.
        """
        if reader in self._put_off:
            return 0
        try:
            sent, _ = self._ship(reader, acked, whole=whole)
        except (TopicTrouble, NotShipped) as trouble:
            self._shipped.pop(reader, None)
            self._put_off.add(reader)
            self._say(reader, f"{self._lane} to {reader}: {trouble}")
            return 0
        self._troubles.pop(reader, None)
        return sent

    def _say(self, reader: str, trouble: str) -> None:
        if self._troubles.get(reader) != trouble:
            self._troubles[reader] = trouble
            self._alarm(trouble)

    def _ship(self, reader: str, limit: int | None, *, whole: bool) -> tuple[int, int]:
        """Ship to one reader; say how many records, and how far its topic goes now."""
        topic, sent = topic_of(self._lane, reader), 0
        at = self._shipped.get(reader) or self._read_end(topic)
        records = self._records(None if whole else reader, at.size, limit)
        while chunk := list(islice(records, IN_FLIGHT_MAX)):
            self._shipped.pop(reader, None)
            offsets = self._topics.send(topic, [record for record, _ in chunk])
            for offset, (_, size) in zip(offsets, chunk, strict=True):
                if offset != at.offset + 1:
                    self._alarm(f"{topic}: offset {offset} followed {at.offset}; it is read again")
                    return sent, at.size
                at, sent = _Shipped(offset, size), sent + 1
        self._shipped[reader] = at
        return sent, at.size

    def _records(
        self, reader: str | None, after: int, limit: int | None
    ) -> Iterator[tuple[Record, int]]:
        for record in self._file.records(reader, after):
            size = size_of(record)
            if limit is not None and size > limit:
                return
            yield record, size

    def _read_end(self, topic: str) -> _Shipped:
        """Say how far a topic goes; one that does not begin at 0 is filled again (A7).

        Raises:
            NotShipped: it holds what this lane's file does not: a restored copy, or a fork.
            TopicTrouble: its last record is none of this lane.
        """
        end = self._topics.end(topic)
        if end is None:
            return _Shipped(-1, 0)
        if end.start > 0:
            self._alarm(f"{topic}: begins at {end.start}, not at 0; it is filled again")
            return _Shipped(end.offset, 0)
        try:
            last = open_checkpoint(end.note, self._vkey)
        except (NoteRefused, UnknownKey, CheckpointRefused) as bad:
            raise TopicTrouble(f"{topic}: its last record is not this lane's: {bad}") from bad
        held = self._file.root_at(last.size)
        if held != last.root:
            raise NotShipped(f"{topic} goes to size {last.size}, with a root that is not held here")
        return _Shipped(end.offset, last.size)


def size_of(record: Record) -> int:
    """Say at which size a record of one's own ends; nothing is checked."""
    return int(record.note.split(b"\n", 2)[1])


def start_of(record: Record) -> int:
    """Say at which size a record of one's own begins; one that is none begins nowhere, at -1."""
    try:
        items = split_batch(record.value)
        return size_of(record) - sum(
            item.omitted if isinstance(item, Omitted) else 1 for item in items
        )
    except (BatchRefused, ValueError, IndexError):
        return -1
