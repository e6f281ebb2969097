"""All that is measured over a real broker, which is found as tests and demo find one."""

from collections.abc import Iterator
from pathlib import Path

from bench.bus import apache, arriving, latency, relaying
from bench.bus.filled import fill
from bench.bus.size import FULL, Size
from bench.measure import Ratio
from events.log.kafka.access import KafkaAccess
from examples.broker.broker import NoBroker
from examples.broker.finding import find_broker
from examples.broker.jars import JarsMissing


def measure(folder: Path) -> Iterator[Ratio | str]:
    """Give each ratio, and in words what was not measured and why.

    Args:
        folder: for homes and the broker's data; on a real disk.
    """
    try:
        broker = find_broker(folder)
    except NoBroker as absent:
        yield "\n".join(["NOT MEASURED: the bus, for there is no broker:", *absent.reasons])
        return
    with broker:
        yield from measure_on(broker.access(), folder, FULL)


def measure_on(access: KafkaAccess, folder: Path, size: Size) -> Iterator[Ratio | str]:
    """Measure on a broker that runs; topics of the bench's own are made and deleted.

    Raises:
        BrokerTrouble: it has topics of these names already: they are somebody's.
    """
    filled = fill(folder, size.fillings)
    theirs, why_not = _apache()
    if why_not:
        yield f"NOT MEASURED: Apache's ProducerPerformance, for {why_not}"
    yield from relaying.measure(access, folder, filled, size, theirs)
    yield from arriving.measure(access, folder, filled, size)
    yield from latency.measure(access, folder, filled, size)


def _apache() -> tuple[apache.Apache | None, str]:
    """Find Apache's producer; else say why there is none."""
    try:
        return apache.found(), ""
    except (ImportError, JarsMissing, OSError) as absent:
        return None, str(absent)
