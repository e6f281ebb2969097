"""The relay: one lane's records into the topics of its readers (protocol A7, A8).

It has no cursor of its own: it reads the last record of a topic and goes on after it, so that it
may be killed anywhere and started twice. The lane's file is the record; a topic is transport.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from events.log.adapters.local import LaneFile, NotShipped
from events.log.kafka.names import topic_of
from events.log.kafka.record_bounds import size_of
from events.log.kafka.together import Piece, to_the_end, together
from events.log.kafka.topics import Topics, TopicTrouble
from events.log.reading.arrivals import Record
from events.log.tree.checkpoint import CheckpointRefused, open_checkpoint
from events.log.tree.keys import VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey

IN_FLIGHT_MAX: Final = 128
"""Records sent before the first answer is awaited: a round trip is shared by so many, and a
repeat after a broken connection is no longer. Of the largest records they are 80 MB, and as many
are read meanwhile."""
READERS_AT_ONCE: Final = 16
"""Readers whose records are under way together, each with its share of those: the ledger's lane has
every agency as a reader, and a round trip each would be seconds a commit."""

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
        self._done: tuple[Readers, int] | None = None
        """To whom all was shipped, and how far the lane went then."""

    @property
    def troubles(self) -> Sequence[str]:
        """What keeps records from readers other than the authority."""
        return list(self._troubles.values())

    def forget(self) -> None:
        """Read the ends of all topics again before the next shipping."""
        self._topics.forget()
        self._shipped.clear()
        self._put_off.clear()
        self._done = None

    def ship(self, readers: Readers) -> int:
        """Ship what each reader lacks, the authority first: nobody is ahead of it (A8).

        Returns:
            How many records were sent.

        Raises:
            TopicTrouble: of the authority's topic; nothing was shipped to others.
            NotShipped: that topic holds what the lane's file does not; so neither.
        """
        size = self._file.size()
        if self._done == (readers, size):
            return 0
        sent, acked = to_the_end(self._ship(readers.authority, None, whole=True))
        others = list(dict.fromkeys((*readers.others, readers.agency)))
        if readers.authority in others:
            others.remove(readers.authority)
        sent += self._ship_others(others, acked, own=readers.agency)
        if {readers.authority, *others} <= self._shipped.keys() | self._put_off:
            self._done = (readers, size)
        return sent

    def _ship_others(self, readers: Sequence[str], limit: int, *, own: str) -> int:
        """Ship to some at a time; who fails among others, or has failed before, goes alone."""
        wanted = [one for one in readers if one not in self._put_off]
        well = [one for one in wanted if one not in self._troubles]
        alone = [one for one in wanted if one in self._troubles]
        sent = 0
        for first in range(0, len(well), READERS_AT_ONCE):
            group = well[first : first + READERS_AT_ONCE]
            many = IN_FLIGHT_MAX // len(group)
            pieces = {one: self._ship(one, limit, whole=one == own, many=many) for one in group}
            shipped, failed = together(pieces, (TopicTrouble, NotShipped))
            sent += sum(records for records, _ in shipped.values())
            alone += failed
        return sent + sum(self._alone(one, limit, whole=one == own) for one in alone)

    def _alone(self, reader: str, limit: int, *, whole: bool) -> int:
        """Ship to one reader; what is wrong with its topic keeps nothing from the next.

        It is said once, and tried again when all ends are read again.
        """
        try:
            sent, _ = to_the_end(self._ship(reader, limit, whole=whole))
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

    def _ship(
        self, reader: str, limit: int | None, *, whole: bool, many: int = IN_FLIGHT_MAX
    ) -> Piece[tuple[int, int]]:
        """Ship to one reader; say how many records, and how far its topic goes now.

        Others may go on once the topic's end is read, as the connection is closed if it is not,
        and while `many` records are under way.
        """
        topic, sent = topic_of(self._lane, reader), 0
        at = self._shipped.get(reader) or self._read_end(topic)
        yield
        records = self._records(None if whole else reader, at.size, limit)
        following = list(islice(records, many))
        while chunk := following:
            self._shipped.pop(reader, None)
            acknowledged = self._topics.begin(topic, [record for record, _ in chunk])
            following = list(islice(records, many))
            yield
            for offset, (_, size) in zip(acknowledged(), chunk, strict=True):
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
