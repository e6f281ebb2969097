"""What follows from events, and what is said where nothing does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.realm import SmallRealm
from tests.log.small_service import Say
from tests.log.told import READER, WRITER, told


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = told(tmp_path / "realm")
    yield realm
    realm.close()


def test_what_a_policy_does_not_do_is_stated_with_its_reason(realm: SmallRealm) -> None:
    realm.carry(WRITER, READER)

    assert realm.rows(READER, "SELECT ref, because FROM ignored ORDER BY ref") == [
        ("provider.a/talk-one:5", "not-answered: This lane does not answer"),
        ("provider.a/talk-one:6", "asked to pass"),
    ]


def test_what_the_own_lane_asks_itself_is_answered_once(realm: SmallRealm) -> None:
    realm.do(READER, Say(text="aside:2"))
    realm.do(READER, Say(text="aside:2"))
    realm.carry(WRITER, READER)

    answers = [e for e in realm.evidence(READER).events if e.causationid.startswith(READER)]
    assert [event.causationid for event in answers] == ["provider.b/talk-one:1"] * 2


def test_what_the_own_lane_refuses_itself_is_stated_with_its_reason(realm: SmallRealm) -> None:
    realm.do(READER, Say(text="mutter"))

    assert realm.rows(READER, "SELECT ref, because FROM ignored") == [
        ("provider.b/talk-one:1", "not-answered: This lane does not answer"),
    ]


@pytest.mark.parametrize("historic", [WRITER, READER])
def test_nothing_follows_from_a_lane_of_the_past(tmp_path: Path, historic: str) -> None:
    """An import tells the consequences itself, in the lane that it writes and in no other."""
    realm = told(tmp_path, historic)

    realm.do(READER, Say(text="aside:2"))
    realm.carry(WRITER, READER)

    causes = {event.causationid.split("/")[0] for event in realm.evidence(READER).events}
    assert causes == {"", WRITER, READER} - {historic}
    assert realm.instances[READER].held(WRITER) == len(realm.evidence(WRITER).raws)
    realm.close()
