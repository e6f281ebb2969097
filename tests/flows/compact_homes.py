"""Homes of the compact play: joined once, copied for each run, read from outside."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from click.testing import CliRunner

from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from services.cli.demo import draw
from services.cli.main import main
from services.home import Draw
from services.realm import Realm
from tests.flows.compact_play import COMPACT, play
from tests.flows.homes import copy_of, driven
from tests.flows.shuffled import ShuffledDriver

MEMORY: Final = Path("/dev/shm")  # noqa: S108 -- only for as long as a test runs
ROOM_BYTES: Final = 48 * 1024 * 1024
"""For a joined home and two played ones."""
EVENTS_MAX: Final = 10_000
OF_TRANSPORT: Final = ("lanes_heard.v1", "lanes_accepted.v1")
"""Events that say how far other lanes were heard, and so depend on what arrived when."""

Fact = tuple[str, str, str]
"""Type, case or stream, data: what an event says, wherever in its lane it stands."""


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder, in memory where there is one: a disk takes seconds for a play's commits."""
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_BYTES
    with TemporaryDirectory(dir=MEMORY if in_memory else None) as made:
        yield Path(made)


def join(home: Path, drawn: Draw = draw) -> None:
    """Make the realm of the compact play: agencies and calendars known, nothing done."""
    found(home, drawn)
    with driven(home) as driver:
        Scenario(driver, drawn, COMPACT).join()


@contextmanager
def played(joined: Path, driven_by: Callable[[Path], ShuffledDriver]) -> Iterator[Path]:
    """Play all days in a copy of a joined home, under the driver that is made for it."""
    with folder() as made:
        home = copy_of(joined, made)
        driver = driven_by(home)
        play(driver, driver.mix)
        driver.realm.close()
        yield home


def findings_json(home: Path, *options: str) -> str:
    """Give what `qyzmet findings --json` prints."""
    result = CliRunner().invoke(main, ["--home", str(home), "findings", "--json", *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def facts(home: Path, *, but: str) -> dict[str, Counter[Fact]]:
    """Read what each lane says, and how often.

    Args:
        home: a played home.
        but: a case that is left out.
    """
    realm = Realm(home)
    try:
        return {lane: Counter(_said(realm, lane, but)) for lane in realm.lanes}
    finally:
        realm.close()


def _said(realm: Realm, lane: str, but: str) -> Iterator[Fact]:
    with realm.store(lane).reading() as tx:
        for _, raw in tx.own_after(0, EVENTS_MAX):
            event = json.loads(raw)
            kind, subject = event["type"], event["subject"]
            if subject != but and not kind.endswith(OF_TRANSPORT):
                yield kind, subject, json.dumps(event["data"], sort_keys=True)
