"""A file of a newer version is refused in words, and not touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.log.adapters.sqlite_schema import HOME_VERSION, NewerHome
from events.log.adapters.sqlite_store import SqliteStore
from tests.log.evidence import read_evidence
from tests.log.realm import signer
from tests.log.writing import LANE, work, writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A lane with an event, closed."""
    path = tmp_path / "lane.db"
    store = SqliteStore(path, signer(LANE))
    writer(store).commit([work("one")])
    store.close()
    return path


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")


def test_a_file_of_a_newer_version_is_refused_and_unchanged(path: Path) -> None:
    set_version(path, HOME_VERSION + 1)
    before = path.read_bytes()

    with pytest.raises(NewerHome) as refused:
        SqliteStore(path, signer(LANE))

    assert str(path) in str(refused.value)
    assert f"format {HOME_VERSION + 1}" in str(refused.value)
    assert "Upgrade" in str(refused.value)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_without_tables_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "lane.db"
    set_version(path, HOME_VERSION + 1)

    with pytest.raises(NewerHome):
        SqliteStore(path, signer(LANE))

    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_file_of_this_version_goes_on(path: Path) -> None:
    store = SqliteStore(path, signer(LANE))
    writer(store).commit([work("two")])
    store.close()

    assert len(read_evidence(path).raws) == 2
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (HOME_VERSION,)
