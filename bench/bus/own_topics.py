"""Topics of the bench's own on a broker that others may use: made, and deleted again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from events.log.kafka.access import KafkaAccess
from services.topics.admin import Administrator
from services.topics.client import one_client
from services.topics.declared import Topic
from services.topics.settings import PARTITIONS, PlanSettings, lane_configs

SETTINGS: Final = PlanSettings(authority="-", audit_lane="-", replication=1, min_insync=1)
"""One broker: acks=all is an acknowledgement of one copy, for product and baseline alike."""


def lane_topic(name: str) -> Topic:
    """Give a topic set as lanes' topics are."""
    return Topic(name=name, partitions=PARTITIONS, replication=1, configs=lane_configs(SETTINGS))


@contextmanager
def made(access: KafkaAccess, topics: Sequence[Topic]) -> Iterator[None]:
    """Make topics for a while.

    Raises:
        BrokerTrouble: the broker has one of them already.
    """
    Administrator(access).create_topics(topics)
    try:
        yield
    finally:
        with one_client(access) as client:
            client.delete_topics([topic.name for topic in topics])
