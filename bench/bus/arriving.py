"""Verified ingest from the broker: the authority's receiving side, over polling and decoding."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.bus import baselines
from bench.bus.filled import Filled
from bench.bus.offices import Office, office, topics_of, unheard
from bench.bus.own_topics import made
from bench.bus.relaying import complain
from bench.bus.size import Size
from bench.measure import Pair, Ratio, seconds, speed
from events.log.adapters.local import LaneFile
from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers, Relay
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY, WINDOW_LANE
from services.serving.kafka_inbound import Inbound


def measure(access: KafkaAccess, folder: Path, filled: Filled, size: Size) -> list[Ratio]:
    """Take a whole lane from its topic in each round, into a fresh copy of the authority."""
    topic = topic_of(WINDOW_LANE, AUTHORITY)
    with made(access, topics_of(filled.before)):
        with closing(BrokerTopics(access)) as topics:
            readers = Readers(AUTHORITY, AUTHORITY, ())
            Relay(LaneFile(filled.path), filled.vkey, topics, complain).ship(readers)
        pairs = [
            Pair(
                take_in(access, folder / "taking", filled),
                poll_and_decode(access, topic, len(filled.records)),
            )
            for _ in range(size.rounds)
        ]
    what = "verified ingest from Kafka / kafka-python poll + JSON decode"
    return [speed(what, None, "events", filled.size, pairs)]


def take_in(access: KafkaAccess, home: Path, filled: Filled) -> float:
    """Have the authority read, check, keep and answer all records of the window; seconds."""
    with authority(filled.before, home) as ledger:
        side = Inbound(ledger.host, ledger.me, access, unheard)
        with closing(side):
            return seconds(lambda: _until_held(side, ledger, filled.size))


@contextmanager
def authority(before: Path, home: Path) -> Iterator[Office]:
    """Open the authority in a copy of a home, which goes with it."""
    shutil.copytree(before, home)
    with office(home, AUDIT_LANE) as ledger:
        yield ledger
    shutil.rmtree(home)


def _until_held(side: Inbound, ledger: Office, size: int) -> None:
    while ledger.held(WINDOW_LANE) < size:
        side.step()


def poll_and_decode(access: KafkaAccess, topic: str, records: int) -> float:
    """Read the same records with a bare consumer; seconds."""
    with closing(baselines.consumer_of(access, topic)) as consumer:
        return seconds(lambda: baselines.poll_and_decode(consumer, records))
