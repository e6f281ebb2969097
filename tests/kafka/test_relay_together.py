"""Readers share round trips, and what fails for one of them fails for no other."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.names import topic_of
from events.log.kafka.relay import IN_FLIGHT_MAX, READERS_AT_ONCE, Readers, Relay
from events.log.kafka.topics import TopicTrouble
from events.log.reading.arrivals import Record
from tests.kafka.lane_records import OWN, TO_AUTHORITY, lane_in, relay, whole
from tests.kafka.topics_in_memory import TopicsInMemory
from tests.log.realm import AUTHORITY, signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer

OTHERS = [f"reader-{number}" for number in range(READERS_AT_ONCE + 1)]
READERS = Readers(OWN, AUTHORITY, OTHERS)
ALL = [topic_of(LANE, one) for one in (AUTHORITY, OWN, *OTHERS)]


class Connection(TopicsInMemory):
    """Topics that tell what was begun and awaited; one that takes nothing breaks all under way."""

    def __init__(self, *topics: str) -> None:
        super().__init__(*topics)
        self.told: list[str] = []
        self.under_way: set[str] = set()
        self.most = 0
        self.takes_nothing = ""

    def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
        if topic == self.takes_nothing:
            self.under_way.clear()
            raise TopicTrouble(f"{topic}: refused")
        acknowledged = super().begin(topic, records)
        self.told.append(topic)
        self.under_way.add(topic)
        self.most = max(self.most, len(self.under_way))

        def waited() -> Sequence[int]:
            if topic not in self.under_way:
                raise TopicTrouble(f"{topic}: the connection was closed")
            self.under_way.remove(topic)
            return acknowledged()

        return waited


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    lane = lane_in(tmp_path)
    yield lane
    lane.close()


def say(lane: SqliteStore, *names: str) -> None:
    for name in names:
        writer(lane).commit([work(name, Say(talk=name, to=tuple(OTHERS)))])


def test_the_authority_comes_first_and_the_others_share_round_trips(lane: SqliteStore) -> None:
    say(lane, "a")
    topics = Connection(*ALL)

    relay(lane, topics, pytest.fail).ship(READERS)

    assert topics.told[0] == TO_AUTHORITY
    assert topics.most == READERS_AT_ONCE
    assert all(len(topics.topics[topic]) == 1 for topic in ALL)


def test_readers_together_have_no_more_under_way_than_one_alone(lane: SqliteStore) -> None:
    say(lane, *(f"talk-{number}" for number in range(2 * IN_FLIGHT_MAX // READERS_AT_ONCE)))
    sizes: list[int] = []

    class Counting(Connection):
        def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
            sizes.append(len(records))
            return super().begin(topic, records)

    topics = Counting(*ALL)
    relay(lane, topics, pytest.fail).ship(READERS)

    assert max(sizes[1:READERS_AT_ONCE]) * READERS_AT_ONCE <= IN_FLIGHT_MAX
    assert topics.topics[topic_of(LANE, OWN)] == whole(lane)


def test_what_breaks_the_connection_for_one_reader_keeps_nothing_from_the_others(
    lane: SqliteStore,
) -> None:
    say(lane, "a")
    topics, alarms = Connection(*ALL), list[str]()
    topics.takes_nothing = topic_of(LANE, OTHERS[3])

    relay(lane, topics, alarms.append).ship(READERS)

    served = [topic for topic in ALL if topic != topics.takes_nothing]
    assert all(topics.topics[topic][-1] == whole(lane)[-1] for topic in served[:2])
    assert all(topics.topics[topic] for topic in served)
    assert alarms == [f"{LANE} to {OTHERS[3]}: {topics.takes_nothing}: refused"]


def test_who_has_failed_goes_alone_until_it_comes_right(lane: SqliteStore) -> None:
    say(lane, "a")
    topics, alarms = Connection(*ALL), list[str]()
    topics.takes_nothing = topic_of(LANE, OTHERS[3])
    one = relay(lane, topics, alarms.append)
    one.ship(READERS)
    say(lane, "b")

    topics.told.clear()
    one.forget()
    one.ship(READERS)
    topics.takes_nothing, before = "", one.troubles
    one.forget()
    one.ship(READERS)

    assert len(topics.told) == len(set(topics.told)), "the others were sent the second record once"
    assert before
    assert not one.troubles


def test_a_lane_that_has_not_grown_is_not_read_again(lane: SqliteStore) -> None:
    say(lane, "a")
    reads: list[int] = []

    class Counting(LaneFile):
        def records(self, reader: str | None, after: int = 0) -> Iterator[Record]:
            reads.append(after)
            return super().records(reader, after)

    one = Relay(Counting(lane.path), signer(LANE).vkey, Connection(*ALL), pytest.fail)
    one.ship(READERS)
    reads.clear()

    assert one.ship(READERS) == 0
    assert not reads
    assert one.ship(Readers(OWN, AUTHORITY, [*OTHERS[1:], OTHERS[0]])) == 0
    assert reads, "other readers are looked at, and so is what has grown"
    say(lane, "b")
    assert one.ship(READERS) == len(ALL)
