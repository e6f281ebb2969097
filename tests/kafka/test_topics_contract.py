"""What a relay relies on: topics in memory, on which it is tried, are as those on a broker."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.topics import TopicEnd, Topics, TopicTrouble
from tests.kafka.lane_records import lane_in, say, whole
from tests.kafka.topics_in_memory import TopicsInMemory
from tests.kafka.topics_on_broker import TopicsOnBroker

TOPIC = "contract"


class Kind(NamedTuple):
    """Topics of a kind, and what an operator does with them."""

    topics: Topics
    make: Callable[[str], object]
    delete: Callable[[str], object]
    lose: Callable[[str, int], object]


def in_memory(_: pytest.FixtureRequest) -> Iterator[Kind]:
    topics = TopicsInMemory()

    def make(topic: str) -> None:
        topics.topics[topic] = []

    yield Kind(topics, make, topics.topics.pop, topics.lost.__setitem__)


def on_broker(request: pytest.FixtureRequest) -> Iterator[Kind]:
    made: TopicsOnBroker = request.getfixturevalue("own_topics")
    topics = BrokerTopics(made.access)
    yield Kind(topics, made.make, made.delete, made.lose)
    topics.close()


@pytest.fixture(params=[in_memory, on_broker], ids=["in memory", "on a broker"])
def kind(request: pytest.FixtureRequest) -> Iterator[Kind]:
    yield from request.param(request)


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    lane = lane_in(tmp_path)
    say(lane, "a", "b", "c")
    yield lane
    lane.close()


def test_an_empty_topic_has_no_end(kind: Kind) -> None:
    kind.make(TOPIC)

    assert kind.topics.end(TOPIC) is None


def test_its_end_is_the_last_record_that_was_sent(kind: Kind, lane: SqliteStore) -> None:
    kind.make(TOPIC)
    one, two, three = whole(lane)

    offsets = [*kind.topics.send(TOPIC, [one, two]), *kind.topics.send(TOPIC, [three])]

    assert offsets == [0, 1, 2]
    assert kind.topics.end(TOPIC) == TopicEnd(0, 2, three.note)


def test_a_beginning_that_was_lost_shows(kind: Kind, lane: SqliteStore) -> None:
    kind.make(TOPIC)
    one, two, three = whole(lane)
    kind.topics.send(TOPIC, [one, two, three])

    kind.lose(TOPIC, 2)

    assert kind.topics.end(TOPIC) == TopicEnd(2, 2, three.note)


def test_a_topic_whose_records_are_all_lost_is_empty(kind: Kind, lane: SqliteStore) -> None:
    kind.make(TOPIC)
    kind.topics.send(TOPIC, whole(lane))

    kind.lose(TOPIC, 3)

    assert kind.topics.end(TOPIC) is None


def test_a_topic_that_is_not_there_is_said(kind: Kind) -> None:
    with pytest.raises(TopicTrouble, match="topic contract is not there, or not for this user"):
        kind.topics.end(TOPIC)


def test_a_topic_that_was_deleted_is_said_when_it_is_asked_again(
    kind: Kind, lane: SqliteStore
) -> None:
    kind.make(TOPIC)
    kind.topics.send(TOPIC, whole(lane))
    kind.topics.end(TOPIC)

    kind.delete(TOPIC)
    kind.topics.forget()

    with pytest.raises(TopicTrouble, match="is not there"):
        kind.topics.end(TOPIC)


def test_a_topic_that_was_made_anew_is_empty_and_takes_records(
    kind: Kind, lane: SqliteStore
) -> None:
    kind.make(TOPIC)
    kind.topics.send(TOPIC, whole(lane))
    kind.topics.end(TOPIC)

    kind.delete(TOPIC)
    kind.make(TOPIC)
    kind.topics.forget()

    assert kind.topics.end(TOPIC) is None
    assert list(kind.topics.send(TOPIC, whole(lane)[:1])) == [0]
