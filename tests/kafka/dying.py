"""`qyzmet serve` that dies at a named point: `python -m tests.kafka.dying`, as the product's own.

The environment names point and pass as `DIES_AT=after commit:7`; without it nothing differs. The
product knows nothing of it: its classes are replaced by heirs of theirs, in this process alone.
"""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.source import Source
from events.log.reading.arrivals import Record
from services import realm
from services.cli.main import main
from services.serving import kafka_grants, kafka_inbound, kafka_outbound

DIES_AT: Final = "DIES_AT"
POINTS: Final = (
    "before commit",
    "after commit",
    "before records are sent",
    "after records were sent",
    "before a grant is sent",
    "after a grant was sent",
    "before offsets are committed",
)
"""Where a process may die; the first two stand for every write of a lane: commands, what other
lanes say, the closing of days, the ledger's counting and judging."""
PASSED: Final[Counter[str]] = Counter()


def at(point: str) -> None:
    """Pass a point, or die there."""
    PASSED[point] += 1
    if os.environ.get(DIES_AT) == f"{point}:{PASSED[point]}":
        os.kill(os.getpid(), signal.SIGKILL)


class DyingStore(SqliteStore):
    """The product's store, until it dies."""

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """As the store's."""
        with super().transaction() as tx:
            yield tx
            at("before commit")
        at("after commit")


class DyingTopics(BrokerTopics):
    """The product's way to topics, until it dies."""

    def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
        """As the parent's."""
        at("before records are sent")
        acknowledged = super().begin(topic, records)

        def waited() -> Sequence[int]:
            offsets = acknowledged()
            at("after records were sent")
            return offsets

        return waited

    def send_one(self, topic: str, value: bytes) -> None:
        """As the parent's."""
        at("before a grant is sent")
        super().send_one(topic, value)
        at("after a grant was sent")


class DyingSource(Source):
    """The product's source, until it dies."""

    def commit(self, held: Mapping[str, int]) -> None:
        """As the parent's."""
        at("before offsets are committed")
        super().commit(held)


if __name__ == "__main__":
    realm.SqliteStore = DyingStore  # type: ignore[attr-defined]  # where files are opened
    kafka_outbound.BrokerTopics = DyingTopics  # type: ignore[attr-defined]  # where they are made
    kafka_grants.BrokerTopics = DyingTopics  # type: ignore[attr-defined]  # as above
    kafka_inbound.Source = DyingSource  # type: ignore[attr-defined]  # as above
    main()
