"""What a crash left of a home that was being made is made anew; what is whole stays."""

from pathlib import Path

import pytest

from examples.kazakhstan.founding import found
from services.home import SETTINGS_FILE, Home
from services.realm import Realm


def test_a_home_without_its_settings_is_completed_with_the_keys_it_has(tmp_path: Path) -> None:
    found(tmp_path)
    before = Home(tmp_path).settings
    (tmp_path / SETTINGS_FILE).unlink()

    found(tmp_path)

    assert Home(tmp_path).settings == before


def test_a_lane_half_made_is_made_anew_and_is_no_lane_before(tmp_path: Path) -> None:
    found(tmp_path)
    realm = Realm(tmp_path)
    half = tmp_path / "making" / "intake.a"
    half.mkdir(parents=True)
    (half / "key").write_bytes(b"half")

    before = realm.lanes
    key = realm.join("intake.a", "a")

    assert "intake.a" not in before
    assert realm.vkey("intake.a") == key
    realm.close()


def test_a_realm_is_not_founded_over_another(tmp_path: Path) -> None:
    found(tmp_path)

    with pytest.raises(FileExistsError):
        Realm.found(tmp_path, "kz", "audit.authority", "a", zone="Asia/Almaty")


def test_a_lane_is_not_made_over_another(tmp_path: Path) -> None:
    found(tmp_path)
    home = Home(tmp_path)
    home.join("intake.a", "a")

    with pytest.raises(FileExistsError):
        home.join("intake.a", "a")
