"""The source: other lanes' records from their topics, for one instance.

It assigns topics and seeks; no group is joined. What counts is the size up to which a lane is held
in the instance's own store; an offset is only where reading goes on, and is committed afterwards
so that an operator's tools see the lag (`group`).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError, KafkaTimeoutError

from events.log.kafka import asking
from events.log.kafka.access import KafkaAccess
from events.log.kafka.group import Group
from events.log.kafka.message import RECORD_BYTES_MAX, record_of
from events.log.kafka.opening import opened
from events.log.kafka.reaching import why_no_answer, why_not_reached
from events.log.kafka.record_bounds import size_of
from events.log.kafka.topics import TopicTrouble
from events.log.reading.arrivals import Record

POLL_RECORDS_MAX: Final = 500
"""Records of one poll: some transactions' worth, and of the largest a few hundred MB never come,
as a fetch is bounded by bytes first."""
FETCH_BYTES_MAX: Final = 16 * 1024 * 1024
"""Bytes of one fetch over all topics: what a process holds in memory beside its work."""
_MS: Final = 1000
_BEGINNING: Final = -1


class Fetched(NamedTuple):
    """A record, and where it lay."""

    offset: int
    record: Record

    @property
    def size(self) -> int:
        """Say at which size the record ends; what is none ends at 0."""
        try:
            return size_of(self.record)
        except (ValueError, IndexError):
            return 0


class Source:
    """Reads the topics of one instance; closed and made anew on any error."""

    def __init__(self, access: KafkaAccess, group: str) -> None:
        """Connect to nothing yet.

        Args:
            access: of the instance's user.
            group: under which offsets are committed for operators.
        """
        self._access = access
        self.group = Group(access, group)
        self._consumer: KafkaConsumer | None = None
        self._next: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        """Of topics that are read from the beginning: up to which size, as far as they were."""

    def close(self) -> None:
        """Forget the connection and the places; the store knows what is held."""
        consumer, self._consumer = self._consumer, None
        self._next.clear()
        self._ids.clear()
        self._reach.clear()
        self.group.close()
        if consumer is not None:
            consumer.close(timeout_ms=0)

    def read(self, held: Mapping[str, int]) -> list[str]:
        """Read these topics from now on, each from where its group stood if that is still so.

        One that was made anew since the last time is read from its beginning.

        Args:
            held: topic -> the size up to which its lane is held.

        Returns:
            Those that are not there, or not for this user: a silence that must be said.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        with self._in_words():
            consumer = self._open()
            ids = asking.ids(consumer, held.keys() & consumer.topics())
            if ids != self._ids:
                self._go_to(consumer, ids, self._places(ids, held))
        return sorted(held.keys() - ids.keys())

    def short(self, held: Mapping[str, int]) -> frozenset[str]:
        """Give topics that do not go, as far as they were read, up to where their lanes are held.

        Args:
            held: as `read`.
        """
        return frozenset(one for one, reach in self._reach.items() if reach < held.get(one, 0))

    def poll(self, timeout: float) -> Mapping[str, Sequence[Fetched]]:
        """Wait for records.

        Args:
            timeout: seconds, at most.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        with self._in_words():
            polled = self._open().poll(timeout_ms=int(timeout * _MS), max_records=POLL_RECORDS_MAX)
        return {place.topic: self._taken(place.topic, found) for place, found in polled.items()}

    def _taken(self, topic: str, messages: Sequence[Any]) -> Sequence[Fetched]:
        fetched = [Fetched(one.offset, record_of(one)) for one in messages]
        if topic in self._next:
            self._next[topic] = fetched[-1].offset + 1
        if topic in self._reach:
            self._reach[topic] = max(self._reach[topic], *(one.size for one in fetched))
        return fetched

    def again(self, topic: str, offset: int | None) -> None:
        """Read a topic again from an offset; from its beginning where that is None."""
        self._next[topic] = _BEGINNING if offset is None else offset
        with self._in_words():
            _seek(self._open(), topic, self._next[topic])

    def commit(self, held: Mapping[str, int]) -> None:
        """Tell operators' tools how far this instance has come; if that is forbidden, go on.

        Args:
            held: topic -> the size up to which its lane is held now.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        read = {one: self._next.get(one, _BEGINNING) for one in held}
        offsets = {one: offset for one, offset in read.items() if offset != _BEGINNING}
        with self._in_words():
            self.group.commit(offsets, self._ids, held)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except KafkaTimeoutError as error:
            raise TopicTrouble(why_no_answer(self._access)) from error
        except (KafkaError, OSError) as error:
            raise TopicTrouble(f"{type(error).__name__}: {error}") from error

    def _open(self) -> KafkaConsumer:
        if self._consumer is None:
            try:
                self._consumer = opened(
                    KafkaConsumer,
                    self._access,
                    enable_auto_commit=False,
                    auto_offset_reset="earliest",
                    isolation_level="read_committed",
                    max_partition_fetch_bytes=RECORD_BYTES_MAX,
                    fetch_max_bytes=FETCH_BYTES_MAX,
                    fetch_max_wait_ms=500,
                )
            except (KafkaError, OSError) as error:
                raise TopicTrouble(why_not_reached(self._access)) from error
        return self._consumer

    def _places(self, ids: Mapping[str, str], held: Mapping[str, int]) -> dict[str, int]:
        """Say where each topic is read on; where another stands under its name, from the beginning.

        What is read for the first time goes on where the group stood, if that is still so.
        """
        old = {one: self._next[one] for one in ids if self._ids.get(one) == ids[one]}
        new = {one: id_ for one, id_ in ids.items() if one not in self._ids}
        return {**dict.fromkeys(ids, _BEGINNING), **self.group.stood(new, held), **old}

    def _go_to(
        self, consumer: KafkaConsumer, ids: Mapping[str, str], places: Mapping[str, int]
    ) -> None:
        kept = {one: n for one, n in self._reach.items() if self._ids[one] == ids.get(one)}
        self._reach = {one: 0 for one, at in places.items() if at == _BEGINNING} | kept
        self._ids, self._next = dict(ids), dict(places)
        consumer.assign([TopicPartition(one, 0) for one in places])
        for one, offset in places.items():
            _seek(consumer, one, offset)


def _seek(consumer: KafkaConsumer, topic: str, offset: int) -> None:
    place = TopicPartition(topic, 0)
    if offset == _BEGINNING:
        consumer.seek_to_beginning(place)
    else:
        consumer.seek(place, offset)
