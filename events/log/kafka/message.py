"""One record as a broker's message (PROTOCOL.md, "Kafka")."""

from typing import Any, Final

from kafka import KafkaConsumer, TopicPartition

from events.log.kafka.asking import ANSWER_MS
from events.log.kafka.topics import TopicTrouble
from events.log.reading.arrivals import Record
from events.log.reading.batch import BATCH_BYTES_MAX
from events.log.tree.note import NOTE_BYTES_MAX

CHECKPOINT: Final = "checkpoint"
"""The header that holds the signed note."""
CONTENT_TYPE: Final = ("content-type", b"application/vnd.qyzmet.batch+json")
RECORD_BYTES_MAX: Final = BATCH_BYTES_MAX + NOTE_BYTES_MAX
"""Bytes of a record; the client must never divide one, it fails in another way then."""


def headers_of(record: Record) -> list[tuple[str, bytes]]:
    """Give what stands beside a record's batch."""
    return [(CHECKPOINT, record.note), CONTENT_TYPE]


def record_of(message: Any) -> Record:  # noqa: ANN401 -- the library's record
    """Give a record as it lies in a topic; what is no record is refused by whoever checks it."""
    notes = [value for name, value in message.headers if name == CHECKPOINT]
    return Record(notes[0] or b"" if len(notes) == 1 else b"", message.value or b"")


def read_at(consumer: KafkaConsumer, place: TopicPartition, offset: int) -> Record:
    """Read the record at an offset; the consumer reads that topic.

    Raises:
        TopicTrouble: nothing came.
        KafkaError: the broker does not answer, or says why not.
    """
    consumer.seek(place, offset)
    polled = consumer.poll(timeout_ms=ANSWER_MS, max_records=1)
    if not polled.get(place):
        raise TopicTrouble(f"{place.topic}: nothing was read at offset {offset}")
    return record_of(polled[place][0])
