"""Processes are killed and the broker troubled: every answer holds, and the findings are the same.

The short run; `python -m tests.kafka.chaos` is the long one.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.topics import Topics
from events.log.reading.arrivals import Record
from examples.broker.broker import Broker
from examples.over_http.faults import Fault
from tests.kafka.chaos_run import FORTNIGHT_COURSE, findings, run
from tests.kafka.lane_records import READERS, TO_AUTHORITY, TO_OWN, TO_READER, lane_in, relay, say
from tests.kafka.own_broker import own_broker
from tests.kafka.topics_on_broker import TopicsOnBroker

SEED: Final = 3
KILLS: Final = 6
OFTEN: Final = 0.7


@pytest.fixture(scope="module")
def troubled(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Broker]:
    """A broker of this file's own, as it is killed while others use theirs."""
    with own_broker(tmp_path_factory.mktemp("troubled"), pytestconfig) as broker:
        yield broker


@pytest.fixture(autouse=True)
def quiet_library(caplog: pytest.LogCaptureFixture) -> None:
    """The client logs each connection that a killed broker breaks off."""
    caplog.set_level(logging.CRITICAL, logger="kafka")


def test_whatever_is_killed_each_answer_holds_and_the_findings_are_the_same(
    played: Path, tmp_path: Path, troubled: Broker
) -> None:
    outcome = run(tmp_path, troubled, FORTNIGHT_COURSE, SEED, kills=KILLS, often=OFTEN)

    assert outcome.wrong == []
    assert outcome.findings == findings(played)
    assert outcome.driver.faults.done.keys() == set(Fault)
    assert outcome.driver.faults.done[Fault.KILL] >= KILLS


class RelayWithCursor:
    """A relay without the defence: it trusts its own memory of how far a topic goes."""

    def __init__(self, lane: SqliteStore, topics: Topics) -> None:
        self._file = LaneFile(lane.path)
        self._topics = topics
        self.cursor = 0

    def ship(self) -> None:
        """Send what came after the cursor."""
        new = list(self._file.records(None))[self.cursor :]
        self.cursor += len(new)
        self._topics.send(TO_AUTHORITY, new)


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    lane = lane_in(tmp_path)
    yield lane
    lane.close()


@pytest.fixture
def topics(troubled: Broker) -> Iterator[BrokerTopics]:
    topics = BrokerTopics(troubled.access())
    yield topics
    topics.close()


@pytest.fixture
def by_hand(troubled: Broker) -> Iterator[TopicsOnBroker]:
    made = TopicsOnBroker(troubled.access())
    made.make(TO_AUTHORITY, TO_OWN, TO_READER)
    yield made
    made.close()


def sent(topics: BrokerTopics) -> list[Record]:
    return list(topics.records(TO_AUTHORITY))


def test_a_relay_with_a_cursor_of_its_own_would_leave_a_lost_topic_without_its_beginning(
    lane: SqliteStore, topics: BrokerTopics, by_hand: TopicsOnBroker
) -> None:
    careless = RelayWithCursor(lane, topics)
    say(lane, "a")
    careless.ship()
    by_hand.make_anew(TO_AUTHORITY)
    say(lane, "b")

    careless.ship()

    whole = list(LaneFile(lane.path).records(None))
    assert sent(topics) == whole[1:]

    relay(lane, topics, lambda _alarm: None).ship(READERS)
    assert sent(topics)[-2:] == whole


@pytest.mark.usefixtures("by_hand")
def test_a_relay_with_a_cursor_of_its_own_would_lose_what_was_on_its_way_when_it_died(
    lane: SqliteStore, topics: BrokerTopics
) -> None:
    say(lane, "a", "b")
    after_the_death = RelayWithCursor(lane, topics)
    after_the_death.cursor = 1  # Kept before the broker had the first record.

    after_the_death.ship()

    whole = list(LaneFile(lane.path).records(None))
    assert sent(topics) == whole[1:]

    relay(lane, topics, lambda _alarm: None).ship(READERS)
    assert sent(topics)[-2:] == whole
