"""What lane, event and commitment do not bear out is refused aloud and changes nothing (F3)."""

import json
from typing import Final

import pytest

from events.acts.keys import EraseSubject, GrantKey
from events.log.tree.exact_base64 import to_base64
from services.sealing.cipher import DataKey
from tests.sealing.agencies import AUTHORITY, CENTRE, DELIVERER, DELIVERY, WINDOW
from tests.sealing.small_realm import SmallRealm

FALSE: Final = b"f" * 32


@pytest.fixture
def taken_in(realm: SmallRealm) -> SmallRealm:
    realm.take_in()
    return realm


def held(realm: SmallRealm) -> DataKey:
    (key,) = realm.keys(DELIVERER).keys(realm.key_id)
    return key


def refused(realm: SmallRealm, raw: bytes, because: str) -> None:
    """Check that a grant is refused in these words, and that the deliverer keeps what it had."""
    before = held(realm)

    realm.arrive(raw)

    (alarm,) = realm.alarms
    assert because in alarm
    assert realm.keys(DELIVERER).arrived() == []
    assert held(realm) == before


def changed(raw: bytes, **members: str) -> bytes:
    return json.dumps({**json.loads(raw), **members}).encode()


def test_a_grant_for_another_reader(taken_in: SmallRealm) -> None:
    raw = taken_in.grant(held(taken_in), AUTHORITY)

    refused(taken_in, raw, "is for another reader, authority in kz-test")


def test_a_grant_of_another_realm(taken_in: SmallRealm) -> None:
    raw = changed(taken_in.grant(held(taken_in)), realm="kz-other")

    refused(taken_in, raw, "is for another reader, deliverer in kz-other")


def test_a_grant_that_the_lane_has_not_signed(taken_in: SmallRealm) -> None:
    raw = changed(taken_in.grant(held(taken_in), lane=DELIVERY), lane=WINDOW)

    refused(taken_in, raw, "is not signed by intake.centre")


def test_a_grant_whose_key_the_events_do_not_commit_to(taken_in: SmallRealm) -> None:
    raw = taken_in.grant(DataKey(taken_in.key_id, FALSE))

    refused(taken_in, raw, "commits to another key than its grant of")


def test_a_grant_that_does_not_open(taken_in: SmallRealm) -> None:
    realm = taken_in
    good = json.loads(realm.grant(held(realm)))
    shut = {**good, "sealed": to_base64(bytes(80))}
    signed = "\0".join(
        (
            "qyzmet key grant",
            *(shut[one] for one in ("realm", "lane", "reader", "key_id", "sealed")),
        )
    )
    signature = to_base64(realm.realm.signer(WINDOW).sign(signed.encode()))

    refused(realm, changed(json.dumps(shut).encode(), signature=signature), "does not open here")


@pytest.mark.parametrize("raw", [b"", b"{}", b"\x00" * 5000])
def test_what_is_no_grant(taken_in: SmallRealm, raw: bytes) -> None:
    refused(taken_in, raw, "grant")


def test_a_grant_of_a_key_that_no_event_announces_waits(taken_in: SmallRealm) -> None:
    taken_in.arrive(taken_in.grant(DataKey("unknown", FALSE)))

    assert taken_in.keys(DELIVERER).keys("unknown") == []
    assert (len(taken_in.keys(DELIVERER).arrived()), taken_in.alarms) == (1, [])


def test_a_grant_of_a_lane_that_nobody_has_registered_waits(taken_in: SmallRealm) -> None:
    raw = changed(taken_in.grant(held(taken_in)), lane="intake.unknown")

    taken_in.arrive(raw)

    assert (taken_in.keys(DELIVERER).arrived(), taken_in.alarms) == ([raw], [])


def test_a_grant_after_the_erasure(taken_in: SmallRealm) -> None:
    raw = taken_in.grant(held(taken_in))
    taken_in.erase()

    taken_in.arrive(raw)

    (alarm,) = taken_in.alarms
    assert "was destroyed; it is not taken again" in alarm
    assert taken_in.holders() == set()


def test_a_grant_that_waits_is_forgotten_with_the_key(taken_in: SmallRealm) -> None:
    grant = GrantKey(key_id="k9", case_id="c9", readers=(DELIVERER,), of_event=f"{WINDOW}/x-1:1")
    taken_in.do(WINDOW, "grant/k9", grant)
    taken_in.arrive(taken_in.grant(DataKey("k9", FALSE)))
    assert len(taken_in.keys(DELIVERER).arrived()) == 1

    taken_in.do(WINDOW, "erase/k9", EraseSubject(key_id="k9", case_id="c9", ground="subject"))

    assert taken_in.keys(DELIVERER).arrived() == []
    assert not taken_in.alarms


def test_only_a_lane_that_commits_to_it_can_grant_a_key(taken_in: SmallRealm) -> None:
    raw = taken_in.grant(held(taken_in), CENTRE, lane=DELIVERY)

    taken_in.arrive(raw, CENTRE)

    assert taken_in.keys(CENTRE).arrived() == [raw]
