"""Every piece of the bench of the bus runs on a real broker; what it takes is not judged here."""

import re
from pathlib import Path
from typing import Final

import pytest

from bench.bus import apache, measuring
from bench.bus.size import Size
from bench.measure import Ratio, line
from examples.broker.broker import Broker, NoBroker
from examples.broker.jars import PINS, pins

TASTE: Final = Size(rounds=1, fillings=1, apache_records=20, seconds=1)
PIECES: Final = (
    "relay / kafka-python",
    "relay / Apache's ProducerPerformance",
    "verified ingest from Kafka / kafka-python",
    "p99 at 200 events/s, to another agency / kafka-python",
    "p99 at 200 events/s, to the ledger / kafka-python",
)


def test_each_piece_gives_a_line_with_its_baseline(broker: Broker, tmp_path: Path) -> None:
    found = list(measuring.measure_on(broker.access(), tmp_path, TASTE))

    ratios = [one for one in found if isinstance(one, Ratio)]
    assert len(ratios) == len(found) == len(PIECES)
    for piece, ratio in zip(PIECES, ratios, strict=True):
        assert line(ratio).startswith(piece)
        assert ratio.product > 0
        assert ratio.baseline > 0


def test_without_a_broker_it_is_said_aloud(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def none(_folder: Path) -> Broker:
        raise NoBroker(("a container: no engine", "jars: no Java"))

    monkeypatch.setattr(measuring, "find_broker", none)

    (said,) = measuring.measure(tmp_path)

    assert isinstance(said, str)
    assert said.startswith("NOT MEASURED: the bus")
    assert "no engine" in said
    assert "no Java" in said


def test_apaches_producer_is_of_the_brokers_version() -> None:
    (tools,) = pins(apache.PINS.read_text())
    kafka = {path for path in pins(PINS.read_text()) if path.startswith("org/apache/kafka/")}

    assert re.fullmatch(r"org/apache/kafka/kafka-tools/[\d.]+/kafka-tools-[\d.]+\.jar", tools)
    assert tools.split("/")[-2] in {path.split("/")[-2] for path in kafka}
