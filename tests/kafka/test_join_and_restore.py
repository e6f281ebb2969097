"""On a real broker: an agency joins and ships; a lane that was lost reads back what was shipped."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from events.log.adapters.local import LaneFile
from events.log.kafka.access import (
    KafkaAccess,
    admin_access_file,
    lane_access_file,
    read_access,
    write_access,
)
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers, Relay
from examples.kazakhstan.agencies import AUTHORITY, CENTRE, DELIVERY_LANE, WINDOW_LANE
from services.home import Home
from services.home_lock import serving_lock
from services.serving.catching_up import catch_up_all
from services.topics.admin import Administrator
from tests.cli.calling import refused, said
from tests.cli.lost_lanes import go_on, lose
from tests.flows.homes import copy_of, lanes_of, refuse_alarms
from tests.kafka import client_rights
from tests.kafka.own_broker import admin, own_broker

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

NEW, LANE = "talgar-akimat", "provider.talgar"
FACTS = ("--role", "deliverer", "--zone", "Asia/Almaty", "--jurisdiction", "kz", "--week", "5")
JOIN = ("agency", "join", NEW, *FACTS, "--lane", LANE, "--reader", CENTRE)


class OnBroker(NamedTuple):
    """The authority's home, whose plan a broker holds."""

    home: Path
    admin: KafkaAccess


@pytest.fixture(scope="module")
def applied(
    played: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[OnBroker]:
    folder = tmp_path_factory.mktemp("realm")
    with own_broker(tmp_path_factory.mktemp("broker"), pytestconfig) as broker:
        home = copy_of(played, folder)
        write_access(admin_access_file(home), admin(broker))
        out = ("--out", str(folder / "elsewhere.jsonl"), "--replication", "1", "--min-insync", "1")
        said(home, "topics", "apply", "--yes", *out)
        yield OnBroker(home, admin(broker))


def ship(home: Path, lane: str = WINDOW_LANE) -> None:
    """Send a lane to its own agency's topic and to the authority's."""
    here = Home(home)
    topics = BrokerTopics(read_access(lane_access_file(home, lane)))
    relay = Relay(LaneFile(here.path(lane)), here.vkey(lane), topics, refuse_alarms)
    relay.ship(Readers(here.me(lane).agency, AUTHORITY, []))
    topics.close()


def test_who_joins_gets_topics_and_an_access_that_works(applied: OnBroker, tmp_path: Path) -> None:
    own = tmp_path / "talgar"

    told = said(applied.home, *JOIN, "--into", str(own))

    topics = {topic_of(LANE, reader) for reader in (NEW, AUTHORITY, CENTRE)}
    assert "1 users, " in told
    assert topics <= Administrator(applied.admin).actual().topics.keys()
    access = read_access(lane_access_file(own, LANE))
    assert client_rights.written(access, sorted(topics)) == topics
    again = said(applied.home, *JOIN, "--into", str(own))
    assert "broker: holds what its lanes need; nothing was added" in again
    assert read_access(lane_access_file(own, LANE)) == access


def test_a_lane_elsewhere_gets_its_password_by_a_file(applied: OnBroker, tmp_path: Path) -> None:
    key = Home.adopt(tmp_path / "abroad", Home(applied.home).settings).join("intake.far", "far")
    asked = ("agency", "join", "far", *FACTS, "--key", f"intake.far={key.text}")

    without = said(applied.home, *asked)
    told = said(applied.home, *asked, "--out", str(tmp_path / "far.jsonl"))

    assert "intake.far has no password, its software is elsewhere" in without
    assert "1 users, " in told
    assert b'"intake.far"' in (tmp_path / "far.jsonl").read_bytes()


def test_a_broker_that_is_away_leaves_the_agency_registered_and_says_so(
    applied: OnBroker, tmp_path: Path
) -> None:
    home = copy_of(applied.home, tmp_path)
    asked = ("agency", "join", "later", *FACTS, "--lane", "intake.later")
    away = KafkaAccess(bootstrap="127.0.0.1:1", user="admin", password="-")  # noqa: S106 -- nobody's
    write_access(admin_access_file(home), away)

    words = refused(home, *asked)

    assert "no broker hears at 127.0.0.1:1; later is registered: run again" in words
    write_access(admin_access_file(home), applied.admin)
    assert "1 users, " in said(home, *asked)


def test_a_lost_lane_reads_back_from_the_broker_what_was_shipped_and_goes_on(
    applied: OnBroker, tmp_path: Path
) -> None:
    home, folder = copy_of(applied.home, tmp_path), tmp_path / "kept"
    ship(home)
    said(home, "backup", str(folder))
    go_on(home)
    ship(home)
    before = lanes_of(home)
    never_lost = copy_of(home, tmp_path / "other")
    lose(home)

    told = said(home, "restore", str(folder), WINDOW_LANE)

    assert "2 events read that its readers hold; it may be opened" in told
    said(home, "retry")
    assert lanes_of(home) == before
    for one in (home, never_lost):
        go_on(one)
    assert lanes_of(home) == lanes_of(never_lost)
    ship(home)


def test_who_serves_a_restored_lane_has_it_catch_up_first(
    applied: OnBroker, tmp_path: Path
) -> None:
    home, folder = copy_of(applied.home, tmp_path), tmp_path / "kept"
    said(home, "backup", str(folder), DELIVERY_LANE)
    go_on(home, DELIVERY_LANE)
    ship(home, DELIVERY_LANE)
    before = lanes_of(home)
    lose(home, DELIVERY_LANE)
    access = lane_access_file(home, DELIVERY_LANE)
    access.rename(access.with_name("away"))
    refused(home, "restore", str(folder), DELIVERY_LANE)
    access.with_name("away").rename(access)

    with serving_lock(home, [DELIVERY_LANE]):
        catch_up_all(Home(home), [DELIVERY_LANE])

    assert lanes_of(home) == before


def test_an_empty_topic_shows_nothing(applied: OnBroker, tmp_path: Path) -> None:
    home, folder = copy_of(applied.home, tmp_path), tmp_path / "kept"
    said(home, "backup", str(folder))
    lose(home, "provider.justice")

    words = refused(home, "restore", str(folder), "provider.justice")

    assert f"topic {topic_of('provider.justice', AUTHORITY)} is empty" in words
    assert "state --nothing-shipped" in words


def test_a_topic_that_is_not_there_is_said(applied: OnBroker, tmp_path: Path) -> None:
    home, folder = copy_of(applied.home, tmp_path), tmp_path / "kept"
    said(home, "backup", str(folder))
    lose(home, "provider.justice")
    other = read_access(lane_access_file(home, WINDOW_LANE))
    write_access(lane_access_file(home, "provider.justice"), other)  # Another lane's user.

    words = refused(home, "restore", str(folder), "provider.justice")

    assert "cannot read what its readers hold" in words
