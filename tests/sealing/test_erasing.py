"""Which keys an erasure reaches, by the lane that asks for it and where each key is from (F6)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from events.log.reading.parts import Me
from services.sealing.cipher import DataKey
from services.sealing.erasing import Erasing, NotFollowed
from services.sealing.key_store import Duty, Kind
from services.sealing.sqlite_key_store import SqliteKeyStore
from tests.sealing.agencies import CENTRE, DELIVERER, DELIVERY, REALM, WINDOW

SIBLING: Final = "complaints.centre"
KEY: Final = DataKey("k-1", b"a" * 32)
FALSE: Final = DataKey("k-1", b"f" * 32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteKeyStore]:
    store = SqliteKeyStore(tmp_path / "store.db")
    yield store
    store.close()


def erase(store: SqliteKeyStore, lane: str, agency: str = CENTRE) -> None:
    """Let the centre, at its window, follow a lane's erasure."""
    duty = Duty(WINDOW, lane, 1, Kind.ERASE, "k-1", agency)
    Erasing(Me(REALM, WINDOW, CENTRE, authority=False), store).erase(duty)


def test_an_own_erasure_reaches_all_keys_wherever_they_are_from(store: SqliteKeyStore) -> None:
    store.put(KEY, WINDOW, made=True)
    store.put(FALSE, DELIVERY)

    erase(store, WINDOW)

    assert store.keys("k-1") == []
    assert store.erased("k-1") == {KEY.commitment, FALSE.commitment}


def test_what_another_lane_of_the_agency_has_made_stays(store: SqliteKeyStore) -> None:
    store.put(KEY, SIBLING, made=True)

    with pytest.raises(NotFollowed, match="another lane of this agency made the key"):
        erase(store, WINDOW)
    assert store.keys("k-1") == [KEY]

    erase(store, SIBLING)
    erase(store, WINDOW)
    assert store.keys("k-1") == []


def test_another_agencys_erasure_reaches_what_it_has_granted_alone(store: SqliteKeyStore) -> None:
    store.announce(DELIVERY, "k-1", "ref")
    store.put(KEY, WINDOW, made=True)
    store.put(FALSE, DELIVERY)

    erase(store, DELIVERY, DELIVERER)

    assert store.keys("k-1") == [KEY]
    assert store.erased("k-1") == {FALSE.commitment}


def test_a_key_granted_by_two_lanes_goes_with_either(store: SqliteKeyStore) -> None:
    store.announce(DELIVERY, "k-1", "ref")
    store.put(KEY, "intake.other")
    store.put(KEY, DELIVERY)

    erase(store, DELIVERY, DELIVERER)

    assert store.keys("k-1") == []


def test_where_no_key_is_left_it_may_be_said_that_it_is_gone(store: SqliteKeyStore) -> None:
    store.announce(DELIVERY, "k-1", "ref")

    erase(store, DELIVERY, DELIVERER)

    assert (store.keys("k-1"), store.erased("k-1")) == ([], frozenset())


def test_where_a_key_is_left_that_is_not_said(store: SqliteKeyStore) -> None:
    store.announce(DELIVERY, "k-1", "ref")
    store.put(KEY, "intake.other")

    with pytest.raises(NotFollowed, match="no key that is here has come from that lane"):
        erase(store, DELIVERY, DELIVERER)
    assert store.keys("k-1") == [KEY]
