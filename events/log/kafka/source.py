"""The source: other lanes' records from their topics, for one instance.

It assigns topics and seeks; no group is joined. What counts is the size up to which a lane is held
in the instance's own store; an offset is only where reading goes on, and is committed afterwards
so that an operator's tools see the lag. With it stand the topic's id and what was held: an offset
of a topic that was made anew since, or of a store that held more, is none to go on from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError, KafkaTimeoutError
from kafka.structs import OffsetAndMetadata

from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import ANSWER_SECONDS, RECORD_BYTES_MAX, record_of
from events.log.kafka.group_note import goes_on, note
from events.log.kafka.opening import opened
from events.log.kafka.reaching import why_no_answer, why_not_reached
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


class Source:
    """Reads the topics of one instance; closed and made anew on any error."""

    def __init__(self, access: KafkaAccess, group: str) -> None:
        """Connect to nothing yet.

        Args:
            access: of the instance's user.
            group: under which offsets are committed for operators.
        """
        self._access = access
        self._group = group
        self._consumer: KafkaConsumer | None = None
        self._next: dict[str, int] = {}
        self._ids: dict[str, str] = {}

    @property
    def topics(self) -> frozenset[str]:
        """What is read."""
        return frozenset(self._next)

    def close(self) -> None:
        """Forget the connection and the places; the store knows what is held."""
        consumer, self._consumer = self._consumer, None
        self._next.clear()
        self._ids.clear()
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
            ids = _ids(consumer, held.keys() & consumer.topics())
            if ids != self._ids:
                begun = {one: self._begin(consumer, one, ids[one], held[one]) for one in ids}
                self._ids, self._next = ids, begun
                consumer.assign([TopicPartition(one, 0) for one in begun])
                for one, offset in begun.items():
                    self._seek(consumer, one, offset)
        return sorted(held.keys() - ids.keys())

    def poll(self, timeout: float) -> Mapping[str, Sequence[Fetched]]:
        """Wait for records.

        Args:
            timeout: seconds, at most.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        with self._in_words():
            polled = self._open().poll(timeout_ms=int(timeout * _MS), max_records=POLL_RECORDS_MAX)
        found = {
            place.topic: [Fetched(one.offset, record_of(one)) for one in messages]
            for place, messages in polled.items()
        }
        for topic, fetched in found.items():
            if topic in self._next:
                self._next[topic] = fetched[-1].offset + 1
        return found

    def again(self, topic: str, offset: int | None) -> None:
        """Read a topic again from an offset; from its beginning where that is None.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        self._next[topic] = _BEGINNING if offset is None else offset
        with self._in_words():
            self._seek(self._open(), topic, self._next[topic])

    def commit(self, held: Mapping[str, int]) -> None:
        """Tell operators' tools how far this instance has come.

        Args:
            held: topic -> the size up to which its lane is held now.

        Raises:
            TopicTrouble: the broker does not answer, or says why not.
        """
        places = {
            TopicPartition(topic, 0): OffsetAndMetadata(
                self._next[topic], note(self._ids[topic], size), -1
            )
            for topic, size in held.items()
            if self._next.get(topic, _BEGINNING) != _BEGINNING
        }
        if places:
            with self._in_words():
                self._open().commit(places, timeout_ms=ANSWER_SECONDS * _MS)

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
                    group_id=self._group,
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

    def _begin(self, consumer: KafkaConsumer, topic: str, id_: str, held: int) -> int:
        if topic in self._ids:
            return self._next[topic] if self._ids[topic] == id_ else _BEGINNING
        place = TopicPartition(topic, 0)
        stood = consumer.committed(place, metadata=True, timeout_ms=ANSWER_SECONDS * _MS)
        if stood is None or stood.offset < 0 or not goes_on(stood.metadata, id_, held):
            return _BEGINNING
        return int(stood.offset)

    def _seek(self, consumer: KafkaConsumer, topic: str, offset: int) -> None:
        place = TopicPartition(topic, 0)
        if offset == _BEGINNING:
            consumer.seek_to_beginning(place)
        else:
            consumer.seek(place, offset)


def _ids(consumer: KafkaConsumer, topics: Iterable[str]) -> dict[str, str]:
    """Give the ids of topics, as the broker has just told them (KIP-516)."""
    cluster = consumer._cluster  # noqa: SLF001 -- 3.0.12 is pinned; only an administrator's client
    return {one: str(cluster.topic_id(one)) for one in sorted(topics)}
