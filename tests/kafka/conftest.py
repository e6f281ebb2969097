"""One real broker for all tests of this room; without one they are skipped aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.kafka import access
from examples.broker.broker import Broker, NoBroker
from examples.broker.finding import find_broker
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from tests.absent import skip
from tests.flows.homes import copy_of
from tests.kafka.heard import OTHERS, TOPIC
from tests.kafka.offices import Office, office
from tests.kafka.topics_on_broker import TopicsOnBroker

IMPATIENT_MS = 500
"""Milliseconds; a broker that is there is reached in 20."""


@pytest.fixture(scope="session")
def broker(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Broker]:
    """A broker that runs; whoever kills, stops or pauses it leaves it running again."""
    try:
        found = find_broker(tmp_path_factory.mktemp("broker"))
    except NoBroker as absent:
        skip(pytestconfig, absent)
    with found:
        yield found


@pytest.fixture
def own_topics(broker: Broker) -> Iterator[TopicsOnBroker]:
    """Topics of the test's own."""
    topics = TopicsOnBroker(broker.access())
    yield topics
    topics.close()


@pytest.fixture
def window(joined: Path, tmp_path: Path, own_topics: TopicsOnBroker) -> Iterator[Office]:
    """A window that sends to topics: three days closed."""
    own_topics.make(TOPIC, *OTHERS)
    home = copy_of(joined, tmp_path / "window")
    with office(home, WINDOW_LANE, own_topics.access) as window:
        window.grow(3)
        yield window


@pytest.fixture
def ledger(joined: Path, tmp_path: Path, own_topics: TopicsOnBroker) -> Iterator[Office]:
    """The authority, which reads what the window sends."""
    home = copy_of(joined, tmp_path / "ledger")
    with office(home, AUDIT_LANE, own_topics.access) as ledger:
        yield ledger


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for a broker in vain does not wait long."""
    monkeypatch.setattr(access, "BOOTSTRAP_TIMEOUT_MS", IMPATIENT_MS)
