"""A lane with many readers: their topics are asked of together, read where they changed."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka import asking, ends, message
from events.log.kafka.asking import Bounds
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.topics import TopicEnd, TopicTrouble
from tests.kafka.lane_records import lane_in, say, whole
from tests.kafka.topics_on_broker import TopicsOnBroker
from tests.log.writing import LANE

TOPICS = [topic_of(LANE, f"reader-{number}") for number in range(6)]


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    lane = lane_in(tmp_path)
    say(lane, "a", "b")
    yield lane
    lane.close()


@pytest.fixture
def topics(lane: SqliteStore, own_topics: TopicsOnBroker) -> Iterator[BrokerTopics]:
    own_topics.make(*TOPICS)
    topics = BrokerTopics(own_topics.access)
    for topic in TOPICS:
        topics.send(topic, whole(lane))
    yield topics
    topics.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of how many topics was asked, each time."""
    counts: list[int] = []
    bounds = asking.bounds

    def counting(consumer: Any, of: Collection[str]) -> dict[str, Bounds]:  # noqa: ANN401 -- the library's
        counts.append(len(of))
        return bounds(consumer, of)

    monkeypatch.setattr(asking, "bounds", counting)
    return counts


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of which topics a record was read."""
    of: list[str] = []
    read_at = message.read_at

    def counting(consumer: Any, place: Any, offset: int) -> Any:  # noqa: ANN401 -- the library's
        of.append(place.topic)
        return read_at(consumer, place, offset)

    monkeypatch.setattr(ends, "read_at", counting)
    return of


def look(topics: BrokerTopics) -> list[TopicEnd | None]:
    """Look at all ends again."""
    topics.forget()
    return [topics.end(topic) for topic in TOPICS]


def test_the_bounds_of_all_topics_of_a_lane_are_asked_together(
    topics: BrokerTopics, asked: list[int]
) -> None:
    look(topics)

    assert asked == [len(TOPICS)]


def test_a_topic_that_stands_as_it_was_is_not_read_again(
    topics: BrokerTopics, read: list[str]
) -> None:
    before = look(topics)
    read.clear()

    assert look(topics) == before
    assert read == []


def test_what_was_written_here_is_known_without_reading(
    lane: SqliteStore, topics: BrokerTopics, read: list[str]
) -> None:
    look(topics)
    say(lane, "c")
    last = whole(lane)[-1]
    read.clear()

    topics.send(TOPICS[0], [last])

    assert look(topics)[0] == TopicEnd(0, 2, last.note)
    assert read == []


def test_one_that_was_made_anew_or_written_by_another_is_read_again(
    lane: SqliteStore, topics: BrokerTopics, own_topics: TopicsOnBroker, read: list[str]
) -> None:
    look(topics)
    first, _ = whole(lane)
    own_topics.make_anew(TOPICS[0])
    other = BrokerTopics(own_topics.access)
    for _ in range(2):
        other.send(TOPICS[0], [first])  # As many records as before, and others.
    other.send(TOPICS[1], [first])
    other.close()
    read.clear()

    found = look(topics)

    assert found[0] == TopicEnd(0, 1, first.note)
    assert found[1] == TopicEnd(0, 2, first.note)
    assert set(read) == set(TOPICS[:2])


def test_of_those_that_are_there_is_asked_together_when_one_is_missing(
    topics: BrokerTopics, asked: list[int], own_topics: TopicsOnBroker
) -> None:
    own_topics.delete(TOPICS[0])
    topics.forget()

    with pytest.raises(TopicTrouble, match="is not there"):
        topics.end(TOPICS[0])

    assert topics.end(TOPICS[1]) is not None
    assert asked == [len(TOPICS) - 1]
