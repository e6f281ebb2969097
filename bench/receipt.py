"""The receipt log as bench input: imported once, then multiplied with fresh ids."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from events import codec
from examples.kazakhstan.agencies import AUDIT_LANE
from examples.kazakhstan.founding import FOUNDED_AT, found
from examples.receipt.importing import ReceiptImport
from examples.receipt.log_file import RECEIPT_LOG
from examples.receipt.rows import read_log
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.projections.sorting import Rows
from services.driver import Driver
from services.realm import Realm

AGENCY: Final = "receipt-office"
LANES: Final = (f"intake.{AGENCY}", f"provider.{AGENCY}")
_ID: Final = re.compile(rb"[0-9a-f]{32}")
"""A minted id: of a case, an applicant, an inquiry."""


class Archived(NamedTuple):
    """One event of a case, as archived."""

    lane: str
    seq: int
    raw: bytes


def imported(home: Path) -> list[Archived]:
    """Import the log into a new home; give the events of its cases, by lane and seq."""
    found(home)
    realm = Realm(home)
    cases = read_log(RECEIPT_LOG)
    ReceiptImport(Driver(realm, print), AGENCY, FOUNDED_AT).run(cases, lambda *_: None)
    realm.close()
    with closing(sqlite3.connect(realm.path(AUDIT_LANE))) as db:
        rows = db.execute("SELECT lane, seq, state FROM case_event ORDER BY lane, seq").fetchall()
    return [Archived(*row) for row in rows]


def copied(log: list[Archived], number: int) -> Iterator[Archived]:
    """Give a log again, with fresh ids of the same length."""
    salt = b"%d" % number

    def fresh(id_: re.Match[bytes]) -> bytes:
        return sha256(salt + id_[0]).hexdigest()[:32].encode()

    for lane, seq, raw in log:
        yield Archived(lane, seq, _ID.sub(fresh, raw))


def multiplied(home: Path, to: Path, log: list[Archived], copies: range) -> None:
    """Copy a home and add copies of the log's cases to its ledger's table of cases."""
    shutil.copytree(home, to)
    realm = Realm(to)
    store = realm.store(AUDIT_LANE)
    for number in copies:
        with store.transaction() as tx:
            for lane in LANES:
                LedgerTables(tx).add(_rows(lane, [one for one in log if one.lane == lane], number))
    realm.close()


def _rows(lane: str, log: list[Archived], number: int) -> Rows:
    first = log[0].raw
    rows = Rows(lane, codec.read(first).data.on.max, lambda _: None, historic=True)
    for _, seq, raw in copied(log, number):
        rows.add(seq, raw, codec.read(raw))
    return rows
