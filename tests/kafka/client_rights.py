"""What a user can in fact do, found out by doing it with the clients that lanes use."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import (
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
    UnknownTopicOrPartitionError,
)
from kafka.structs import OffsetAndMetadata

from events.log.kafka.access import KafkaAccess
from events.log.kafka.opening import opened

REFUSED = "AuthorizationFailed"
"""Of a topic, or of the cluster for who may write none; the client wraps some of them."""
BLOCK_MS, ANSWER_SECONDS, POLL_MS = 2_000, 5, 3_000


def written(access: KafkaAccess, topics: Iterable[str]) -> set[str]:
    """Write one record to each topic, and give those that took it."""
    return _allowed(lambda topic: write(access, topic), topics)


def write(access: KafkaAccess, topic: str) -> None:
    """Write one record."""
    producer = opened(KafkaProducer, access, max_block_ms=BLOCK_MS, allow_auto_create_topics=False)
    try:
        producer.send(topic, b"x", partition=0).get(ANSWER_SECONDS)
    finally:
        producer.close(timeout=0)


def read(access: KafkaAccess, topics: Iterable[str]) -> set[str]:
    """Read the first record of each topic, and give those that told it."""
    with closing(
        opened(KafkaConsumer, access, enable_auto_commit=False, allow_auto_create_topics=False)
    ) as consumer:
        return {topic for topic in topics if _reads(consumer, topic)}


def _reads(consumer: KafkaConsumer, topic: str) -> bool:
    place = TopicPartition(topic, 0)
    if consumer.partitions_for_topic(topic) != {0}:
        return False
    consumer.assign([place])
    consumer.seek(place, 0)
    try:
        return bool(consumer.poll(timeout_ms=POLL_MS, max_records=1).get(place))
    except TopicAuthorizationFailedError:
        return False


def created(access: KafkaAccess, topics: Iterable[str]) -> set[str]:
    """Create each topic, and give those that were."""
    asked = {"num_partitions": 1, "replication_factor": 1}
    with _administrator(access) as client:
        return _allowed(lambda topic: client.create_topics({topic: asked}), topics)


def deleted(access: KafkaAccess, topics: Iterable[str]) -> set[str]:
    """Delete each topic, and give those that are gone."""
    with _administrator(access) as client:
        return _allowed(lambda topic: client.delete_topics([topic]), topics)


def emptied(access: KafkaAccess, topics: Iterable[str]) -> set[str]:
    """Delete the first record of each topic, and give those that lost it."""
    with _administrator(access) as client:
        return _allowed(lambda topic: client.delete_records({TopicPartition(topic, 0): 1}), topics)


def committed(access: KafkaAccess, group: str, topic: str) -> bool:
    """Say how far a group is, and whether the broker took it."""
    with closing(
        opened(KafkaConsumer, access, group_id=group, enable_auto_commit=False)
    ) as consumer:
        consumer.assign([TopicPartition(topic, 0)])
        try:
            consumer.commit({TopicPartition(topic, 0): OffsetAndMetadata(1, "", -1)})
        except GroupAuthorizationFailedError:
            return False
        return True


@contextmanager
def _administrator(access: KafkaAccess) -> Iterator[KafkaAdminClient]:
    client = opened(KafkaAdminClient, access)
    try:
        yield client
    finally:
        client.close()


def _allowed(act: Callable[[str], object], topics: Iterable[str]) -> set[str]:
    return {topic for topic in topics if _does(act, topic)}


def _does(act: Callable[[str], object], topic: str) -> bool:
    try:
        act(topic)
    except UnknownTopicOrPartitionError:  # what one may not even see is not there
        return False
    except KafkaError as error:
        if REFUSED not in str(error):
            raise
        return False
    return True
