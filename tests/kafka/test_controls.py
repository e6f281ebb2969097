"""Defences taken away, on a real broker: what each keeps from happening.

The parts are the product's, assembled here without one of them; the product has no such switch.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from kafka import KafkaConsumer, TopicPartition

from events import codec
from events.acts.keys import AskKey
from events.envelope import moment
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.kafka.access import KafkaAccess
from events.log.kafka.message import record_of
from events.log.kafka.opening import opened
from events.log.lane import clock
from events.log.lane.store import NewEvent, Position
from events.log.lane.work import Answer, Remembered
from events.log.reading.batch import Omitted, split_batch
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from examples.over_http.clock_off import OffClock
from services import realm
from tests.flows.homes import copy_of
from tests.http.words import NOW
from tests.kafka.heard import TOPIC, hear, send
from tests.kafka.offices import Office, office
from tests.kafka.topics_on_broker import TopicsOnBroker

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

NOWHERE = KafkaAccess(bootstrap="127.0.0.1:1", user=WINDOW_LANE, password="none")  # noqa: S106 -- it opens nothing
ASK_ID = "ask-1"
ASK = AskKey(key_id="key-1", case_id="case-1", to_lane=AUDIT_LANE)
POLL_MS, EMPTY_POLLS = 300, 3


class ForgetfulTransaction(SqliteTransaction):
    """Remembers no command."""

    def answers(self, command_ids: Sequence[str]) -> Mapping[str, Remembered]:  # noqa: ARG002 -- the port
        """Know of none."""
        return {}

    def append(
        self,
        events: Sequence[NewEvent],
        answers: Mapping[str, Remembered],  # noqa: ARG002 -- the port
        position: Position | None,
    ) -> None:
        """Append events alone."""
        super().append(events, {}, position)


class ForgetfulStore(SqliteStore):
    """The product's store without the memory of commands."""

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """As the store's."""
        with self.recorder.datastore.transaction(commit=True) as c:
            yield ForgetfulTransaction(self.recorder, c)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every lane that is opened from now on forgets its commands."""
    monkeypatch.setattr(realm, "SqliteStore", ForgetfulStore)


def ask_twice(window: Office) -> int:
    """Send one command again, as whoever got no answer does; give how many events came of it."""
    for _ in range(2):
        assert isinstance(window.send(ASK_ID, ASK), Answer)
    return sum(f'"commandid":"{ASK_ID}"'.encode() in raw for raw in own_events(window))


def test_a_command_that_is_sent_again_adds_nothing_anywhere(window: Office, ledger: Office) -> None:
    added = ask_twice(window)
    send(window)
    hear(ledger, window)

    assert added == 1
    assert ledger.held(WINDOW_LANE)[1] == window.size()


@pytest.mark.usefixtures("forgetful")
def test_without_remembered_ids_a_command_that_is_sent_again_would_be_done_again_for_all(
    window: Office, ledger: Office
) -> None:
    added = ask_twice(window)
    send(window)
    hear(ledger, window)

    assert added == 2
    assert ledger.held(WINDOW_LANE)[1] == window.size()


@pytest.mark.parametrize("days", [-1, 1])
def test_without_the_logs_clock_an_agency_would_date_its_events_a_day_off(
    joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    right = clock.machine_time()
    monkeypatch.setattr(clock, "datetime", OffClock)
    monkeypatch.setattr(OffClock, "off", timedelta(days=days))
    dated: dict[str, datetime] = {}

    for kind in (clock.LogClock(), clock.WallClock()):
        home = copy_of(joined, tmp_path / type(kind).__name__)
        with office(home, WINDOW_LANE, NOWHERE, clock=kind) as window:
            window.send(ASK_ID, ASK)
            dated[type(kind).__name__] = moment(codec.read(own_events(window)[-1]).time)

    assert dated["LogClock"] == moment(NOW)
    assert abs(dated["WallClock"] - right - timedelta(days=days)) < timedelta(hours=1)


class OffsetReader:
    """A reader that trusts the broker: it goes on from its offset, and takes whatever comes."""

    def __init__(self, access: KafkaAccess) -> None:
        self._access = access
        self._next = 0
        self.events: list[bytes] = []

    def read(self) -> None:
        """Take what is there; where its offset is none, from the beginning, as clients do."""
        place = TopicPartition(TOPIC, 0)
        with closing(
            opened(
                KafkaConsumer,
                self._access,
                auto_offset_reset="earliest",
                enable_auto_commit=False,
            )
        ) as consumer:
            consumer.assign([place])
            consumer.seek(place, self._next)
            empty = 0
            while empty < EMPTY_POLLS:
                polled = consumer.poll(timeout_ms=POLL_MS).get(place, [])
                empty = 0 if polled else empty + 1
                for message in polled:
                    items = split_batch(record_of(message).value)
                    self.events += [one for one in items if not isinstance(one, Omitted)]
                    self._next = message.offset + 1


@pytest.mark.parametrize(
    ("more_days", "harm"),
    [pytest.param(0, "doubles", id="shorter"), pytest.param(3, "loses", id="as long")],
)
def test_a_reader_that_trusts_offsets_would_double_or_lose_when_a_topic_is_made_anew(
    window: Office, ledger: Office, own_topics: TopicsOnBroker, more_days: int, harm: str
) -> None:
    careless = OffsetReader(window.access)
    for _ in range(2):  # As two relays do, or one that was killed.
        send(window)
    careless.read()
    hear(ledger, window)

    window.grow(more_days)
    own_topics.make_anew(TOPIC)
    send(window)
    before = set(careless.events)
    careless.read()
    ledger.inbound.look_again()
    hear(ledger, window)

    events = own_events(window)
    assert len(careless.events) > len(before)  # What was repeated was taken again already.
    assert (set(events) <= set(careless.events)) is (harm == "doubles")
    assert ledger.held(WINDOW_LANE) == (len(events), len(events))


def own_events(window: Office) -> list[bytes]:
    """Give a lane's events."""

    def look(opened_: realm.Realm) -> list[bytes]:
        with opened_.store(WINDOW_LANE).reading() as tx:
            return [raw for _, raw in tx.own_after(0, 1_000)]

    return window.host.read_and_wait(look)
