"""The ends of topics, asked together and read again only where something has changed."""

from collections.abc import Sequence

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from events.log.kafka import asking
from events.log.kafka.asking import Bounds
from events.log.kafka.message import read_at
from events.log.kafka.record_bounds import start_of
from events.log.kafka.topics import NotThere, TopicEnd
from events.log.reading.arrivals import Record


class Ends:
    """What is known of the topics of a user; any consumer of that user asks."""

    def __init__(self) -> None:
        self._there: frozenset[str] | None = None
        self._asked: dict[str, Bounds] = {}
        """Asked together when it was asked what is there; each is used once."""
        self._ends: dict[str, tuple[Bounds, TopicEnd]] = {}
        """What was read of a topic, or written to it, and its bounds then: while they are the same
        it is not read again."""

    def forget(self) -> None:
        """Ask again what is there; what has not changed since need not be read again."""
        self._there = None
        self._asked = {}

    def clear(self) -> None:
        """Know nothing: something has failed."""
        self.forget()
        self._ends = {}

    def there(self, consumer: KafkaConsumer) -> frozenset[str]:
        """Say which topics are there.

        Raises:
            KafkaError: the broker does not answer.
        """
        if self._there is None:
            self._there = frozenset(consumer.topics())
        return self._there

    def bounds(self, consumer: KafkaConsumer, topic: str) -> Bounds:
        """Say where a topic begins and ends.

        What a client holds of a deleted topic it asks of in vain, so the broker is asked first.

        Raises:
            NotThere: it is not there, or not for this user.
            KafkaError: the broker does not answer.
        """
        if self._there is None:
            self._ask(consumer, topic)
        if topic not in self.there(consumer) or consumer.partitions_for_topic(topic) != {0}:
            raise NotThere(f"topic {topic} is not there, or not for this user")
        asked = self._asked.pop(topic, None)
        return asked or asking.bounds(consumer, [topic])[topic]

    def _ask(self, consumer: KafkaConsumer, topic: str) -> None:
        """Ask of all topics of a lane together; of each alone if one of them is not told."""
        lane = topic.rpartition(".")[0]
        of_lane = [one for one in self.there(consumer) if one.rpartition(".")[0] == lane]
        try:
            self._asked = asking.bounds(consumer, of_lane)
        except KafkaError:
            self._asked = {}

    def end(self, consumer: KafkaConsumer, topic: str) -> TopicEnd | None:
        """Read the ends of a topic; None if it is empty.

        Raises:
            NotThere: it is not there, or not for this user.
            TopicTrouble: one of its ends was not read.
            KafkaError: the broker does not answer.
        """
        now = self.bounds(consumer, topic)
        if now.first == now.after:
            return None
        before = self._ends.get(topic)
        if before is None or before[0] != now:
            before = self._ends[topic] = (now, _read(consumer, topic, now))
        return before[1]

    def written(self, topic: str, offsets: Sequence[int], records: Sequence[Record]) -> None:
        """Know a topic's end without reading it, if nobody else has written in between."""
        before = self._ends.get(topic)
        if before is None:
            return
        bounds, end = before
        after = bounds.after + len(records)
        if list(offsets) == list(range(bounds.after, after)):
            moved = end._replace(offset=after - 1, note=records[-1].note)
            self._ends[topic] = (bounds._replace(after=after), moved)


def _read(consumer: KafkaConsumer, topic: str, now: Bounds) -> TopicEnd:
    place, last = TopicPartition(topic, 0), now.after - 1
    consumer.assign([place])
    start = start_of(read_at(consumer, place, now.first))
    return TopicEnd(start, last, read_at(consumer, place, last).note)
