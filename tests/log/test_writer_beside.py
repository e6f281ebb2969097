"""A decision may read another stream of its lane, as it is when it is decided."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from events import codec
from events.common import Act
from events.deciding import Header
from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.work import Answer, Work
from events.provider import StepStarted
from tests.log.evidence import read_evidence
from tests.log.realm import signer
from tests.log.small_service import Say, Talk
from tests.log.writing import LANE, work, writer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def say_how_often(_own: Talk, by: Header) -> Sequence[Act]:
    """Say how often the other talk has said something."""
    assert isinstance(by.beside, Talk)
    return [StepStarted(**by.act(), step=f"heard-{by.beside.said}")]


def counting(command_id: str) -> Work:
    """Decide on the talk `one` by what has been said in the talk `two`."""
    return replace(work(command_id), beside="talk-two", decide=say_how_often)


def said(command_id: str) -> Work:
    return work(command_id, Say(talk="two"))


def steps(store: SqliteStore) -> list[str]:
    events = [codec.read(raw) for raw in read_evidence(store.path).raws]
    return [event.data.step for event in events if event.stream == "talk-one"]


@pytest.mark.parametrize("together", [True, False])
def test_it_sees_what_the_commands_before_it_did_there(
    store: SqliteStore, *, together: bool
) -> None:
    works = [counting("none"), said("1"), counting("one"), said("2"), counting("two")]

    for group in [works] if together else [[one] for one in works]:
        outcomes = writer(store).commit(group)
        assert all(isinstance(one, Answer) for one in outcomes)

    assert steps(store) == ["heard-0", "heard-1", "heard-2"]


def test_it_sees_what_another_writer_of_the_lane_did_there(store: SqliteStore) -> None:
    one, other = writer(store), writer(store)
    one.commit([counting("none")])
    other.commit([said("1")])

    one.commit([counting("one")])

    assert steps(store) == ["heard-0", "heard-1"]


def test_it_adds_nothing_there(store: SqliteStore) -> None:
    (answer,) = writer(store).commit([counting("none")])

    assert isinstance(answer, Answer)
    assert answer.events == ("talk-one:1",)


def test_what_reads_no_other_stream_is_told_of_none(store: SqliteStore) -> None:
    def told_of_none(_own: Talk, by: Header) -> Sequence[Act]:
        assert by.beside is None
        return [StepStarted(**by.act(), step="alone")]

    writer(store).commit([replace(work("alone"), decide=told_of_none)])

    assert steps(store) == ["alone"]
