"""How far an instance is followed: all is noted, once, whatever happens to its lane meanwhile."""

from typing import Final

import pytest

from events.register import Register
from services.sealing.events_here import EventsHere, Here
from services.sealing.following import Follower
from services.sealing.key_store import Duty, Kind
from tests.sealing.agencies import CENTRE, DELIVERER, DELIVERY, WINDOW
from tests.sealing.small_realm import SmallRealm

READINGS_MAX: Final = 10


class Counted(EventsHere):
    """Events that are read a few times only."""

    readings = 0

    def received_after(self, pos: int, register: Register) -> tuple[int, list[Here]]:
        self.readings += 1
        assert self.readings < READINGS_MAX, "it reads for ever"
        return super().received_after(pos, register)


class Overtaken(Counted):
    """Events of which another process commits one more whenever it was said how many there are."""

    def grown(self) -> tuple[int, int]:
        own, received = super().grown()
        return own - 1, received


def begun_again(realm: SmallRealm, kind: type[Counted]) -> Follower:
    """Give the window's follower as after a restart."""
    realm.realm.close()
    follower = realm.realm.follower(WINDOW)
    follower._events = kind(realm.realm.instance(WINDOW).me, realm.realm.store(WINDOW))
    return follower


def test_what_another_process_commits_meanwhile_is_noted_too(realm: SmallRealm) -> None:
    realm.take_in()
    keys = realm.keys(CENTRE)
    before = keys.seen(at=WINDOW)
    keys._db.execute("DELETE FROM seen")
    keys.follow(WINDOW, 0, 0)

    follower = begun_again(realm, Overtaken)
    follower.follow(realm.alarms.append)
    follower.follow(realm.alarms.append)

    assert realm.keys(CENTRE).seen(at=WINDOW) == before


@pytest.mark.parametrize("ahead", [(1, 0), (0, 1), (1, 1)])
def test_a_lane_restored_from_a_backup_is_followed_from_its_beginning(
    realm: SmallRealm, ahead: tuple[int, int]
) -> None:
    realm.take_in()
    keys = realm.keys(CENTRE)
    before = keys.seen(at=WINDOW)
    keys._db.execute("DELETE FROM seen")
    own, received = realm.realm.follower(WINDOW)._events.grown()
    keys.follow(WINDOW, own + ahead[0], received + ahead[1])

    begun_again(realm, Counted).follow(realm.alarms.append)

    assert realm.keys(CENTRE).seen(at=WINDOW) == before
    assert realm.keys(CENTRE).owed(WINDOW) == []


@pytest.mark.parametrize("kind", [Kind.ASKED, Kind.ERASE])
@pytest.mark.parametrize("seq", [1, 9_999])
def test_a_duty_whose_event_a_restore_has_taken_away_waits_and_says_so_once(
    realm: SmallRealm, kind: Kind, seq: int
) -> None:
    """The lane is not so long any more, or something else stands there."""
    realm.take_in()
    duty = Duty(WINDOW, WINDOW, seq, kind, realm.key_id, CENTRE)
    realm.keys(CENTRE).owe(duty)

    realm.driver.quiet()
    realm.driver.quiet()

    assert realm.keys(CENTRE).owed(WINDOW) == [duty]
    assert realm.keys(CENTRE).keys(realm.key_id), "nothing was destroyed"
    (alarm,) = realm.alarms
    assert alarm.startswith(f"{WINDOW}: key {realm.key_id} waits: {WINDOW} #{seq}, which asks")


def test_what_another_lane_has_not_shown_again_waits_too(realm: SmallRealm) -> None:
    realm.take_in()
    duty = Duty(WINDOW, DELIVERY, 9_999, Kind.ASKED, realm.key_id, DELIVERER)
    realm.keys(CENTRE).owe(duty)

    realm.driver.quiet()

    assert realm.keys(CENTRE).owed(WINDOW) == [duty]
    assert f"{DELIVERY} #9999 has not come" in realm.alarms[0]
