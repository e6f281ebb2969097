"""How far an instance is followed: all is noted, once, whatever happens to its lane meanwhile."""

from typing import Final

import pytest

from events.register import Register
from services.sealing.events_here import EventsHere, Here
from services.sealing.following import Follower
from tests.sealing.agencies import CENTRE, WINDOW
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
