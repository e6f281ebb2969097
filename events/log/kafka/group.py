"""The group under which an instance says how far it is: operators' tools see its lag.

Beside an offset stands what it means something for: a topic that was made anew has another id, and
its old offsets are of other records; a store that was restored holds less than it did when it came
to an offset. An instance that may not say it reads on, and begins at the beginning after a start.

The group has a client of its own: one with a group reads nothing where that is forbidden.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import GroupAuthorizationFailedError
from kafka.structs import OffsetAndMetadata

from events.log.kafka import asking
from events.log.kafka.access import KafkaAccess
from events.log.kafka.asking import ANSWER_MS
from events.log.kafka.opening import opened


class Group:
    """One instance's group; nobody joins it.

    Attributes:
        forbidden: why operators do not see how far the instance is; empty if they do.
    """

    def __init__(self, access: KafkaAccess, name: str) -> None:
        """Connect to nothing yet.

        Args:
            access: of the instance's user.
            name: of the group.
        """
        self.forbidden = ""
        self._access = access
        self._name = name
        self._client: KafkaConsumer | None = None

    def close(self) -> None:
        """Forget the connection."""
        client, self._client = self._client, None
        if client is not None:
            client.close(timeout_ms=0)

    def stood(self, ids: Mapping[str, str], held: Mapping[str, int]) -> dict[str, int]:
        """Give the offsets to go on from, of topics where the group stood and that is still so.

        Args:
            ids: of the topics asked about.
            held: topic -> the size up to which its lane is held.

        Raises:
            KafkaError: the broker does not answer.
        """
        found: Mapping[TopicPartition, OffsetAndMetadata] = {}
        with self._if_allowed():
            found = asking.committed(self._open(), ids)
        return {
            place.topic: int(one.offset)
            for place, one in found.items()
            if one.offset >= 0 and _goes_on(one.metadata, ids[place.topic], held[place.topic])
        }

    def commit(
        self, offsets: Mapping[str, int], ids: Mapping[str, str], held: Mapping[str, int]
    ) -> None:
        """Say how far the instance is.

        Args:
            offsets: topic -> the next to be read.
            ids: of the topics.
            held: as `stood`, now.

        Raises:
            KafkaError: the broker does not answer.
        """
        places = {
            TopicPartition(topic, 0): OffsetAndMetadata(offset, f"{ids[topic]} {held[topic]}", -1)
            for topic, offset in offsets.items()
        }
        if places:
            with self._if_allowed():
                self._open().commit(places, timeout_ms=ANSWER_MS)

    def _open(self) -> KafkaConsumer:
        if self._client is None:
            self._client = opened(
                KafkaConsumer, self._access, group_id=self._name, enable_auto_commit=False
            )
        return self._client

    @contextmanager
    def _if_allowed(self) -> Iterator[None]:
        try:
            yield
        except GroupAuthorizationFailedError:
            who = self._access.user
            self.forbidden = f"group {self._name} is closed to {who}: its lag is not seen"
        else:
            self.forbidden = ""


def _goes_on(noted: str, topic_id: str, held: int) -> bool:
    """Say whether an offset with this note is of this topic, and of a store that held no more."""
    of, _, size = noted.partition(" ")
    return of == topic_id and size.isdecimal() and int(size) <= held
