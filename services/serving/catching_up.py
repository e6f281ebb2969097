"""A restored lane reads what its readers hold of it, then it may be opened again (protocol A7).

The authority's topic leads: nobody is shipped past it. So what it holds is all that anybody holds,
unless it was made anew; what holds less than the lane itself proves nothing and is refused.
"""

from collections.abc import Iterable, Iterator, Sequence

from events.log.adapters.sqlite_store import SqliteStore
from events.log.kafka.access import lane_access_file, read_access
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.reaching import why_not_reached
from events.log.kafka.topics import TopicTrouble
from events.log.lane.catching_up import CannotCatchUp, catch_up, end_of
from events.log.reading.arrivals import Record
from events.log.reading.lane_file import LineRefused
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.deriving import DERIVED
from services.audit.application.making import make_tables
from services.home import Home
from services.lane_copy import keys_of
from services.restored import NotCaughtUp, is_restored, must_have_caught_up, unmark
from services.serving.shipped import ShippedSignatures


def catch_up_all(home: Home, lanes: Sequence[str]) -> None:
    """Have the restored ones of some lanes catch up over the broker, where they have access.

    Raises:
        NotCaughtUp: one cannot; the sentence says why.
    """
    for lane in lanes:
        if is_restored(home.home, lane) and lane_access_file(home.home, lane).exists():
            catch_up_over_broker(home, lane)
        must_have_caught_up(home.home, lane)


def catch_up_over_broker(home: Home, lane: str) -> int:
    """Have a restored lane read the authority's topic of it; it may be opened then.

    Returns:
        How many events were appended.

    Raises:
        NotCaughtUp: the broker does not answer, or what it holds does not do; it stays as it is.
        AccessUnsafe: the lane's access file is missing, or others may read it.
    """
    access = read_access(lane_access_file(home.home, lane))
    topic, topics = topic_of(lane, home.settings.authority), BrokerTopics(access)
    try:
        return catch_up_from(home, lane, topics.records(topic), f"topic {topic}")
    except TopicTrouble as trouble:
        why = f" ({why_not_reached(access)})" if trouble.__cause__ is not None else ""
        raise NotCaughtUp(
            f"{lane} was restored and cannot read what its readers hold: {trouble}{why}"
        ) from trouble
    finally:
        topics.close()


def catch_up_from(home: Home, lane: str, records: Iterable[Record], where: str) -> int:
    """Have a restored lane read records of the whole of it; it may be opened then.

    Args:
        home: where the lane is.
        lane: its name.
        records: in their order, as the authority has them.
        where: they are from, for a person.

    Returns:
        How many events were appended.

    Raises:
        NotCaughtUp: they end before the lane does, or do not follow it; what was appended stays.
    """
    own = home.signer(lane)
    shipped = ShippedSignatures(own, keys_of(home, home.path(lane), own.vkey))
    store = SqliteStore(home.path(lane), shipped)
    try:
        with store.reading() as tx:
            size = tx.size()
        reach = _Reach(lane)
        appended = catch_up(store, lane, shipped.of(reach.of(records)))
        if reach.end is None or reach.end < size:
            raise NotCaughtUp(_too_short(lane, where, size, reach.end))
        if lane == home.settings.audit_lane:
            _make_tables(store, lane)
    except (CannotCatchUp, LineRefused) as bad:
        raise NotCaughtUp(f"{where} does not continue the restored lane: {bad}") from bad
    finally:
        store.close()
    unmark(home.home, lane)
    return appended


class _Reach:
    """How far records go, noted as they pass."""

    def __init__(self, lane: str) -> None:
        self._lane = lane
        self.end: int | None = None

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass them on."""
        for record in records:
            self.end = max(self.end or 0, end_of(self._lane, record))
            yield record


def _too_short(lane: str, where: str, size: int, end: int | None) -> str:
    holds = "is empty" if end is None else f"goes to size {end}"
    return (
        f"{where} {holds}, the restored lane to {size}: it does not show that no reader holds "
        f"more; take --lane-file, as the authority's qyzmet lane-file {lane} writes it, or state "
        "--nothing-shipped"
    )


def _make_tables(store: SqliteStore, lane: str) -> None:
    """Make the ledger's tables anew: they knew nothing of what was read.

    What they hold of other lanes' records comes again with those, and all files are judged again
    on the next ledger day.
    """
    with store.transaction() as tx:
        LedgerTables(tx).drop(positions=DERIVED)
        make_tables(tx, lane)
