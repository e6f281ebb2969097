"""The store port on SQLite passes the port's suite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from events.log.adapters.sqlite_store import SqliteStore
from tests.contracts.inbox_contract import EvidenceContract, InboxContract
from tests.contracts.lane_contract import LaneContract
from tests.contracts.store_contract import MakeStore
from tests.contracts.writer_contract import WriterContract
from tests.log.evidence import Evidence, read_evidence
from tests.log.realm import signer

LANE = "provider.a"


class OpenSqliteStore(SqliteStore):
    vkey = signer(LANE).vkey

    def evidence(self) -> Evidence:
        return read_evidence(self.path)

    def run(self, sql: str) -> None:
        with closing(sqlite3.connect(self.path)) as db:
            db.execute(sql)
            db.commit()


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[MakeStore]:
    stores: list[OpenSqliteStore] = []

    def make() -> OpenSqliteStore:
        stores.append(OpenSqliteStore(tmp_path / "lane.db", signer(LANE)))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


class TestSqliteLane(LaneContract):
    pass


class TestSqliteInbox(InboxContract):
    pass


class TestSqliteEvidence(EvidenceContract):
    pass


class TestSqliteWriter(WriterContract):
    pass
