"""What the bus is compared with: kafka-python's documented calls, set as each does best here."""

from collections.abc import Sequence
from typing import Final

import msgspec
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from events.log.kafka.access import KafkaAccess
from events.log.kafka.opening import opened

BATCH_BYTES: Final = 256 * 1024
LINGER_MS: Final = 5
"""Quickest, or nearly so, in a few trials of 16 KB to 512 KB and 0 to 20 ms on a busy machine: 0 ms
was quicker in one of two."""
FETCH_BYTES: Final = 1024 * 1024
"""As much of one partition at once as of a record at most, whatever the consumer."""
SECONDS_MAX: Final = 30
POLL_MS: Final = 500


def producer_of_many(access: KafkaAccess) -> KafkaProducer:
    """Open a producer that sends as many as it can."""
    return opened(KafkaProducer, access, acks="all", linger_ms=LINGER_MS, batch_size=BATCH_BYTES)


def producer_at_once(access: KafkaAccess) -> KafkaProducer:
    """Open a producer that sends each event at once."""
    return opened(KafkaProducer, access, acks="all", linger_ms=0)


def send_each(producer: KafkaProducer, topic: str, raws: Sequence[bytes]) -> None:
    """Send events, one a record, and wait until the broker has all of them."""
    sent = [producer.send(topic, value=raw, partition=0) for raw in raws]
    for one in sent:
        one.get(timeout=SECONDS_MAX)


def consumer_of(access: KafkaAccess, topic: str) -> KafkaConsumer:
    """Open a consumer at the beginning of a topic."""
    consumer = opened(
        KafkaConsumer,
        access,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=FETCH_BYTES,
    )
    consumer.assign([TopicPartition(topic, 0)])
    consumer.seek_to_beginning()
    return consumer


def poll_and_decode(consumer: KafkaConsumer, records: int) -> None:
    """Read so many records, and decode the JSON of each; nothing is checked, nothing is kept."""
    read = 0
    while read < records:
        for messages in consumer.poll(timeout_ms=POLL_MS).values():
            for message in messages:
                msgspec.json.decode(message.value)
            read += len(messages)
