"""A restored lane is not served before it has caught up; a broker that is away is said in words."""

import socket
from pathlib import Path

import pytest

from events.log.adapters.local import LaneFile
from events.log.kafka.access import KafkaAccess, lane_access_file, write_access
from events.log.reading.arrivals import Record
from examples.kazakhstan.agencies import DELIVERY_LANE, WINDOW_LANE
from services.home import Home
from services.restored import NotCaughtUp, is_restored, mark
from services.serving.catching_up import catch_up_all, catch_up_from
from tests.cli.calling import refused
from tests.flows.homes import copy_of

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Home:
    """A home whose window lane is restored."""
    home = copy_of(played, tmp_path)
    mark(home, WINDOW_LANE)
    return Home(home)


def nobody_hears() -> str:
    """Give an address at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def test_a_broker_that_is_away_is_said_in_words_and_nothing_is_served(home: Home) -> None:
    access = KafkaAccess(
        bootstrap=nobody_hears(),
        user=WINDOW_LANE,
        password="-",  # noqa: S106 -- of no broker
        security_protocol="SASL_PLAINTEXT",
    )
    write_access(lane_access_file(home.home, WINDOW_LANE), access)
    before = list(LaneFile(home.path(WINDOW_LANE)).records(None))

    words = refused(home.home, "serve", WINDOW_LANE)

    assert f"{WINDOW_LANE} was restored and cannot read what its readers hold" in words
    assert f"no broker hears at {access.bootstrap}" in words
    assert is_restored(home.home, WINDOW_LANE)
    assert list(LaneFile(home.path(WINDOW_LANE)).records(None)) == before


def test_without_access_to_a_broker_it_is_refused(home: Home) -> None:
    with pytest.raises(NotCaughtUp, match="must first read what its readers hold"):
        catch_up_all(home, [WINDOW_LANE])


def test_lanes_that_are_not_restored_are_served(home: Home) -> None:
    catch_up_all(home, [DELIVERY_LANE])


def test_what_readers_hold_lets_it_open(home: Home) -> None:
    records = list(LaneFile(home.path(WINDOW_LANE)).records(None))

    assert catch_up_from(home, WINDOW_LANE, records, "here") == 0

    assert not is_restored(home.home, WINDOW_LANE)


def test_a_record_without_a_checkpoint_is_refused(home: Home) -> None:
    with pytest.raises(NotCaughtUp, match="bears no checkpoint"):
        catch_up_from(home, WINDOW_LANE, [Record(b"", b"[]")], "here")

    assert is_restored(home.home, WINDOW_LANE)
