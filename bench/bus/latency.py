"""From a command to where others see it, over a bare producer and consumer; p99, open loop."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Final, NamedTuple

from kafka import KafkaProducer

from bench.bus import baselines
from bench.bus.filled import Filled
from bench.bus.offering import RATE, Sent, commands, records
from bench.bus.offices import Office, office, on_kafka, topics_of
from bench.bus.own_topics import lane_topic, made
from bench.bus.size import Size
from bench.bus.watched import Watched
from bench.measure import Pair, Ratio, growth
from events.log.kafka.access import KafkaAccess, lane_access_file, write_access
from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE

TARGET: Final = 3
TOPIC: Final = "bench.latency"
WARM_UP: Final = "warm-up"
_MS: Final = 1000


class Bench(NamedTuple):
    """All that stands while it is measured: three offices, and a producer with its consumer."""

    window: Office
    deliverer: Watched
    ledger: Watched
    producer: KafkaProducer
    consumer: Watched


class Round(NamedTuple):
    """The p99 of one round, in milliseconds."""

    deliverer: float
    ledger: float
    bare: float


def measure(access: KafkaAccess, folder: Path, filled: Filled, size: Size) -> list[Ratio]:
    """Alternate between a window's commands and a bare producer's records, at the same rate."""
    home = folder / "offering"
    shutil.copytree(filled.before, home)
    for lane in (WINDOW_LANE, DELIVERY_LANE, AUDIT_LANE):
        write_access(lane_access_file(home, lane), access)
    topics = [*topics_of(home), lane_topic(TOPIC)]
    with made(access, topics), _bench(access, home) as bench:
        _round(bench, filled.raws, 0, WARM_UP, size.seconds / size.rounds)
        sent = int(size.seconds / size.rounds * RATE)
        rounds = []
        for number in range(size.rounds):
            rounds.append(_round(bench, filled.raws, sent, str(number), size.seconds))
            sent += int(size.seconds * RATE)
    shutil.rmtree(home)
    return [
        growth(f"p99 at {RATE} events/s, {to} / kafka-python", TARGET, "ms", pairs)
        for to, pairs in (
            ("to another agency", [Pair(one.deliverer, one.bare) for one in rounds]),
            ("to the ledger", [Pair(one.ledger, one.bare) for one in rounds]),
        )
    ]


@contextmanager
def _bench(access: KafkaAccess, home: Path) -> Iterator[Bench]:
    module, file = "bench.bus.reading_office", lane_access_file(home, WINDOW_LANE)
    with ExitStack() as stack:
        deliverer = Watched(module, str(home), DELIVERY_LANE, WINDOW_LANE)
        ledger = Watched(module, str(home), AUDIT_LANE, WINDOW_LANE)
        consumer = Watched("bench.bus.bare_consumer", str(file), TOPIC)
        for one in (deliverer, ledger, consumer):
            stack.enter_context(one)
        window = stack.enter_context(office(home, WINDOW_LANE, on_kafka))
        producer = stack.enter_context(closing(baselines.producer_at_once(access)))
        yield Bench(window, deliverer, ledger, producer, consumer)


def _round(bench: Bench, raws: Sequence[bytes], before: int, name: str, seconds: float) -> Round:
    said = commands(bench.window, name, seconds)
    to_ledger = p99(bench.ledger, said)
    to_deliverer = p99(bench.deliverer, [one for one in said if one.forwarded])
    sent = records(bench.producer, TOPIC, raws, before, seconds)
    return Round(to_deliverer, to_ledger, p99(bench.consumer, sent))


def p99(seen_by: Watched, sent: Sequence[Sent]) -> float:
    """Wait until all has arrived; give the p99 from when it was due, in milliseconds."""
    seen_by.wait(sent[-1].seq)
    took = [seen_by.instant(one.seq) - one.due for one in sent]
    return quantiles(took, n=100)[-1] * _MS
