"""Topics without a broker, for what a relay decides; they pass the real ones' suite."""

from collections.abc import Callable, Sequence

from events.log.kafka.record_bounds import start_of
from events.log.kafka.topics import TopicEnd, TopicTrouble
from events.log.reading.arrivals import Record


class TopicsInMemory:
    """Each topic is a list of records; who names another finds it missing."""

    def __init__(self, *topics: str) -> None:
        self.topics: dict[str, list[Record]] = {topic: [] for topic in topics}
        self.lost: dict[str, int] = {}
        """Topic -> how many of its first records were deleted."""

    def forget(self) -> None:
        """Nothing is remembered."""

    def end(self, topic: str) -> TopicEnd | None:
        records = self._found(topic)
        first = self.lost.get(topic, 0)
        if first == len(records):
            return None
        return TopicEnd(start_of(records[first]), len(records) - 1, records[-1].note)

    def send(self, topic: str, records: Sequence[Record]) -> Sequence[int]:
        found = self._found(topic)
        first = len(found)
        found.extend(records)
        return range(first, len(found))

    def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
        offsets = self.send(topic, records)
        return lambda: offsets

    def _found(self, topic: str) -> list[Record]:
        if topic not in self.topics:
            raise TopicTrouble(f"topic {topic} is not there, or not for this user")
        return self.topics[topic]
