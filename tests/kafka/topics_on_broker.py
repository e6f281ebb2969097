"""Topics of one test on a broker, set as lanes' topics are, and gone after it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from typing import Final

from kafka import TopicPartition

from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from services.topics.admin import Administrator
from services.topics.client import one_client
from services.topics.declared import Acl, Resource, Topic
from services.topics.settings import PlanSettings, lane_configs

SECONDS_MAX: Final = 20
"""Until a broker under load has forgotten a topic."""
CONFIGS: Final = lane_configs(
    PlanSettings(authority="-", audit_lane="-", replication=1, min_insync=1)
)


class TopicsOnBroker:
    """Makes and deletes topics by hand, as an operator would."""

    def __init__(self, access: KafkaAccess) -> None:
        self.access = access
        self._made: set[str] = set()

    def make(self, *topics: str, **configs: str) -> None:
        """Make topics; a setting's name has an underscore for each dot."""
        other = {name.replace("_", "."): value for name, value in configs.items()}
        settings = {**CONFIGS, **other}
        Administrator(self.access).create_topics(
            [Topic(name=one, partitions=1, replication=1, configs=settings) for one in topics]
        )
        self._made |= set(topics)

    def delete(self, *topics: str) -> None:
        """Delete topics, and wait until the broker knows them no more."""
        give_up = time.monotonic() + SECONDS_MAX
        with one_client(self.access) as client:
            client.delete_topics(list(topics))
            while not set(topics).isdisjoint(client.list_topics()):
                assert time.monotonic() < give_up
        self._made -= set(topics)

    def make_anew(self, *topics: str) -> None:
        """Delete topics, and make others of the same names."""
        self.delete(*topics)
        self.make(*topics)

    def ids(self) -> Mapping[str, str]:
        """Give the ids of all topics."""
        with closing(BrokerTopics(self.access)) as topics:
            return topics.ids()

    def lose(self, topic: str, records: int) -> None:
        """Delete the first records of a topic."""
        with one_client(self.access) as client:
            client.delete_records({TopicPartition(topic, 0): records})

    def permitted(self, user: str, operation: str, *topics: str) -> AbstractContextManager[None]:
        """Let a user do something with topics, for a while."""
        return self._allowing([_may(user, operation, "topic", topic) for topic in topics])

    def committing(self, group: str) -> AbstractContextManager[None]:
        """Let a lane's user say how far it is, for a while."""
        return self._allowing([_may(group, "read", "group", group)])

    @contextmanager
    def _allowing(self, acls: Sequence[Acl]) -> Iterator[None]:
        Administrator(self.access).add_acls(acls)
        yield
        Administrator(self.access).remove_acls(acls)

    def close(self) -> None:
        """Delete what is left."""
        if self._made:
            self.delete(*self._made)


def _may(user: str, operation: str, resource: Resource, name: str) -> Acl:
    return Acl(
        principal=f"User:{user}",
        resource=resource,
        name=name,
        pattern="literal",
        operation=operation,
    )
