"""One real broker for all tests of this room; without one they are skipped aloud."""

from collections.abc import Iterator

import pytest

from examples.broker.broker import Broker, NoBroker
from examples.broker.finding import find_broker
from tests.kafka.topics_on_broker import TopicsOnBroker

ABSENT = pytest.StashKey[NoBroker]()


@pytest.fixture(scope="session")
def broker(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Broker]:
    """A broker that runs; whoever kills, stops or pauses it leaves it running again."""
    try:
        found = find_broker(tmp_path_factory.mktemp("broker"))
    except NoBroker as absent:
        pytestconfig.stash[ABSENT] = absent
        pytest.skip(str(absent))
    with found:
        yield found


@pytest.fixture
def own_topics(broker: Broker) -> Iterator[TopicsOnBroker]:
    """Topics of the test's own."""
    topics = TopicsOnBroker(broker.access())
    yield topics
    topics.close()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    absent = config.stash.get(ABSENT, None)
    if absent is not None:
        terminalreporter.section("NOT TESTED on a real Kafka broker", red=True, bold=True)
        for reason in absent.reasons:
            terminalreporter.line(reason)
