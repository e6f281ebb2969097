"""What breaks between a client and a real broker, and what is done about it: what is heard."""

from contextlib import AbstractContextManager
from pathlib import Path
from queue import SimpleQueue

import pytest
from kafka import KafkaConsumer, TopicPartition
from msgspec.structs import replace

from events.log.kafka.access import KafkaAccess, lane_access_file, write_access
from events.log.kafka.names import topic_of
from events.log.kafka.opening import opened
from events.log.lane.work import Answer
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    WINDOW_LANE,
)
from services.home import Home
from services.serving.on_kafka import OnKafka
from services.topics.admin import Administrator
from tests.flows.homes import copy_of
from tests.kafka.heard import OTHERS, TOPIC, hear, look, send, sent_by
from tests.kafka.offices import SECONDS_MAX, Office, office, until
from tests.kafka.topics_on_broker import TopicsOnBroker

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

PASSWORD, WRONG = "of-a-test-93d2", "wrong-93d2"
SHORT = f"topic {TOPIC} was made anew and ends before what {AUDIT_LANE} holds of {WINDOW_LANE}"
NOT_THERE = f"topic {TOPIC} is not there, or not for {AUDIT_LANE}"


def test_a_lane_whose_topic_was_made_anew_is_sent_again_while_it_is_idle(
    window: Office, own_topics: TopicsOnBroker
) -> None:
    window.outbound.step()
    before = sent_by(window)

    own_topics.make_anew(TOPIC)
    window.outbound.look_again()
    window.outbound.step()

    assert sent_by(window) == before


def test_a_topic_that_is_missing_is_said_once_and_read_when_it_appears(
    window: Office, ledger: Office, own_topics: TopicsOnBroker
) -> None:
    own_topics.delete(TOPIC)
    for _ in range(2):
        look(ledger)
    said, missing = ledger.alarms.count(NOT_THERE), list(ledger.inbound.missing)

    own_topics.make(TOPIC)
    send(window)
    ledger.inbound.look_again()
    hear(ledger, window)

    assert said == 1
    assert TOPIC in missing
    assert TOPIC not in ledger.inbound.missing


def test_a_topic_that_is_forbidden_is_said_and_read_when_it_is_permitted(
    window: Office, ledger: Office, own_topics: TopicsOnBroker
) -> None:
    Administrator(own_topics.access).set_passwords({AUDIT_LANE: PASSWORD})
    ledger.access = replace(own_topics.access, user=AUDIT_LANE, password=PASSWORD)
    send(window)

    with own_topics.committing(AUDIT_LANE):
        ledger.inbound.step()
        missing = list(ledger.inbound.missing)
        with own_topics.permitted(AUDIT_LANE, "read", TOPIC):
            ledger.inbound.look_again()
            hear(ledger, window)

    assert NOT_THERE in ledger.alarms
    assert TOPIC in missing


def test_what_is_missing_stands_in_the_troubles_of_the_process(
    joined: Path, tmp_path: Path, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TOPIC, OTHERS[0])
    home, alarms = copy_of(joined, tmp_path), SimpleQueue[str]()
    write_access(lane_access_file(home, WINDOW_LANE), own_topics.access)

    with on_kafka(home, own_topics.access, alarms) as window:
        unread, unsent = topic_of(AUDIT_LANE, CENTRE), OTHERS[1]
        told = ""
        while unread not in told or unsent not in told:
            told += alarms.get(timeout=SECONDS_MAX)
        troubles = window.host.troubles()

    assert [one for one in troubles if unread in one]
    assert [one for one in troubles if unsent in one]


@pytest.mark.parametrize(
    ("repeats", "more_days"),
    [
        pytest.param(0, 3, id="with more records than before"),
        pytest.param(0, 0, id="with the same records"),
        pytest.param(1, 1, id="with fewer records than before"),
        pytest.param(1, 3, id="with as many records that reach further"),
    ],
)
def test_a_reader_of_a_topic_made_anew_neither_loses_nor_doubles(
    window: Office, ledger: Office, own_topics: TopicsOnBroker, repeats: int, more_days: int
) -> None:
    for _ in range(1 + repeats):
        send(window)
    hear(ledger, window)
    ledger.inbound.step()  # Whatever was repeated has been read, too.

    window.grow(more_days)
    own_topics.make_anew(TOPIC)
    send(window)
    ledger.inbound.look_again()
    hear(ledger, window)

    assert ledger.held(WINDOW_LANE) == (window.size(), window.size())


def test_a_topic_made_anew_that_is_not_filled_again_is_said_until_it_is(
    window: Office, ledger: Office, own_topics: TopicsOnBroker
) -> None:
    send(window)
    hear(ledger, window)

    own_topics.make_anew(TOPIC)  # And nobody sends: the lane's software is not ours.
    until(lambda: look(ledger), lambda: SHORT in str(ledger.inbound.troubles))
    send(window)
    until(lambda: look(ledger), lambda: SHORT not in str(ledger.inbound.troubles))

    assert [SHORT in alarm for alarm in ledger.alarms].count(True) == 1


def test_how_far_a_reader_is_stands_under_its_lanes_name_for_operators(
    window: Office, ledger: Office
) -> None:
    send(window)

    hear(ledger, window)

    until(ledger.inbound.step, lambda: committed(ledger.access, AUDIT_LANE) == 3)


def committed(access: KafkaAccess, group: str) -> int:
    """Look as an operator's tools do."""
    consumer = opened(KafkaConsumer, access, group_id=group, enable_auto_commit=False)
    try:
        found: int = consumer.committed(TopicPartition(TOPIC, 0))
        return found
    finally:
        consumer.close(timeout_ms=0)


def test_a_reader_that_may_not_say_how_far_it_is_says_that_once_and_reads_on(
    window: Office, ledger: Office, own_topics: TopicsOnBroker
) -> None:
    Administrator(own_topics.access).set_passwords({AUDIT_LANE: PASSWORD})
    ledger.access = replace(own_topics.access, user=AUDIT_LANE, password=PASSWORD)
    closed = f"group {AUDIT_LANE} is closed to {AUDIT_LANE}: its lag is not seen"
    send(window)

    with own_topics.permitted(AUDIT_LANE, "read", TOPIC):
        hear(ledger, window)
        window.grow(1)
        send(window)
        hear(ledger, window)
        troubles = list(ledger.inbound.troubles)
        with own_topics.committing(AUDIT_LANE):
            send(window)
            until(ledger.inbound.step, lambda: closed not in ledger.inbound.troubles)

    assert ledger.alarms.count(closed) == 1
    assert closed in troubles
    assert committed(own_topics.access, AUDIT_LANE) > 0


def test_a_reader_that_starts_again_goes_on_where_it_stood(window: Office, ledger: Office) -> None:
    send(window)
    hear(ledger, window)
    read_before = ledger.inbound

    read_before.close()
    window.grow(1)
    send(window)
    hear(ledger, window)

    assert ledger.held(WINDOW_LANE) == (window.size(), window.size())
    until(ledger.inbound.step, lambda: committed(ledger.access, AUDIT_LANE) == 3 + 4)


def test_a_reader_whose_store_is_older_than_what_it_committed_reads_from_the_beginning(
    joined: Path, tmp_path: Path, window: Office, ledger: Office
) -> None:
    send(window)
    hear(ledger, window)
    ledger.inbound.close()

    with office(copy_of(joined, tmp_path / "older"), AUDIT_LANE, window.access) as older:
        hear(older, window)

        assert older.held(WINDOW_LANE) == (window.size(), window.size())


@pytest.mark.usefixtures("impatient")
def test_without_a_broker_an_office_says_so_and_goes_on_working(
    joined: Path, tmp_path: Path
) -> None:
    absent = KafkaAccess(bootstrap="127.0.0.1:1", user=WINDOW_LANE, password=WRONG)

    said = goes_on_with(absent, copy_of(joined, tmp_path))

    assert "no broker hears at 127.0.0.1:1" in said


@pytest.mark.usefixtures("impatient")
def test_with_a_wrong_password_an_office_says_so_and_goes_on_working(
    joined: Path, tmp_path: Path, own_topics: TopicsOnBroker
) -> None:
    wrong = replace(own_topics.access, password=WRONG)

    said = goes_on_with(wrong, copy_of(joined, tmp_path))

    assert "does not let admin in" in said
    assert WRONG not in said


def on_kafka(
    home: Path, access: KafkaAccess, alarms: SimpleQueue[str]
) -> AbstractContextManager[Office]:
    """Open a window with its transport, as its process does."""
    return office(home, WINDOW_LANE, access, lambda host: OnKafka(host, Home(home), alarms.put))


def goes_on_with(access: KafkaAccess, home: Path) -> str:
    """Have a window work while its transport fails; give what it says of that."""
    write_access(lane_access_file(home, WINDOW_LANE), access)
    alarms = SimpleQueue[str]()
    with on_kafka(home, access, alarms) as window:
        before = window.record("before")
        said = [alarms.get(timeout=SECONDS_MAX) for _ in ("from topics", "to topics")]
        after = window.record("after")

        assert isinstance(before, Answer)
        assert isinstance(after, Answer)
        assert sorted(said) == sorted(window.host.troubles()[:2])
    return "\n".join(said)
