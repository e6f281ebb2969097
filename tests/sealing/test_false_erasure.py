"""Who has read a sealed part alone can neither have its key destroyed nor keep it away (F6)."""

from msgspec.structs import replace

from events.acts.keys import GrantKey
from tests.sealing.agencies import AUDIT, AUTHORITY, CENTRE, DELIVERER, DELIVERY, WINDOW, decide
from tests.sealing.small_realm import SmallRealm


def repeat_and_erase(realm: SmallRealm) -> None:
    """Let the deliverer, without the key, say all that a lane says that grants and erases it."""
    realm.keys(DELIVERER)._db.execute("DELETE FROM key")
    part = realm.parts(WINDOW)[0]
    realm.do(DELIVERY, "decide/1", replace(decide(realm.case), sealed=(part,)))
    command = GrantKey(
        key_id=part.key_id,
        case_id=realm.case,
        readers=(AUTHORITY,),
        of_event=realm.events(DELIVERY, "decision_made")[0].ref,
    )
    realm.do(DELIVERY, "grant/1", command)
    realm.erase(DELIVERY)
    assert len(realm.events(DELIVERY, "subject_erased")) == 1


def test_who_repeats_a_sealed_part_cannot_have_its_key_destroyed(realm: SmallRealm) -> None:
    realm.take_in()
    realm.ask("inspection")
    assert AUTHORITY in realm.holders()

    repeat_and_erase(realm)

    assert realm.holders() == {CENTRE, AUTHORITY}
    assert realm.events(AUDIT, "key_erased") == []
    assert realm.ignored(AUDIT) == ["erasure: no key that is here has come from that lane"]


def test_who_repeats_a_sealed_part_cannot_keep_its_key_away(realm: SmallRealm) -> None:
    realm.take_in()
    repeat_and_erase(realm)

    realm.ask("inspection")

    assert realm.holders() == {CENTRE, AUTHORITY}
    assert not realm.alarms


def test_a_lane_that_has_erased_a_key_grants_it_no_more(realm: SmallRealm) -> None:
    realm.take_in()
    (key,) = realm.keys(CENTRE).keys(realm.key_id)
    repeat_and_erase(realm)

    realm.arrive(realm.grant(key, AUTHORITY, lane=DELIVERY), AUTHORITY)

    (alarm,) = realm.alarms
    assert "was destroyed; it is not taken again" in alarm
    assert AUTHORITY not in realm.holders()
