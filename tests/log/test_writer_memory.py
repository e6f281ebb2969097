"""What a writer remembers of streams between commits is never believed against the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.writer import Writer
from tests.log.evidence import Evidence, ids_ascend, read_evidence
from tests.log.realm import signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def evidence(store: SqliteStore) -> Evidence:
    found = read_evidence(store.path)
    found.verify(signer(LANE).vkey)
    ids_ascend(found)
    return found


def test_a_writer_sees_what_another_writer_of_the_lane_did(store: SqliteStore) -> None:
    one, other = writer(store), writer(store)

    for number in range(4):
        one.commit([work(f"one-{number}"), work(f"more-{number}", Say(talk="two"))])
        other.commit([work(f"other-{number}")])

    assert len(evidence(store).raws) == 12


def test_a_writer_does_not_believe_what_was_rolled_back(store: SqliteStore) -> None:
    one = writer(store)
    one.commit([work("one")])

    with pytest.raises(KeyError):
        decide_and_raise(store, one)

    one.commit([work("three")])
    assert [event.id for event in evidence(store).events] == ["talk-one:1", "talk-one:2"]


def decide_and_raise(store: SqliteStore, one: Writer) -> None:
    with store.transaction() as tx:
        one.commit_some(tx, [work("two")], lambda _: None)
        raise KeyError
