"""An event of a type that was unknown when it came is answered when the type is known (H13)."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events import codec
from events.catalogue import CATALOGUE
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import SmallRealm, signer

WRITER, READER = "provider.foreign", "provider.b"
NEW = "provider.step_started.v1"


@contextmanager
def yesterday() -> Iterator[None]:
    """Read with the catalogue of a product that does not know the type yet."""
    with pytest.MonkeyPatch.context() as older:
        older.delitem(CATALOGUE, NEW)
        known: Any = reduce(or_, (codec.record_class(name) for name in CATALOGUE))
        older.setattr(codec, "_decode", msgspec.json.Decoder(known).decode)
        yield


@pytest.fixture
def lane() -> ForeignLane:
    return ForeignLane(WRITER)


def heard_yesterday(home: Path, lane: ForeignLane) -> None:
    realm = SmallRealm(home, WRITER, READER)
    with yesterday():
        report = realm.carry(WRITER, READER, lane.records)
    assert report.counts == {"taken": len(lane.records)}
    assert realm.evidence(READER).raws == []
    realm.close()


def causes(realm: SmallRealm) -> list[str]:
    evidence = realm.evidence(READER)
    evidence.verify(signer(READER).vkey)
    return [event.causationid for event in evidence.events]


def test_after_the_upgrade_the_event_is_answered_once(tmp_path: Path, lane: ForeignLane) -> None:
    lane.commit(lane.event("echo"), lane.event("pass"))
    heard_yesterday(tmp_path, lane)

    SmallRealm(tmp_path, WRITER, READER).close()
    realm = SmallRealm(tmp_path, WRITER, READER)
    realm.carry(WRITER, READER, lane.records)
    realm.close()

    assert causes(realm) == ["provider.foreign/talk-foreign:1"]
    assert realm.rows(READER, "SELECT because FROM ignored") == [("asked to pass",)]


def test_its_effects_may_be_more_than_a_commit(tmp_path: Path, lane: ForeignLane) -> None:
    lane.commit(lane.event("chorus:700"))
    heard_yesterday(tmp_path, lane)

    realm = SmallRealm(tmp_path, WRITER, READER)

    assert causes(realm) == ["provider.foreign/talk-foreign:1"] * 1400
    realm.close()


def test_a_bad_event_of_that_type_is_stated_and_not_answered(
    tmp_path: Path, lane: ForeignLane
) -> None:
    lane.commit(lane.event("echo", actor="nobody"), lane.event("echo"))
    heard_yesterday(tmp_path, lane)

    realm = SmallRealm(tmp_path, WRITER, READER)

    assert causes(realm) == ["provider.foreign/talk-foreign:2"]
    ((because,),) = realm.rows(READER, "SELECT because FROM ignored")
    assert "actor" in str(because)
    realm.close()
