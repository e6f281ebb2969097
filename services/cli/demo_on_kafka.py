"""`qyzmet demo --bus kafka`: the same demo by processes that share a broker and nothing else."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from examples.broker.broker import NoBroker
from examples.broker.finding import find_broker
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY
from examples.kazakhstan.founding import found
from examples.over_http.driving import HttpDriver
from examples.over_http.realm import BrokerRealm
from services.answers import finding_lines
from services.cli.common import Said
from services.cli.demo import draw, play_all, report, verified
from services.driver import Driver
from services.home_lock import home_lock
from services.realm import Realm


def over_kafka(folder: Path) -> None:
    """Play the demo over a broker, then embedded, and compare what was found.

    FOLDER/authority, FOLDER/agencies/<agency>  homes, as if on machines of their own
    FOLDER/broker                               the broker, if it is ours
    FOLDER/embedded                             the same demo in one process

    Raises:
        Said: there is no broker to be had, or the findings differ.
    """
    with home_lock(folder):
        for name in ("authority", "agencies", "broker", "embedded"):
            shutil.rmtree(folder / name, ignore_errors=True)
        with _driver(folder) as driver:
            play_all(driver)
        realm = Realm(folder / "authority")
        try:
            with realm.store(AUDIT_LANE).reading() as tx:
                for text in report(realm, tx):
                    click.echo(text)
        finally:
            realm.close()
        verified(folder / "authority")
        _compare(folder)


@contextmanager
def _driver(folder: Path) -> Iterator[HttpDriver]:
    (folder / "broker").mkdir(parents=True)
    found(folder / "authority", draw)
    try:
        broker = find_broker(folder / "broker", seed="demo")
    except NoBroker as none:
        raise Said(str(none)) from none
    click.echo("0/3 a broker, and a process with a front door for each lane")
    with (
        broker,
        BrokerRealm(folder / "agencies", folder / "authority", broker, draw) as realm,
    ):
        driver = HttpDriver(realm)
        driver.begin({AUDIT_LANE: AUTHORITY})
        yield driver


def _compare(folder: Path) -> None:
    """Play the same in one process, and compare the findings byte for byte."""
    click.echo("The same demo in one process, to compare")
    home = folder / "embedded"
    found(home, draw)
    realm = Realm(home)
    try:
        play_all(Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True)))
    finally:
        realm.close()
    one, other = _findings(folder / "authority"), _findings(home)
    if one != other:
        raise Said("the findings over Kafka are not those of the embedded run")
    click.echo(f"the same {len(one)} findings over Kafka and in one process, byte for byte")


def _findings(home: Path) -> list[bytes]:
    """Give the lines that `qyzmet findings --json` prints."""
    realm = Realm(home)
    try:
        with realm.store(AUDIT_LANE).reading() as tx:
            return finding_lines(tx)
    finally:
        realm.close()
