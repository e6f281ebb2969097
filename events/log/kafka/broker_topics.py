"""The topics of a lane on a broker: their ends are read, records are written and acknowledged.

Whatever fails, the client is closed and made anew: one that saw a refusal stays dead.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError, KafkaTimeoutError

from events.log.kafka.access import KafkaAccess
from events.log.kafka.opening import opened
from events.log.kafka.reaching import why_no_answer, why_not_reached
from events.log.kafka.relay import start_of
from events.log.kafka.topics import TopicEnd, TopicTrouble
from events.log.reading.arrivals import Record
from events.log.reading.batch import BATCH_BYTES_MAX
from events.log.tree.note import NOTE_BYTES_MAX

CHECKPOINT: Final = "checkpoint"
"""The header that holds the signed note (PROTOCOL.md, "Kafka")."""
CONTENT_TYPE: Final = ("content-type", b"application/vnd.qyzmet.batch+json")
RECORD_BYTES_MAX: Final = BATCH_BYTES_MAX + NOTE_BYTES_MAX
"""Bytes of a record; the client must never divide one, it fails in another way then."""
ACK_SECONDS: Final = 12
"""Until a record must be acknowledged: longer than one request may take, and a broker that restarts
is back in five."""
ANSWER_SECONDS: Final = 5
"""Until the broker must say where a topic ends, and give its last record."""
_MS: Final = 1000


class BrokerTopics:
    """Writes with one producer and reads with one consumer, each opened when needed."""

    def __init__(self, access: KafkaAccess) -> None:
        self._access = access
        self._producer: KafkaProducer | None = None
        self._consumer: KafkaConsumer | None = None
        self._there: frozenset[str] | None = None

    def close(self) -> None:
        """Close both; they are opened again when needed."""
        producer, consumer = self._producer, self._consumer
        self._producer = self._consumer = self._there = None
        if producer is not None:
            producer.close(timeout=0)
        if consumer is not None:
            consumer.close(timeout_ms=0)

    def forget(self) -> None:
        """As `Topics.forget`."""
        self._there = None

    def end(self, topic: str) -> TopicEnd | None:
        """As `Topics.end`."""
        with self._in_words(topic):
            consumer, place, first, after = self._bounds(topic)
            if first == after:
                return None
            consumer.assign([place])
            start = start_of(_read_at(consumer, place, first))
            return TopicEnd(start, after - 1, _read_at(consumer, place, after - 1).note)

    def records(self, topic: str) -> Iterator[Record]:
        """Read all that a topic holds now, from its beginning.

        Raises:
            TopicTrouble: it is not there or not readable for this user, or the broker does not
                answer.
        """
        with self._in_words(topic):
            consumer, place, at, after = self._bounds(topic)
            consumer.assign([place])
            consumer.seek(place, at)
            while at < after:
                polled = consumer.poll(timeout_ms=ANSWER_SECONDS * _MS).get(place)
                if not polled:
                    raise TopicTrouble(f"{topic}: nothing was read at offset {at}")
                yield from map(record_of, polled)
                at = polled[-1].offset + 1

    def send(self, topic: str, records: Sequence[Record]) -> Sequence[int]:
        """As `Topics.send`."""
        with self._in_words(topic):
            producer = self._writer()
            sent = [
                producer.send(
                    topic,
                    value=record.value,
                    headers=[(CHECKPOINT, record.note), CONTENT_TYPE],
                    partition=0,
                )
                for record in records
            ]
            return [one.get(timeout=ACK_SECONDS).offset for one in sent]

    def send_one(self, topic: str, value: bytes) -> None:
        """Write a message that is no record, and wait until it is durable.

        Raises:
            TopicTrouble: as `send`.
        """
        with self._in_words(topic):
            self._writer().send(topic, value=value, partition=0).get(timeout=ACK_SECONDS)

    def _bounds(self, topic: str) -> tuple[KafkaConsumer, TopicPartition, int, int]:
        """Give who reads a topic, its place, its first offset and the one after its last.

        What a client holds of a deleted topic it asks of in vain, so the broker is asked first.
        """
        consumer, place = self._reader(), TopicPartition(topic, 0)
        if self._there is None:
            self._there = frozenset(consumer.topics())
        if topic not in self._there or consumer.partitions_for_topic(topic) != {0}:
            raise TopicTrouble(f"topic {topic} is not there, or not for this user")
        first = consumer.beginning_offsets([place], timeout_ms=ANSWER_SECONDS * _MS)[place]
        after = consumer.end_offsets([place], timeout_ms=ANSWER_SECONDS * _MS)[place]
        return consumer, place, first, after

    def _writer(self) -> KafkaProducer:
        if self._producer is None:
            self._producer = opened(
                KafkaProducer,
                self._access,
                acks="all",
                enable_idempotence=True,
                linger_ms=0,
                max_request_size=RECORD_BYTES_MAX,
                max_block_ms=ANSWER_SECONDS * _MS,
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
        except TopicTrouble:
            self.close()
            raise


def record_of(message: Any) -> Record:  # noqa: ANN401 -- the library's record
    """Give a record as it lies in a topic; what is no record is refused by whoever checks it."""
    notes = [value for name, value in message.headers if name == CHECKPOINT]
    return Record(notes[0] or b"" if len(notes) == 1 else b"", message.value or b"")


def _read_at(consumer: KafkaConsumer, place: TopicPartition, offset: int) -> Record:
    consumer.seek(place, offset)
    polled = consumer.poll(timeout_ms=ANSWER_SECONDS * _MS, max_records=1)
    if not polled.get(place):
        raise TopicTrouble(f"{place.topic}: nothing was read at offset {offset}")
    return record_of(polled[place][0])
