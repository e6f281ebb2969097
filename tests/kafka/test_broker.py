"""The broker that others are tried on: it lets users in by password, and keeps what it is given."""

import gc
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

import pytest
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import NewTopic
from kafka.errors import KafkaError
from msgspec.structs import replace

from events.log.kafka.access import KafkaAccess
from examples.broker.broker import Broker
from examples.broker.jvm import JavaBroker
from examples.servers.server import ServerFailed, administrator_password

SECONDS_MAX: Final = 20
"""For an answer of a broker that is back, on a machine under load."""
NUMBERS: Final = count(1)


@pytest.fixture
def ours(broker: Broker) -> Iterator[Broker]:
    """The broker, if it may be killed; it runs again for who comes after."""
    if not broker.ours:
        pytest.skip(f"the broker at {broker.bootstrap} is not ours to be killed")
    yield broker
    broker.start()


@pytest.fixture
def topic(broker: Broker) -> str:
    """A topic that no other test uses."""
    name = f"broker-test-{next(NUMBERS)}"
    admin = KafkaAdminClient(**broker.access().settings())
    admin.create_topics([NewTopic(name, 1, 1)])
    admin.close()
    return name


def send(access: KafkaAccess, topic: str, *values: bytes) -> None:
    producer = KafkaProducer(acks="all", **access.settings())
    try:
        for value in values:
            producer.send(topic, value).get(SECONDS_MAX)
    finally:
        producer.close(timeout=0)


def held(access: KafkaAccess, topic: str) -> list[bytes]:
    """Read a topic from its beginning to the end that it has now."""
    whole = TopicPartition(topic, 0)
    consumer = KafkaConsumer(consumer_timeout_ms=SECONDS_MAX * 1000, **access.settings())
    consumer.assign([whole])
    consumer.seek_to_beginning(whole)
    wanted = consumer.end_offsets([whole])[whole]
    found = [record.value for _, record in zip(range(wanted), consumer, strict=False)]
    consumer.close()
    return found


def answers(access: KafkaAccess) -> bool:
    """Say whether a client is let in; one that is not leaves its socket to the collector."""
    quickly = {**access.settings(), "bootstrap_timeout_ms": 1000}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        let_in = True
        try:
            KafkaAdminClient(**quickly).close()
        except KafkaError:
            let_in = False
        gc.collect()
    return let_in


def test_who_has_the_password_writes_and_reads(broker: Broker, topic: str) -> None:
    send(broker.access(), topic, b"one", b"two")

    assert held(broker.access(), topic) == [b"one", b"two"]


def test_another_password_is_refused(broker: Broker) -> None:
    wrong = replace(broker.access(), password="guessed")  # noqa: S106 -- a wrong one

    assert answers(broker.access())
    assert not answers(wrong)


def test_a_topic_is_made_by_the_administrator_and_not_by_a_writer(broker: Broker) -> None:
    writer = KafkaProducer(max_block_ms=500, **broker.access().settings())

    with pytest.raises(KafkaError):
        writer.send("nobodys", b"").get(SECONDS_MAX)

    writer.close(timeout=0)


def test_after_a_crash_it_is_back_with_what_it_had(ours: Broker, topic: str) -> None:
    send(ours.access(), topic, b"before")
    address = ours.bootstrap

    ours.kill()
    ours.start()

    assert ours.bootstrap == address
    send(ours.access(), topic, b"after")
    assert held(ours.access(), topic) == [b"before", b"after"]


def test_frozen_it_answers_nobody_and_then_goes_on(ours: Broker, topic: str) -> None:
    send(ours.access(), topic, b"before")

    ours.pause()
    frozen = not answers(ours.access())
    ours.resume()

    assert frozen
    send(ours.access(), topic, b"after")
    assert held(ours.access(), topic) == [b"before", b"after"]


def test_a_frozen_broker_can_be_stopped_and_started(ours: Broker, topic: str) -> None:
    send(ours.access(), topic, b"before")

    ours.pause()
    ours.stop()
    ours.start()

    assert held(ours.access(), topic) == [b"before"]


def test_a_start_of_what_runs_changes_nothing(ours: Broker, topic: str) -> None:
    send(ours.access(), topic, b"before")

    ours.start()

    assert held(ours.access(), topic) == [b"before"]


def test_a_broker_that_does_not_start_says_what_its_log_says(tmp_path: Path) -> None:
    broken = JavaBroker(tmp_path, java=Path("/bin/echo"), jars=[], seed="x")

    with pytest.raises(ServerFailed, match=r"not started.*server\.properties"), broken:
        pass

    assert broken.pid is None
    assert not (tmp_path / "data").exists()


def test_what_does_not_run_is_not_paused(tmp_path: Path) -> None:
    idle = JavaBroker(tmp_path, java=Path("/bin/echo"), jars=[])

    for touch in (idle.pause, idle.resume):
        with pytest.raises(ServerFailed, match="does not run"):
            touch()
    idle.stop()
    idle.kill()


def test_a_password_is_drawn_anew_but_the_same_from_the_same_seed() -> None:
    assert administrator_password("run 1") == administrator_password("run 1")
    assert administrator_password("run 1") != administrator_password("run 2")
    assert administrator_password(None) != administrator_password(None)
