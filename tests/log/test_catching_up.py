"""A lane restored from a backup takes back what its readers hold, and only that (A7)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.catching_up import CannotCatchUp, catch_up
from events.log.lane.work import Answer
from tests.log.evidence import read_evidence
from tests.log.realm import signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def backup(store: SqliteStore, to: Path) -> SqliteStore:
    """Copy a lane as it is now."""
    with store.transaction():  # Nothing is half copied: who writes waits.
        for path in store.path.parent.glob(f"{store.path.name}*"):
            shutil.copy(path, to.with_name(path.name.replace(store.path.name, to.name)))
    return SqliteStore(to, signer(LANE))


def say(store: SqliteStore, *names: str) -> None:
    for name in names:
        writer(store).commit([work(name, Say(talk=name))])


def test_a_restored_lane_has_the_very_commits_that_were_shipped(lane: SqliteStore) -> None:
    say(lane, "a", "b")
    restored = backup(lane, lane.path.with_name("restored.db"))
    say(lane, "c", "d")

    appended = catch_up(restored, LANE, LaneFile(lane.path).records(None))

    assert appended == 2
    assert read_evidence(restored.path) == read_evidence(lane.path)


def test_catching_up_twice_adds_nothing(lane: SqliteStore) -> None:
    say(lane, "a")
    restored = backup(lane, lane.path.with_name("restored.db"))
    say(lane, "b")
    catch_up(restored, LANE, LaneFile(lane.path).records(None))

    assert catch_up(restored, LANE, LaneFile(lane.path).records(None)) == 0


def test_a_command_that_only_readers_remembered_is_not_done_again(lane: SqliteStore) -> None:
    say(lane, "a")
    restored = backup(lane, lane.path.with_name("restored.db"))
    (before,) = writer(lane).commit([work("b", Say(talk="b"))])
    catch_up(restored, LANE, LaneFile(lane.path).records(None))

    (again,) = writer(restored).commit([work("b", Say(talk="b"))])

    assert isinstance(again, Answer)
    assert again == before
    assert read_evidence(restored.path) == read_evidence(lane.path)


def test_a_lane_that_wrote_before_it_caught_up_is_refused(lane: SqliteStore) -> None:
    say(lane, "a")
    restored = backup(lane, lane.path.with_name("restored.db"))
    say(lane, "b", "c")
    say(restored, "other")
    before = read_evidence(restored.path)

    with pytest.raises(CannotCatchUp, match="another commit at size 2"):
        catch_up(restored, LANE, LaneFile(lane.path).records(None))

    assert read_evidence(restored.path) == before


def test_what_readers_lack_in_between_is_said(lane: SqliteStore) -> None:
    say(lane, "a")
    restored = backup(lane, lane.path.with_name("restored.db"))
    say(lane, "b", "c")
    last = list(LaneFile(lane.path).records(None))[2:]

    with pytest.raises(CannotCatchUp, match="hold nothing of 1 to 2"):
        catch_up(restored, LANE, last)
