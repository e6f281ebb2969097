"""`python -m bench.bus.bare_consumer ACCESS TOPIC`: tells how many records it has read."""

import sys
import threading
from contextlib import closing
from pathlib import Path

from bench.bus import baselines
from bench.bus.watched import tell
from events.log.kafka.access import read_access


def main(access: Path, topic: str) -> None:
    """Poll until the input ends."""
    ended = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(ended,), daemon=True).start()
    with closing(baselines.consumer_of(read_access(access), topic)) as consumer:
        consumer.poll(timeout_ms=0)
        tell(0)
        while not ended.is_set():
            for messages in consumer.poll(timeout_ms=baselines.POLL_MS).values():
                tell(messages[-1].offset + 1)


def _wait_for_the_end(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
