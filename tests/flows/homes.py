"""Homes in tests: opened, copied, compared by their lanes' roots."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.audit import FindingMade
from examples.kazakhstan.founding import FOUNDED_AT, found
from examples.receipt.importing import Imported, ReceiptImport
from examples.receipt.rows import parse_log
from services.audit.application.findings import recorded
from services.audit.application.summary import Summary, summary
from services.cli.demo import draw
from services.cli.lanes import lane_rows
from services.driver import Driver
from services.realm import Realm

AGENCY = "town"
INTAKE, PROVIDER = f"intake.{AGENCY}", f"provider.{AGENCY}"


def no_progress(_what: str, _done: int, _of: int) -> None:
    """Say nothing."""


def refuse_alarms(alarm: str) -> None:
    """Fail: in a realm where all is well nothing alarms."""
    raise AssertionError(alarm)


@contextmanager
def driven(home: Path) -> Iterator[Driver]:
    """Open a home with its driver; any alarm fails the test."""
    realm = Realm(home)
    try:
        yield Driver(realm, refuse_alarms)
    finally:
        realm.close()


def copy_of(home: Path, to: Path) -> Path:
    """Copy a home, so that a test may change it."""
    shutil.copytree(home, to / "copy")
    return to / "copy"


def import_log(home: Path, log: str, agency: str = AGENCY) -> Imported:
    """Import a log's text into a home, which is made if absent; all keys come from a seed."""
    found(home, draw)
    with driven(home) as driver:
        return ReceiptImport(driver, agency, FOUNDED_AT, draw).run(parse_log(log), no_progress)


def lanes_of(home: Path) -> dict[str, tuple[int, str]]:
    """Give size and root of every lane."""
    with driven(home) as driver:
        return {row["lane"]: (row["size"], row["root"]) for row in lane_rows(driver.realm)}


def findings_of(home: Path) -> list[FindingMade]:
    """Give the findings that stand, in the order of `qyzmet findings`."""
    with driven(home) as driver:
        realm = driver.realm
        with realm.store(realm.settings.audit_lane).reading() as tx:
            return [one.made for one in recorded(tx, tx.size()) if one.stands]


def summary_of(home: Path, jurisdiction: str = "nl") -> Summary:
    """Count the accepted cases of a jurisdiction."""
    with driven(home) as driver:
        realm = driver.realm
        with realm.store(realm.settings.audit_lane).reading() as tx:
            return summary(tx, realm.settings.audit_lane, jurisdiction)
