"""The limits of an event and of a commit (protocol A1): what is larger is refused in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.deciding import Refused
from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.work import Answer
from events.log.reading.batch import COMMIT_EVENTS_MAX, EVENT_BYTES_MAX
from tests.log.evidence import read_evidence
from tests.log.realm import SmallRealm, signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def length_of_the_rest(store: SqliteStore) -> int:
    """Say how long an event is without its text."""
    writer(store).commit([work("probe", Say(sealed="x"))])
    return len(read_evidence(store.path).raws[-1]) - 1


def test_an_event_of_256_kb_is_written_and_one_of_a_byte_more_is_not(store: SqliteStore) -> None:
    room = EVENT_BYTES_MAX - length_of_the_rest(store)

    (written,) = writer(store).commit([work("eight", Say(sealed="x" * room))])
    (refused,) = writer(store).commit([work("nine.", Say(sealed="x" * (room + 1)))])

    assert isinstance(written, Answer)
    assert len(read_evidence(store.path).raws[-1]) == EVENT_BYTES_MAX
    assert isinstance(refused, Refused)
    assert "262144 bytes" in str(refused)


def test_a_command_of_a_thousand_events_is_written_and_one_of_an_event_more_is_not(
    store: SqliteStore,
) -> None:
    (written,) = writer(store).commit([work("one", Say(times=COMMIT_EVENTS_MAX))])
    (refused,) = writer(store).commit([work("two", Say(times=COMMIT_EVENTS_MAX + 1))])

    assert isinstance(written, Answer)
    assert isinstance(refused, Refused)
    assert "1001 events" in str(refused)


def test_a_command_that_is_too_large_harms_no_other(store: SqliteStore) -> None:
    large = Say(sealed="x" * EVENT_BYTES_MAX)

    first, refused, third = writer(store).commit([work("one"), work("two", large), work("three")])

    assert isinstance(first, Answer)
    assert isinstance(refused, Refused)
    assert isinstance(third, Answer)
    assert [event.commandid for event in read_evidence(store.path).events] == ["one", "three"]


def test_an_answer_that_would_be_too_large_is_ignored_aloud(tmp_path: Path) -> None:
    realm = SmallRealm(tmp_path, "provider.a", "provider.b")
    realm.do("provider.a", Say(text=f"echo:{COMMIT_EVENTS_MAX + 1}", to=("agency-b",)))

    report = realm.carry("provider.a", "provider.b")

    assert report.counts == {"taken": 1}
    assert realm.instances["provider.b"].held("provider.a") == 1
    (ignored,) = realm.rows("provider.b", "SELECT ref, because FROM ignored")
    assert ignored[0] == "provider.a/talk-one:1"
    assert "1001 events" in str(ignored[1])
    realm.close()
