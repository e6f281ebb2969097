"""What breaks between a client and a real broker, and what is done about it: what is sent."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kafka import KafkaProducer
from kafka.errors import InvalidTimestampError, KafkaError
from msgspec.structs import replace

from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.opening import opened
from events.log.kafka.source import Source
from events.log.kafka.topics import TopicTrouble
from events.log.lane.clock import machine_time
from events.log.reading.arrivals import Record
from services.topics.admin import Administrator
from services.topics.settings import MESSAGE_BYTES_MAX
from tests.kafka.lane_records import (
    READER,
    READERS,
    TO_AUTHORITY,
    TO_OWN,
    TO_READER,
    lane_in,
    relay,
    say,
    whole,
)
from tests.kafka.topics_on_broker import TopicsOnBroker

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

PASSWORD, WRONG = "of-a-test-41c9", "wrong-41c9"
ABSENT = KafkaAccess(bootstrap="127.0.0.1:1", user="intake.almaty", password=WRONG)
BOMB = b"0" * (4 * MESSAGE_BYTES_MAX)
"""It shrinks a thousandfold, and is four times what a topic takes."""
ACK_SECONDS = 10
DAY_SECONDS = 24 * 60 * 60


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    lane = lane_in(tmp_path)
    yield lane
    lane.close()


@pytest.fixture
def topics(own_topics: TopicsOnBroker) -> Iterator[BrokerTopics]:
    topics = BrokerTopics(own_topics.access)
    yield topics
    topics.close()


@pytest.fixture
def writer(own_topics: TopicsOnBroker) -> KafkaAccess:
    """A user who may do nothing yet."""
    Administrator(own_topics.access).set_passwords({"provider.trap": PASSWORD})
    return replace(own_topics.access, user="provider.trap", password=PASSWORD)


def test_a_readers_topic_that_is_missing_is_said_once_and_filled_when_it_appears(
    lane: SqliteStore, topics: BrokerTopics, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN)
    say(lane, "a")
    alarms: list[str] = []
    sending = relay(lane, topics, alarms.append)

    sending.ship(READERS)
    sending.forget()
    sending.ship(READERS)
    missing = list(sending.troubles)
    own_topics.make(TO_READER)
    sending.forget()
    sent = sending.ship(READERS)

    assert missing == alarms
    assert len(alarms) == 1
    assert f"topic {TO_READER} is not there, or not for this user" in alarms[0]
    assert sent == 1
    assert sending.troubles == []


def test_a_topic_that_takes_nothing_from_this_user_is_said_in_words(
    lane: SqliteStore, writer: KafkaAccess, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN, TO_READER)
    say(lane, "a")
    alarms: list[str] = []
    topics = BrokerTopics(writer)

    with (
        own_topics.permitted(writer.user, "read", TO_AUTHORITY, TO_OWN, TO_READER),
        own_topics.permitted(writer.user, "write", TO_AUTHORITY, TO_OWN),
    ):
        relay(lane, topics, alarms.append).ship(READERS)

    topics.close()
    assert len(alarms) == 1
    assert alarms[0].startswith(f"provider.a to {READER}: {TO_READER}: TopicAuthorizationFailed")


def test_a_producer_that_was_refused_is_made_anew(
    lane: SqliteStore, writer: KafkaAccess, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN)
    say(lane, "a")
    topics = BrokerTopics(writer)

    with (
        own_topics.permitted(writer.user, "write", TO_OWN),
        own_topics.permitted(writer.user, "describe", TO_AUTHORITY),
    ):
        with pytest.raises(TopicTrouble, match="TopicAuthorizationFailed"):
            topics.send(TO_AUTHORITY, whole(lane))
        with own_topics.permitted(writer.user, "write", TO_AUTHORITY):
            offsets = topics.send(TO_AUTHORITY, whole(lane))

    topics.close()
    assert list(offsets) == [0]


def test_a_topic_made_anew_is_filled_again_while_the_lane_is_idle(
    lane: SqliteStore, topics: BrokerTopics, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN, TO_READER)
    say(lane, "a", "b")
    sending = relay(lane, topics, _refuse)
    sending.ship(READERS)

    own_topics.make_anew(TO_AUTHORITY, TO_READER)
    sending.forget()
    sending.ship(READERS)

    assert list(topics.records(TO_AUTHORITY)) == whole(lane)
    assert list(topics.records(TO_OWN)) == whole(lane)
    assert len(list(topics.records(TO_READER))) == 2


def test_without_looking_again_an_idle_lane_would_leave_it_empty(
    lane: SqliteStore, topics: BrokerTopics, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN, TO_READER)
    say(lane, "a", "b")
    sending = relay(lane, topics, _refuse)
    sending.ship(READERS)

    own_topics.make_anew(TO_AUTHORITY)
    sending.ship(READERS)

    assert list(topics.records(TO_AUTHORITY)) == []


def test_an_offset_that_is_not_the_next_makes_the_relay_look_again(
    lane: SqliteStore, topics: BrokerTopics, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, TO_OWN, TO_READER)
    say(lane, "a")
    alarms: list[str] = []
    sending = relay(lane, topics, alarms.append)
    sending.ship(READERS)
    say(lane, "b")
    topics.send(TO_AUTHORITY, whole(lane))  # Another hand repeats all, and knows more.

    sending.ship(READERS)
    say(lane, "c")
    sending.ship(READERS)

    one, two, three = whole(lane)
    assert list(topics.records(TO_AUTHORITY)) == [one, one, two, two, three]
    assert f"{TO_AUTHORITY}: offset 3 followed 0; it is read again" in alarms


@pytest.mark.parametrize("ahead", [-DAY_SECONDS, DAY_SECONDS], ids=["behind", "ahead"])
def test_what_a_machine_a_day_off_has_dated_is_taken(
    own_topics: TopicsOnBroker, ahead: int
) -> None:
    own_topics.make(TO_AUTHORITY)

    assert _send_dated(own_topics.access, TO_AUTHORITY, ahead) == 0


def test_without_the_topics_setting_what_is_dated_a_day_ahead_would_be_refused(
    own_topics: TopicsOnBroker,
) -> None:
    own_topics.make(TO_AUTHORITY, message_timestamp_type="CreateTime")

    with pytest.raises(InvalidTimestampError):
        _send_dated(own_topics.access, TO_AUTHORITY, DAY_SECONDS)


def test_a_compression_bomb_is_refused(topics: BrokerTopics, own_topics: TopicsOnBroker) -> None:
    own_topics.make(TO_AUTHORITY)

    with pytest.raises(KafkaError):
        _send_compressed(own_topics.access, TO_AUTHORITY, BOMB)

    assert list(topics.records(TO_AUTHORITY)) == []


def test_without_the_topics_setting_a_compression_bomb_is_let_in(
    topics: BrokerTopics, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TO_AUTHORITY, compression_type="producer")

    _send_compressed(own_topics.access, TO_AUTHORITY, BOMB)

    assert list(topics.records(TO_AUTHORITY)) == [Record(b"", BOMB)]


@pytest.mark.usefixtures("impatient")
def test_an_absent_broker_is_said_by_whoever_writes_or_reads() -> None:
    for asked in (lambda: BrokerTopics(ABSENT).end("t"), lambda: Source(ABSENT, "g").read({})):
        with pytest.raises(TopicTrouble, match=r"no broker hears at 127\.0\.0\.1:1"):
            asked()


@pytest.mark.usefixtures("impatient")
def test_a_wrong_password_is_said_by_whoever_writes_or_reads(own_topics: TopicsOnBroker) -> None:
    wrong = replace(own_topics.access, password=WRONG)

    for asked in (lambda: BrokerTopics(wrong).end("t"), lambda: Source(wrong, "g").read({})):
        with pytest.raises(TopicTrouble, match="does not let admin in") as said:
            asked()
        assert WRONG not in str(said.value)


def _refuse(alarm: str) -> None:
    raise AssertionError(alarm)


def _send_compressed(access: KafkaAccess, topic: str, value: bytes) -> None:
    producer = opened(
        KafkaProducer, access, compression_type="gzip", max_request_size=2 * len(BOMB)
    )
    try:
        producer.send(topic, value=value, partition=0).get(timeout=ACK_SECONDS)
    finally:
        producer.close(timeout=0)


def _send_dated(access: KafkaAccess, topic: str, ahead: int) -> int:
    """Send as a machine does whose clock is ahead by so many seconds; give the offset."""
    now = machine_time() + timedelta(seconds=ahead)
    producer = opened(KafkaProducer, access)
    try:
        dated = int(now.timestamp() * 1000)
        sent = producer.send(topic, value=b"[{}]", partition=0, timestamp_ms=dated)
        offset: int = sent.get(timeout=ACK_SECONDS).offset
        return offset
    finally:
        producer.close(timeout=0)
