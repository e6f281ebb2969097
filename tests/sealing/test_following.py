"""Keys go to those who may read the events, beside the lanes (protocol F1 to F5)."""

import pytest

from events.acts.keys import GrantKey
from services.sealing.cipher import Place, open_part
from services.sealing.events_here import _concerns
from tests.sealing.agencies import (
    AUDIT,
    AUTHORITY,
    CENTRE,
    DELIVERER,
    DELIVERY,
    ELSEWHERE,
    WINDOW,
)
from tests.sealing.small_realm import NAME, SmallRealm


def readers(realm: SmallRealm, lane: str) -> list[str]:
    return [event.data.reader for event in realm.events(lane, "key_granted")]


def test_the_deliverer_gets_the_key_with_the_event_that_it_may_read(realm: SmallRealm) -> None:
    realm.take_in()

    (granted,) = realm.events(WINDOW, "key_granted")
    assert realm.holders() == {CENTRE, DELIVERER}
    assert granted.data.of_event == granted.causationid
    assert granted.to == f"{CENTRE} {DELIVERER}"
    assert not realm.alarms


def test_who_may_not_read_the_event_gets_no_key(realm: SmallRealm) -> None:
    realm.lodge()

    assert realm.holders() == {CENTRE}
    assert not realm.events(WINDOW, "key_granted")


def test_the_authority_reads_every_event_and_gets_no_key(realm: SmallRealm) -> None:
    realm.take_in()
    realm.decide()

    assert AUTHORITY not in realm.holders()


def test_no_key_is_in_any_event(realm: SmallRealm) -> None:
    realm.take_in()
    realm.decide()

    (key,) = realm.keys(CENTRE).keys(realm.key_id)
    assert not any(key.secret in str(event).encode() for event in realm.events(WINDOW))


def test_a_key_is_granted_once_to_each_reader_and_that_is_stated(realm: SmallRealm) -> None:
    realm.take_in()
    command = GrantKey(
        key_id=realm.key_id, case_id=realm.case, readers=(ELSEWHERE,), of_event=f"{WINDOW}/x-1:1"
    )
    realm.do(WINDOW, "grant/1", command)

    assert readers(realm, WINDOW) == [DELIVERER, ELSEWHERE]


def test_a_later_holder_seals_with_the_key_of_the_case(realm: SmallRealm) -> None:
    realm.take_in()
    realm.decide()

    (letter,) = realm.parts(DELIVERY)
    assert (letter.key_id, letter.part) == (realm.key_id, "letter")
    assert readers(realm, DELIVERY) == [CENTRE]


def test_what_is_for_a_body_elsewhere_is_owed_until_it_can_be_sent(realm: SmallRealm) -> None:
    realm.take_in()
    command = GrantKey(
        key_id=realm.key_id, case_id=realm.case, readers=(ELSEWHERE,), of_event=f"{WINDOW}/x-1:1"
    )
    realm.do(WINDOW, "grant/1", command)

    owed = realm.keys(CENTRE).owed(WINDOW)
    assert [(duty.kind, duty.agency) for duty in owed] == [("send", ELSEWHERE)]


def test_a_grant_that_comes_before_its_event_waits(realm: SmallRealm) -> None:
    sealed = realm.sealer().seal(realm.case, realm.applicant, "x", {"name": b"x"})
    (key,) = realm.keys(CENTRE).keys(sealed[0].key_id)
    realm.arrive(realm.grant(key))
    assert (len(realm.keys(DELIVERER).arrived()), realm.alarms) == (1, [])

    realm.take_in()

    assert realm.keys(DELIVERER).arrived() == []
    assert realm.holders() == {CENTRE, DELIVERER}


def test_the_same_key_again_changes_nothing(realm: SmallRealm) -> None:
    realm.take_in()
    (key,) = realm.keys(DELIVERER).keys(realm.key_id)

    realm.arrive(realm.grant(key))

    assert realm.keys(DELIVERER).keys(realm.key_id) == [key]
    assert (realm.keys(DELIVERER).arrived(), realm.alarms) == ([], [])


def test_who_has_lost_a_key_asks_and_gets_it_again(realm: SmallRealm) -> None:
    realm.take_in()
    keys = realm.keys(DELIVERER)
    keys._db.execute("DELETE FROM key")
    assert realm.holders() == {CENTRE}

    realm.ask(None, DELIVERY)

    assert realm.holders() == {CENTRE, DELIVERER}
    assert readers(realm, WINDOW) == [DELIVERER]


def test_the_authority_gets_a_key_for_one_case_with_a_ground(realm: SmallRealm) -> None:
    realm.lodge()

    realm.ask("inspection")

    (granted,) = realm.events(WINDOW, "key_granted")
    (asked,) = realm.events(AUDIT, "key_asked")
    assert realm.holders() == {CENTRE, AUTHORITY}
    assert granted.causationid == asked.ref
    assert granted.data.of_event == realm.events(WINDOW, "application_lodged")[0].ref
    assert asked.to == f"{AUTHORITY} {CENTRE}"


def test_without_a_ground_the_authority_gets_none(realm: SmallRealm) -> None:
    realm.take_in()

    realm.ask(None)

    assert AUTHORITY not in realm.holders()
    assert realm.ignored(WINDOW) == ["key asked: it was not granted to who asks for it"]


def test_another_body_gets_none_whatever_ground_it_names(realm: SmallRealm) -> None:
    realm.lodge()

    realm.ask("inspection", DELIVERY)

    assert realm.holders() == {CENTRE}
    assert realm.ignored(WINDOW) == ["key asked: it was not granted to who asks for it"]


def test_what_was_noted_and_not_done_is_done_after_a_restart(realm: SmallRealm) -> None:
    def nowhere(_reader: str, _raw: bytes) -> bool:
        return False

    realm.realm.follower(WINDOW)._settling._deliver = nowhere
    realm.take_in()
    assert realm.holders() == {CENTRE}

    realm.realm.close()
    realm.driver.quiet()

    assert realm.holders() == {CENTRE, DELIVERER}


def test_when_all_is_quiet_another_round_does_nothing(realm: SmallRealm) -> None:
    realm.take_in()
    followers = [realm.realm.follower(lane) for lane in (WINDOW, DELIVERY, AUDIT)]

    assert [one.follow(realm.alarms.append) for one in followers] == [0, 0, 0]


def test_a_key_is_on_disk_before_its_event_is_committed(realm: SmallRealm) -> None:
    sealed = realm.sealer().seal(realm.case, realm.applicant, "x", {"name": NAME.encode()})

    realm.realm.close()

    (key,) = realm.keys(CENTRE).keys(sealed[0].key_id)
    assert open_part(key, Place(WINDOW, "x"), sealed[0]) == NAME.encode()


def test_in_a_realm_from_a_seed_the_same_command_is_sealed_alike(realm: SmallRealm) -> None:
    one = realm.sealer().seal(realm.case, realm.applicant, "x", {"name": b"x"})
    realm.keys(CENTRE)._db.execute("DELETE FROM key")

    assert realm.sealer().seal(realm.case, realm.applicant, "x", {"name": b"x"}) == one


def test_elsewhere_no_two_keys_are_alike(realm: SmallRealm) -> None:
    sealer = realm.realm.sealer(WINDOW)

    one, other = (sealer.seal(realm.case, who, "x", {"name": b"x"})[0] for who in ("a", "b"))

    assert len({one.key_id, other.key_id}) == len({one.commitment, other.commitment}) == 2


def test_a_key_for_grants_is_registered_in_the_form_that_the_authority_asks(
    realm: SmallRealm,
) -> None:
    register = realm.realm.audit.known.register

    assert register.agencies[DELIVERER].grant_key == realm.realm.grant_key(DELIVERER)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"data":{"sealed":[{"part":"x"}]}}',
        b'{"data":{"se\\u0061led":[{"part":"x"}]}}',
        b'{"type":"intake.key_granted.v1"}',
        b'{"type":"intake.subject_er\\u0061sed.v1"}',
        b'{"type":"intake.personal_data_read.v1"}',
    ],
)
def test_an_event_about_keys_is_noticed_however_its_names_are_spelled(raw: bytes) -> None:
    assert _concerns(raw)
    assert not _concerns(b'{"type":"intake.notice_given.v1","data":{"sealed":[]}}')
