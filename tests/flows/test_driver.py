"""The driver carries what it can: what waits is asked for again, what is broken harms nobody."""

from pathlib import Path

from examples.kazakhstan import agencies, foreign
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import REGISTRAR
from services.driver import Driver
from services.realm import Realm
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days

REGISTERED_AT = "2024-04-28T07:00:00Z"


def realm_with_foreign_lane(home: Path) -> tuple[Realm, str]:
    found(home)
    realm = Realm(home)
    return realm, foreign.TALGAR.written(home / "in")[foreign.LANE]


def register(driver: Driver, key: str) -> None:
    (registration,) = foreign.TALGAR.registrations({foreign.LANE: key})
    commands = [(f"register/{foreign.AGENCY}", registration)]
    driver.do(agencies.AUDIT_LANE, commands, actor=REGISTRAR, time=REGISTERED_AT)


def held(realm: Realm) -> int:
    return realm.audit.held(foreign.LANE)


def test_a_lane_that_waited_for_the_register_is_taken_in_once_it_is_there(tmp_path: Path) -> None:
    realm, key = realm_with_foreign_lane(tmp_path)
    alarms: list[str] = []
    driver = Driver(realm, alarms.append)

    driver.quiet()
    before = held(realm)
    register(driver, key)

    assert (before, held(realm)) == (0, 18)
    assert alarms == []


def test_a_broken_line_is_said_aloud_and_what_stands_before_it_is_taken(tmp_path: Path) -> None:
    realm, key = realm_with_foreign_lane(tmp_path)
    lines = realm.lane_file(foreign.LANE).read_bytes().splitlines(keepends=True)
    realm.lane_file(foreign.LANE).write_bytes(b"".join(lines[:3]) + b"{}\n" + b"".join(lines[3:]))
    alarms: list[str] = []

    register(Driver(realm, alarms.append), key)

    assert held(realm) == 3
    assert "line 4" in alarms[0]


def test_a_last_line_without_its_line_feed_is_not_yet_written(tmp_path: Path) -> None:
    realm, key = realm_with_foreign_lane(tmp_path)
    whole = realm.lane_file(foreign.LANE).read_bytes()
    realm.lane_file(foreign.LANE).write_bytes(whole[:-40])
    alarms: list[str] = []
    driver = Driver(realm, alarms.append)

    register(driver, key)
    before = held(realm)
    realm.lane_file(foreign.LANE).write_bytes(whole)
    driver.quiet()

    assert (before, held(realm)) == (17, 18)
    assert alarms == []


def test_a_lane_restored_from_a_backup_ships_nothing_and_stops_nobody(
    joined: Path, tmp_path: Path
) -> None:
    alarms: list[str] = []
    home = copy_of(joined, tmp_path)
    backup = (home / "lanes" / agencies.WINDOW_LANE / "lane.db").read_bytes()
    with kz_days(home) as days:
        days.approve_standard()
        days.close()
        before = days.realm.audit.held(agencies.WINDOW_LANE)
    path = home / "lanes" / agencies.WINDOW_LANE / "lane.db"
    for part in path.parent.glob("lane.db-*"):
        part.unlink()
    path.write_bytes(backup)
    realm = Realm(home)

    Driver(realm, alarms.append).quiet()

    assert before > 0
    assert realm.audit.held(agencies.WINDOW_LANE) == before
    assert any("no commit ends at" in alarm for alarm in alarms)
    realm.close()
