"""The topics of a lane on a broker: their ends are read, records are written and acknowledged.

Whatever fails, the client is closed and made anew: one that saw a refusal stays dead.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError, KafkaTimeoutError

from events.log.kafka import asking
from events.log.kafka.access import KafkaAccess
from events.log.kafka.asking import ANSWER_MS
from events.log.kafka.ends import Ends
from events.log.kafka.message import RECORD_BYTES_MAX, headers_of, record_of
from events.log.kafka.opening import opened
from events.log.kafka.reaching import why_no_answer, why_not_reached
from events.log.kafka.topics import NotThere, TopicEnd, TopicTrouble
from events.log.reading.arrivals import Record
from events.log.reading.batch import COMMIT_BYTES_MAX

BATCH_BYTES: Final = COMMIT_BYTES_MAX
"""Bytes of records that share a request to the broker, where several wait: with 16 KB, the
library's default, each record has a round trip of its own. Less than a topic takes at once."""
ACK_SECONDS: Final = 12
"""Until a record must be acknowledged: longer than one request may take, and a broker that restarts
is back in five."""
_MS: Final = 1000
_END_SECONDS: Final = 2
"""Until a producer has given up what was under way: its thread wakes at once."""


class BrokerTopics:
    """Writes with one producer and reads with one consumer, each opened when needed."""

    def __init__(self, access: KafkaAccess) -> None:
        self._access = access
        self._producer: KafkaProducer | None = None
        self._consumer: KafkaConsumer | None = None
        self._ends = Ends()

    def close(self) -> None:
        """Close both; they are opened again when needed."""
        producer, consumer = self._producer, self._consumer
        self._producer = self._consumer = None
        self._ends.clear()
        if producer is not None:
            _end(producer)
        if consumer is not None:
            consumer.close(timeout_ms=0)

    def forget(self) -> None:
        """As `Topics.forget`."""
        self._ends.forget()

    def ids(self) -> Mapping[str, str]:
        """Give all topics that are there for this user, each with its id.

        Raises:
            TopicTrouble: the broker does not answer.
        """
        with self._in_words("topics"):
            consumer = self._reader()
            return asking.ids(consumer, self._ends.there(consumer))

    def end(self, topic: str) -> TopicEnd | None:
        """As `Topics.end`."""
        with self._in_words(topic):
            return self._ends.end(self._reader(), topic)

    def records(self, topic: str) -> Iterator[Record]:
        """Read all that a topic holds now, from its beginning.

        Raises:
            TopicTrouble: it is not there or not readable for this user, or the broker does not
                answer.
        """
        with self._in_words(topic):
            consumer, place = self._reader(), TopicPartition(topic, 0)
            _, at, after = self._ends.bounds(consumer, topic)
            consumer.assign([place])
            consumer.seek(place, at)
            while at < after:
                polled = consumer.poll(timeout_ms=ANSWER_MS).get(place)
                if not polled:
                    raise TopicTrouble(f"{topic}: nothing was read at offset {at}")
                yield from map(record_of, polled)
                at = polled[-1].offset + 1

    def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
        """As `Topics.begin`."""
        with self._in_words(topic):
            producer = self._writer()
            sent = [
                producer.send(
                    topic,
                    value=record.value,
                    headers=headers_of(record),
                    partition=0,
                )
                for record in records
            ]

        def acknowledged() -> Sequence[int]:
            with self._in_words(topic):
                offsets = [one.get(timeout=ACK_SECONDS).offset for one in sent]
            self._ends.written(topic, offsets, records)
            return offsets

        return acknowledged

    def send(self, topic: str, records: Sequence[Record]) -> Sequence[int]:
        """As `Topics.send`."""
        return self.begin(topic, records)()

    def send_one(self, topic: str, value: bytes) -> None:
        """Write a message that is no record, and wait until it is durable.

        Raises:
            TopicTrouble: as `send`.
        """
        with self._in_words(topic):
            self._writer().send(topic, value=value, partition=0).get(timeout=ACK_SECONDS)

    def _writer(self) -> KafkaProducer:
        if self._producer is None:
            self._producer = opened(
                KafkaProducer,
                self._access,
                acks="all",
                enable_idempotence=True,
                linger_ms=0,
                batch_size=BATCH_BYTES,
                max_request_size=RECORD_BYTES_MAX,
                max_block_ms=ANSWER_MS,
                delivery_timeout_ms=ACK_SECONDS * _MS,
            )
        return self._producer

    def _reader(self) -> KafkaConsumer:
        if self._consumer is None:
            self._consumer = opened(
                KafkaConsumer,
                self._access,
                enable_auto_commit=False,
                auto_offset_reset="earliest",
                max_partition_fetch_bytes=RECORD_BYTES_MAX,
            )
        return self._consumer

    @contextmanager
    def _in_words(self, topic: str) -> Iterator[None]:
        try:
            yield
        except KafkaTimeoutError as error:
            silent = self._producer is not None or self._consumer is not None
            self.close()
            why = why_no_answer if silent else why_not_reached
            raise TopicTrouble(f"{topic}: {why(self._access)}") from error
        except (KafkaError, OSError, TimeoutError, ValueError) as error:
            self.close()
            raise TopicTrouble(f"{topic}: {type(error).__name__}: {error}") from error
        except NotThere:
            raise
        except TopicTrouble:
            self.close()
            raise


def _end(producer: KafkaProducer) -> None:
    """Close a producer; records of other topics that are under way are given up, and sent again."""
    try:
        producer.close(timeout=0)
    except KafkaTimeoutError:  # It waits for them before it ends its thread.
        producer._sender.force_close()  # noqa: SLF001 -- the library's only way
        producer.close(timeout=_END_SECONDS)
