"""Kafka's classes as they are once it has started, kept for the next starts (JEP 514).

Most of a start is loading and linking classes: 5.5 s of processor time without, 2.3 s with them.
"""

import logging
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Final

from examples.broker.jvm import FLAGS, JavaBroker
from examples.servers.server import ServerFailed

KEY_DIGITS: Final = 16
"""Hex digits of a hash in a file's name: enough to tell Javas and Kafkas of one machine apart."""

LOG: Final = logging.getLogger(__name__)


def loaded_classes(cache: Path, java: Path, jars: list[Path]) -> Path | None:
    """Give the file of loaded classes; the first time a broker is started once to make it.

    Java itself refuses a file that is not of these jars and this runtime, and goes on without.

    Returns:
        The file, or None where it could not be made: starts are then only slower.
    """
    of = "\0".join([str(java), *FLAGS, *map(str, jars)])
    kept = cache / f"kafka-{sha256(of.encode()).hexdigest()[:KEY_DIGITS]}.aot"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=cache, prefix=".recording-") as aside:
            _record(Path(aside), java, jars, kept)
    return kept if kept.exists() else None


def _record(aside: Path, java: Path, jars: list[Path], kept: Path) -> None:
    made = aside / kept.name
    broker = JavaBroker(aside, java=java, jars=jars, records=made)
    try:
        broker.start()
        broker.stop()
        made.replace(kept)
    except (ServerFailed, OSError) as problem:
        LOG.warning("starts will be slow: %s", problem)
    finally:
        broker.close()
