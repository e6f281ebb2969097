"""A key is destroyed by all that hold it, and each says so; nobody else has it destroyed (F6)."""

import pytest

from events.deciding import Refused
from services.sealing.sqlite_key_store import SqliteKeyStore
from tests.sealing.agencies import AUDIT, AUTHORITY, CENTRE, DELIVERER, DELIVERY, LANES, WINDOW
from tests.sealing.small_realm import SmallRealm


@pytest.fixture
def decided(realm: SmallRealm) -> SmallRealm:
    """The key was granted to the deliverer, and for an inspection to the authority."""
    realm.take_in()
    realm.decide()
    realm.ask("inspection")
    assert realm.holders() == set(LANES.values())
    return realm


def said(realm: SmallRealm, lane: str) -> list[str]:
    return [event.data.erasure for event in realm.events(lane, "key_erased")]


def test_all_that_hold_the_key_destroy_it_and_say_so(decided: SmallRealm) -> None:
    decided.erase()

    (erasure,) = decided.events(WINDOW, "subject_erased")
    assert decided.holders() == set()
    assert erasure.to == f"{AUTHORITY} {CENTRE} {DELIVERER}"
    assert all(erasure.ref in said(decided, lane) for lane in (WINDOW, DELIVERY, AUDIT))
    assert not decided.alarms


def test_who_has_granted_it_on_tells_those_in_turn(decided: SmallRealm) -> None:
    decided.erase()

    (first,) = decided.events(WINDOW, "subject_erased")
    (second,) = decided.events(DELIVERY, "subject_erased")
    assert second.causationid == second.data.ground == first.ref
    assert second.ref in said(decided, WINDOW)


def test_a_holder_that_has_sealed_nothing_destroys_its_key_too(realm: SmallRealm) -> None:
    realm.take_in()
    assert realm.holders() == {CENTRE, DELIVERER}

    realm.erase(DELIVERY)

    (erasure,) = realm.events(DELIVERY, "subject_erased")
    assert realm.holders() == {CENTRE}
    assert said(realm, DELIVERY) == [erasure.ref]


def test_a_holder_that_has_let_a_key_go_does_not_take_it_when_it_comes(realm: SmallRealm) -> None:
    def nowhere(_reader: str, _raw: bytes) -> bool:
        return False

    realm.realm.follower(WINDOW)._settling._deliver = nowhere
    realm.take_in()
    realm.erase(DELIVERY)
    (key,) = realm.keys(CENTRE).keys(realm.key_id)

    realm.arrive(realm.grant(key))

    (alarm,) = realm.alarms
    assert "was destroyed; it is not taken again" in alarm
    assert realm.holders() == {CENTRE}


@pytest.mark.parametrize("restarted", [False, True])
def test_a_word_is_said_only_after_the_key_is_gone(decided: SmallRealm, *, restarted: bool) -> None:
    reader = SqliteKeyStore(decided.realm.home / "keys" / DELIVERER / "store.db")
    reader._db.execute("BEGIN")
    reader.keys(decided.key_id)

    decided.erase()
    assert said(decided, DELIVERY) == []
    assert any("being read" in alarm for alarm in decided.alarms)

    reader._db.execute("COMMIT")
    reader.close()
    if restarted:
        decided.realm.close()
    decided.driver.quiet()
    assert len(said(decided, DELIVERY)) == 2


def test_a_holder_does_not_destroy_what_the_window_has_made(decided: SmallRealm) -> None:
    decided.erase(DELIVERY)

    assert CENTRE in decided.holders()
    assert DELIVERER not in decided.holders()
    because = "erasure: the key was made here, and only here it is let go"
    assert decided.ignored(WINDOW) == [because]
    assert said(decided, WINDOW) == []


def test_who_has_not_granted_a_key_cannot_have_it_destroyed(realm: SmallRealm) -> None:
    realm.take_in()
    realm.erase(AUDIT)

    assert realm.holders() == {CENTRE, DELIVERER}


def test_nothing_more_is_sealed_with_an_erased_key(decided: SmallRealm) -> None:
    like = decided.parts(WINDOW)[0]
    decided.erase()

    with pytest.raises(Refused, match="key-erased"):
        decided.sealer().seal(decided.case, decided.applicant, "later", {"name": b"x"})
    with pytest.raises(Refused, match="key-erased"):
        decided.realm.sealer(DELIVERY).seal_with(like, "later", {"name": b"x"})


def test_a_key_that_has_not_come_seals_nothing(realm: SmallRealm) -> None:
    realm.lodge()

    with pytest.raises(Refused, match="key-not-here"):
        realm.realm.sealer(DELIVERY).seal_with(realm.parts(WINDOW)[0], "x", {"name": b"x"})
