"""The relay, over a bare producer of single events and over Apache's own measuring producer."""

from contextlib import closing
from pathlib import Path
from typing import Final

from bench.bus import baselines
from bench.bus.apache import Apache
from bench.bus.filled import Filled
from bench.bus.own_topics import lane_topic, made
from bench.bus.size import Size
from bench.measure import Pair, Ratio, seconds, speed
from events.log.adapters.local import LaneFile
from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers, Relay
from examples.kazakhstan.agencies import WINDOW_LANE

OVER_BARE: Final = 4
BY_APACHE: Final = "bench.apache"
"""The topic; it is made anew each round."""


def measure(
    access: KafkaAccess, folder: Path, filled: Filled, size: Size, apache: Apache | None
) -> list[Ratio]:
    """Alternate between the relay, the bare producer and, where it is to be had, Apache's."""
    events, records = len(filled.raws), len(filled.records) - 1
    bare: list[Pair] = []
    by_apache: list[Pair] = []
    for number in range(size.rounds):
        relayed = relay(access, filled, number)
        bare.append(Pair(relayed, send_each(access, filled, number)))
        if apache is not None:
            rate = send_by(apache, access, folder, filled.record_bytes, size.apache_records)
            by_apache.append(Pair(relayed, records / rate))
    what = "relay / kafka-python, an event a record"
    found = [speed(what, OVER_BARE, "events", events, bare)]
    if by_apache:
        what = f"relay / Apache's ProducerPerformance, records of {filled.record_bytes:,} bytes"
        found.append(speed(what, None, "records", records, by_apache))
    return found


def relay(access: KafkaAccess, filled: Filled, number: int) -> float:
    """Ship a lane to one reader until all is acknowledged; seconds.

    The topic begins with the lane's first record, by which connections are opened before.
    """
    reader = f"bench-{number}"
    topic, topics = topic_of(WINDOW_LANE, reader), BrokerTopics(access)
    with made(access, [lane_topic(topic)]), closing(topics):
        topics.send(topic, filled.records[:1])
        topics.end(topic)
        one = Relay(LaneFile(filled.path), filled.vkey, topics, complain)
        taken = seconds(lambda: one.ship(Readers(reader, reader, ())))
        end = topics.end(topic)
    assert end is not None
    assert end.offset == len(filled.records) - 1
    return taken


def send_each(access: KafkaAccess, filled: Filled, number: int) -> float:
    """Send the same events one by one, without seal and without lane; seconds."""
    topic = f"bench.single.{number}"
    with (
        made(access, [lane_topic(topic)]),
        closing(baselines.producer_of_many(access)) as producer,
    ):
        baselines.send_each(producer, topic, filled.raws[:1])
        return seconds(lambda: baselines.send_each(producer, topic, filled.raws))


def send_by(apache: Apache, access: KafkaAccess, folder: Path, size: int, records: int) -> float:
    """Send records of the same mean size; records a second."""
    with made(access, [lane_topic(BY_APACHE)]):
        return apache.records_a_second(access, folder, BY_APACHE, records=records, size=size)


def complain(alarm: str) -> None:
    """Take no alarm for granted: what it measures would not be what it says."""
    raise AssertionError(alarm)
