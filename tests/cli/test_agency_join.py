"""An agency joins in one go: keys, registration; a second time nothing is added (C5)."""

from datetime import date
from pathlib import Path

import pytest

from events.register import Register
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY, CENTRE, JUSTICE, WINDOW_LANE
from services.driver import answered
from services.home import Home
from services.home_lock import serving_lock
from services.realm import Realm
from tests.cli.calling import refused, said
from tests.flows.homes import copy_of, driven, lanes_of

NEW, LANE = "talgar-akimat", "provider.talgar"
FACTS = ("--role", "deliverer", "--zone", "Asia/Almaty", "--jurisdiction", "kz", "--week", "5")
ELSEWHERE = "kz/provider.talgar+5f8bcd23+AeW3Yt3gRQmJ4PVXjHj1lDpw9fIqIg6Dd0tnpzNzUhm1"


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The authority's home, to be changed."""
    return copy_of(played, tmp_path)


def join(*more: str, name: str = NEW, lane: str = LANE) -> tuple[str, ...]:
    return ("agency", "join", name, *FACTS, "--lane", lane, *more)


def held(home: Path) -> tuple[dict[str, tuple[int, str]], list[Path]]:
    """Give sizes and roots of all lanes, and which key files there are."""
    keys = [path for name in ("key", "secret", "grant_key") for path in home.rglob(name)]
    return lanes_of(home), sorted(keys)


def register(home: Path) -> Register:
    realm = Realm(home)
    try:
        return realm.audit.known.register
    finally:
        realm.close()


def test_an_agency_is_registered_with_the_keys_that_were_made(home: Path) -> None:
    told = said(home, *join("--reader", CENTRE, "--parent", JUSTICE, "--from", "2024-06-03"))

    known, here = register(home), Home(home)
    agency, lane = known.agencies[NEW], known.lanes[LANE]
    assert f"{NEW} is registered: deliverer; kz, Asia/Almaty" in told
    assert (agency.parent, agency.jurisdiction, agency.week) == (JUSTICE, "kz", "5")
    assert agency.grant_key == here.grant_key(NEW)
    assert lane.keys == ((0, here.vkey(LANE).text),)
    assert lane.readers == {CENTRE}
    assert lane.first_day == date(2024, 6, 3)


def test_without_a_day_it_begins_on_the_day_of_the_ledger(home: Path) -> None:
    said(home, *join("--time", "2024-05-20T19:30:00Z"))

    assert register(home).lanes[LANE].first_day == date(2024, 5, 21)  # It is past midnight there.


def test_its_lane_works_at_once(home: Path) -> None:
    said(home, *join())

    with driven(home) as driver:
        first = driver.realm.audit.known.register.lanes[LANE].first_day
        instance = driver.realm.instance(LANE)
        time = f"{first}T18:00:00Z"
        answered(instance.close_day(first, actor=instance.me.policy, time=time))
    assert said(home, "verify").startswith("verified: 5 lanes here")


def test_a_second_run_adds_nothing(home: Path) -> None:
    said(home, *join("--reader", CENTRE))
    before = held(home)

    told = said(home, *join("--reader", CENTRE))

    assert f"{NEW} is registered as asked; nothing was added" in told
    assert held(home) == before


def test_its_keys_go_to_a_home_of_its_own_and_nowhere_else(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "talgar"

    told = said(home, *join("--into", str(own)))

    assert f"qyzmet --home {own} serve {LANE}" in told
    assert Home(own).settings == Home(home).settings
    assert Home(own).lanes == [LANE]
    assert not Home(home).runs_here(LANE)
    assert not (home / "keys" / NEW).exists()
    assert register(home).lanes[LANE].keys == ((0, Home(own).vkey(LANE).text),)


def test_a_joining_that_ended_after_its_keys_is_gone_on_with(home: Path) -> None:
    key = Home(home).join(LANE, NEW)

    said(home, *join())

    assert register(home).lanes[LANE].keys == ((0, key.text),)


def test_of_a_lane_whose_key_is_made_elsewhere_no_key_is_made(home: Path) -> None:
    told = said(home, "agency", "join", NEW, *FACTS, "--key", f"{LANE}={ELSEWHERE}")

    assert "who has its key writes it" in told
    assert "without a grant key" in told
    assert register(home).lanes[LANE].keys == ((0, ELSEWHERE),)
    assert not Home(home).runs_here(LANE)
    assert not (home / "keys" / NEW).exists()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (join(name=CENTRE), f"{CENTRE} is registered already"),
        (join(lane=WINDOW_LANE), f"{WINDOW_LANE} is a lane of {CENTRE} (protocol C5)"),
        (join("--reader", "nobody"), "'nobody' is not registered; there are"),
        (join("--parent", "nobody"), "'nobody' is not registered; there are"),
        (join("--zone", "Asia/Nowhere"), "Asia/Nowhere"),
        (join("--key", f"{LANE}={ELSEWHERE}"), "its key is made here or elsewhere, not both"),
        (join("--key", "provider.x"), "write LANE=VKEY"),
        (("agency", "join", NEW, *FACTS), "name a --lane, or a --key"),
        (("agency", "join", NEW, *FACTS, "--key", f"{LANE}=abc"), "no verification key"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_who_cannot_join_so_is_told_why_and_nothing_is_changed(
    home: Path, command: tuple[str, ...], words: str
) -> None:
    before = held(home)

    assert words in refused(home, *command)

    assert held(home) == before


@pytest.mark.parametrize("lane", ["audit.talgar", "provider", "provider.", "church.talgar"])
def test_a_lane_is_one_of_a_service(home: Path, lane: str) -> None:
    assert "is no lane: complaints.NAME, intake.NAME" in refused(home, *join(lane=lane), code=2)


@pytest.mark.parametrize(
    "more", [("--role", "centre"), ("--zone", "Asia/Aqtau"), ("--reader", CENTRE)]
)
def test_joining_changes_no_agency_that_is_registered(home: Path, more: tuple[str, ...]) -> None:
    said(home, *join())
    before = register(home)

    assert f"{NEW} is registered already, with other" in refused(home, *join(*more))

    assert register(home) == before


def test_a_registered_agency_whose_keys_are_not_there_gets_no_others(
    home: Path, tmp_path: Path
) -> None:
    said(home, *join("--into", str(tmp_path / "one")))

    words = refused(home, *join("--into", str(tmp_path / "two")))

    assert f"is registered already, and {tmp_path / 'two'} holds no keys of {LANE}" in words


def test_keys_of_another_agency_are_not_taken(home: Path) -> None:
    Home(home).join(LANE, "somebody-else")

    assert f"holds keys of {LANE} for somebody-else" in refused(home, *join())


def test_a_folder_of_another_realm_is_refused(home: Path, tmp_path: Path) -> None:
    Home.found(tmp_path / "other", "ru", AUDIT_LANE, AUTHORITY, zone="Europe/Moscow")

    assert "holds another realm" in refused(home, *join("--into", str(tmp_path / "other")))


def test_only_the_authority_registers(home: Path, tmp_path: Path) -> None:
    said(home, *join("--into", str(tmp_path / "talgar")))

    words = refused(tmp_path / "talgar", *join(name="other", lane="provider.other"))

    assert "the authority registers agencies" in words


def test_while_the_home_is_served_nobody_joins(home: Path) -> None:
    with serving_lock(home, [AUDIT_LANE]):
        assert "another qyzmet" in refused(home, *join())

    assert NEW not in register(home).agencies
