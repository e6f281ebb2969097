"""What a relay decides: it goes on after a topic's last record, the authority's topic leads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.adapters.local import LaneFile, NotShipped
from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers, Relay
from events.log.kafka.topics import TopicTrouble
from events.log.reading.arrivals import Record
from tests.kafka.topics_in_memory import TopicsInMemory
from tests.log.realm import AUTHORITY, agency, signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer

OWN = agency(LANE)
READER = "reader"
READERS = Readers(OWN, AUTHORITY, [READER])
TOPICS = {name: topic_of(LANE, name) for name in (OWN, AUTHORITY, READER)}


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


@pytest.fixture
def topics() -> TopicsInMemory:
    return TopicsInMemory(*TOPICS.values())


def relay(lane: SqliteStore, topics: TopicsInMemory, alarms: list[str] | None = None) -> Relay:
    said: list[str] = [] if alarms is None else alarms
    return Relay(LaneFile(lane.path), signer(LANE).vkey, topics, said.append)


def say(lane: SqliteStore, *names: str, to: tuple[str, ...] = (READER,)) -> None:
    for name in names:
        writer(lane).commit([work(name, Say(talk=name, to=to))])


def whole(lane: SqliteStore) -> list[Record]:
    return list(LaneFile(lane.path).records(None))


def test_each_reader_gets_its_own_records(lane: SqliteStore, topics: TopicsInMemory) -> None:
    say(lane, "a", "b")
    say(lane, "c", to=())

    relay(lane, topics).ship(READERS)

    assert topics.topics[TOPICS[AUTHORITY]] == topics.topics[TOPICS[OWN]] == whole(lane)
    assert topics.topics[TOPICS[READER]] == list(LaneFile(lane.path).records(READER))
    assert len(topics.topics[TOPICS[READER]]) == 2


def test_a_relay_that_is_started_again_sends_nothing_twice(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a")
    relay(lane, topics).ship(READERS)
    say(lane, "b")

    sent = relay(lane, topics).ship(READERS)

    assert sent == 3
    assert topics.topics[TOPICS[AUTHORITY]] == whole(lane)


def test_a_relay_that_runs_twice_only_repeats(lane: SqliteStore, topics: TopicsInMemory) -> None:
    one, other = relay(lane, topics), relay(lane, topics)
    say(lane, "a")
    one.ship(READERS)
    other.ship(READERS)
    say(lane, "b")

    one.ship(READERS)
    other.ship(READERS)
    other.ship(READERS)

    assert topics.topics[TOPICS[AUTHORITY]][:2] == whole(lane)
    assert set(topics.topics[TOPICS[AUTHORITY]]) == set(whole(lane))


def test_an_offset_that_is_not_the_next_makes_the_relay_read_the_end_again(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    alarms: list[str] = []
    say(lane, "a")
    one = relay(lane, topics, alarms)
    one.ship(READERS)
    say(lane, "b")
    relay(lane, topics).ship(READERS)
    say(lane, "c")

    one.ship(READERS)  # It finds that another hand has written in between.
    one.ship(READERS)

    assert any("offset" in alarm for alarm in alarms)
    assert topics.topics[TOPICS[AUTHORITY]][-1] == whole(lane)[-1]


def test_a_topic_that_lost_its_beginning_is_filled_again(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a", "b", "c")
    relay(lane, topics).ship(READERS)
    topics.lost[TOPICS[READER]] = 1
    alarms: list[str] = []

    relay(lane, topics, alarms).ship(READERS)

    assert topics.topics[TOPICS[READER]][3:] == list(LaneFile(lane.path).records(READER))
    assert any("filled again" in alarm for alarm in alarms)


def test_a_topic_that_was_made_anew_is_filled_again(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a", "b")
    one = relay(lane, topics)
    one.ship(READERS)
    topics.topics[TOPICS[READER]] = []

    one.forget()
    one.ship(READERS)

    assert topics.topics[TOPICS[READER]] == list(LaneFile(lane.path).records(READER))


def test_nobody_is_shipped_past_what_the_authority_has(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a")
    del topics.topics[TOPICS[AUTHORITY]]

    with pytest.raises(TopicTrouble):
        relay(lane, topics).ship(READERS)

    assert topics.topics[TOPICS[READER]] == []


def test_a_topic_that_is_missing_is_said_and_keeps_nothing_from_others(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a")
    del topics.topics[TOPICS[OWN]]
    alarms: list[str] = []

    relay(lane, topics, alarms).ship(READERS)

    assert len(topics.topics[TOPICS[READER]]) == 1
    assert [alarm for alarm in alarms if TOPICS[OWN] in alarm]


def test_a_lane_that_is_behind_its_topic_ships_nothing(
    lane: SqliteStore, topics: TopicsInMemory, tmp_path: Path
) -> None:
    say(lane, "a")
    longer = SqliteStore(tmp_path / "longer.db", signer(LANE))
    say(longer, "a", "b")
    relay(longer, topics).ship(READERS)
    longer.close()
    before = {name: list(records) for name, records in topics.topics.items()}

    with pytest.raises(NotShipped, match="goes to size 2"):
        relay(lane, topics).ship(READERS)

    assert topics.topics == before


def test_a_last_record_of_another_hand_stops_that_topic(
    lane: SqliteStore, topics: TopicsInMemory
) -> None:
    say(lane, "a")
    topics.topics[TOPICS[READER]] = [Record(b"not a note", b"[{}]")]
    alarms: list[str] = []

    relay(lane, topics, alarms).ship(READERS)

    assert topics.topics[TOPICS[READER]] == [Record(b"not a note", b"[{}]")]
    assert alarms
