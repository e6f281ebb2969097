"""A realm of processes over a real broker finds what the same realm finds in one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.broker.broker import Broker
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from examples.over_http.driving import HttpDriver
from examples.over_http.realm import BrokerRealm
from services.answers import finding_lines
from services.cli.demo import draw
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.homes import no_progress


@pytest.fixture
def empty_broker(broker: Broker) -> Iterator[Broker]:
    """A broker of ours without topics, before and after: the plan removes what is beside it."""
    if not broker.ours:
        pytest.skip("the broker at the given address is not ours to empty")
    broker.wipe()
    broker.start()
    yield broker
    broker.wipe()
    broker.start()


def findings(home: Path) -> list[bytes]:
    realm = Realm(home)
    try:
        with realm.store(AUDIT_LANE).reading() as tx:
            return finding_lines(tx)
    finally:
        realm.close()


def test_the_fortnight_over_kafka_gives_the_findings_of_one_process(
    played: Path, tmp_path: Path, empty_broker: Broker
) -> None:
    authority = tmp_path / "authority"
    found(authority, draw)

    with BrokerRealm(tmp_path / "agencies", authority, empty_broker, draw) as realm:
        driver = HttpDriver(realm)
        driver.begin({AUDIT_LANE: AUTHORITY})
        scenario = Scenario(driver, draw)
        scenario.join()
        scenario.play(no_progress)

    assert findings(authority) == findings(played)
    assert list(Verifying(Realm(authority)).faults()) == []
