"""How much goes to a broker at once, and how often: requests are what a busy lane pays for."""

from collections.abc import Mapping

import pytest

from events.log.kafka.broker_topics import BATCH_BYTES, BrokerTopics
from events.log.kafka.message import RECORD_BYTES_MAX
from events.log.kafka.names import topic_of
from events.log.kafka.source import Source
from events.log.reading.arrivals import Record
from examples.broker.broker import Broker
from examples.kazakhstan.agencies import WINDOW_LANE
from services.serving import kafka_inbound
from services.topics.settings import MESSAGE_BYTES_MAX
from tests.kafka.heard import TOPIC as HEARD
from tests.kafka.heard import hear, send
from tests.kafka.offices import Office
from tests.kafka.topics_on_broker import TopicsOnBroker

TOPIC = topic_of("intake.small-1", "requests")
NOTE_BYTES = 300


def test_records_that_share_a_request_are_less_than_a_topic_takes_at_once() -> None:
    assert BATCH_BYTES < MESSAGE_BYTES_MAX
    assert RECORD_BYTES_MAX < MESSAGE_BYTES_MAX


def test_records_of_every_size_are_taken_in_their_order(
    broker: Broker, own_topics: TopicsOnBroker
) -> None:
    own_topics.make(TOPIC)
    sizes = [RECORD_BYTES_MAX - 1024, 1, BATCH_BYTES, 60_000, 60_000, BATCH_BYTES - 100] * 2
    records = [
        Record(b"n" * NOTE_BYTES, bytes([number]) * size) for number, size in enumerate(sizes)
    ]

    topics = BrokerTopics(broker.access())
    try:
        offsets = topics.send(TOPIC, records)
        read = list(topics.records(TOPIC))
    finally:
        topics.close()

    assert list(offsets) == list(range(len(records)))
    assert read == records


def test_operators_tools_are_told_now_and_then_and_not_after_each_record(
    monkeypatch: pytest.MonkeyPatch, window: Office, ledger: Office
) -> None:
    told: list[Mapping[str, int]] = []

    class Counting(Source):
        def commit(self, held: Mapping[str, int]) -> None:
            told.append(dict(held))
            super().commit(held)

    monkeypatch.setattr(kafka_inbound, "Source", Counting)
    monkeypatch.setattr(kafka_inbound, "TELL_SECONDS", 3600)
    for _ in range(3):
        window.grow(1)
        send(window)
        hear(ledger, window)
    before = len(told)

    monkeypatch.setattr(kafka_inbound, "TELL_SECONDS", 0)
    ledger.inbound.step()

    assert before == 1
    assert len(told) == 2
    assert told[-1] == {HEARD: ledger.held(WINDOW_LANE)[0]}
