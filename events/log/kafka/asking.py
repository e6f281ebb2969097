"""What a broker says of many topics at once: which they are, where they begin and end.

A realm of a thousand readers has as many topics a lane, and who asks of each by itself waits as
often. Each of these asks each broker once.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from kafka import KafkaConsumer, TopicPartition
from kafka.structs import OffsetAndMetadata

ANSWER_SECONDS: Final = 5
"""Until the broker must say where topics end, and give a record."""
ANSWER_MS: Final = ANSWER_SECONDS * 1000


class Bounds(NamedTuple):
    """Where a topic begins and ends, and which it is: made anew it has another id (KIP-516)."""

    id: str
    first: int
    """The offset of its first record."""
    after: int
    """The offset after its last record; if it is the first one, the topic is empty."""


def ids(consumer: KafkaConsumer, topics: Iterable[str]) -> dict[str, str]:
    """Give the ids of topics, as the broker has told them when it was last asked what there is."""
    cluster = consumer._cluster  # noqa: SLF001 -- 3.0.12 is pinned; only an administrator's client
    return {one: str(cluster.topic_id(one)) for one in sorted(topics)}


def bounds(consumer: KafkaConsumer, topics: Collection[str]) -> dict[str, Bounds]:
    """Ask where topics begin and end, all of them at once.

    Raises:
        KafkaError: one of them the broker does not tell.
    """
    places = [TopicPartition(topic, 0) for topic in sorted(topics)]
    first = consumer.beginning_offsets(places, timeout_ms=ANSWER_MS)
    after = consumer.end_offsets(places, timeout_ms=ANSWER_MS)
    of = ids(consumer, topics)
    return {one.topic: Bounds(of[one.topic], first[one], after[one]) for one in places}


def committed(
    consumer: KafkaConsumer, topics: Iterable[str]
) -> Mapping[TopicPartition, OffsetAndMetadata]:
    """Ask where the consumer's group stands in topics; where it never was, nothing is said.

    Raises:
        KafkaError: the group is not for this user, or the broker does not answer.
    """
    places = [TopicPartition(topic, 0) for topic in sorted(topics)]
    coordinator = consumer._coordinator  # noqa: SLF001 -- as above; `committed` asks of one only
    found: Mapping[TopicPartition, OffsetAndMetadata] = coordinator.fetch_committed_offsets(
        places, timeout_ms=ANSWER_MS
    )
    return found
