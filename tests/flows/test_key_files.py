"""A key file must give the key that the register has, or the lane cannot go on."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from events.log.checking import Fault
from examples.kazakhstan.agencies import WINDOW_LANE
from services.home import Home
from services.realm import Realm
from services.verifying_instance import InstanceCheck
from tests.cli.calling import refused
from tests.flows.homes import copy_of
from tests.log.realm import signer

OTHER = signer(WINDOW_LANE, generation=1).vkey.text
THIRD = signer(WINDOW_LANE, generation=2).vkey.text


@pytest.fixture
def home(everything: Path, tmp_path: Path) -> Path:
    return copy_of(everything, tmp_path)


def key_of(home: Path) -> Path:
    return home / "lanes" / WINDOW_LANE / "key"


def key_faults(home: Path, *keys: tuple[int, str]) -> list[Fault]:
    """Verify the window under a register that has these keys of it, each from its size."""
    realm = Realm(home)
    register = realm.audit.known.register
    lane = replace(register.lane(WINDOW_LANE), keys=keys)
    realm.close()
    check = InstanceCheck(Home(home), WINDOW_LANE)
    faults = check.contents(replace(register, lanes={**register.lanes, WINDOW_LANE: lane}))
    return [fault for fault in faults if fault.what.startswith("key file: ")]


def size_of(home: Path) -> int:
    realm = Realm(home)
    try:
        return realm.grown(WINDOW_LANE)
    finally:
        realm.close()


def test_the_key_of_the_current_size_holds_until_the_next_one_signs(home: Path) -> None:
    own, size = Home(home).vkey(WINDOW_LANE).text, size_of(home)

    assert key_faults(home, (0, own)) == []
    assert key_faults(home, (0, own), (size, OTHER)) == []
    assert len(key_faults(home, (0, own), (size - 1, OTHER))) == 1


def test_the_newest_key_holds_before_it_signs(home: Path) -> None:
    own, size = Home(home).vkey(WINDOW_LANE).text, size_of(home)

    assert key_faults(home, (0, OTHER), (size + 100, own)) == []
    assert len(key_faults(home, (0, OTHER), (size + 100, own), (size + 101, THIRD))) == 1


def test_another_key_than_the_registered_one_is_a_fault_with_both(home: Path) -> None:
    registered = Home(home).vkey(WINDOW_LANE).text
    key_of(home).write_bytes(bytes(32))

    words = refused(home, "verify")

    told = Home(home).vkey(WINDOW_LANE).text
    assert f"FAULT {WINDOW_LANE} at 0: key file: {told} is not the registered {registered}\n" in (
        words
    )
    assert words.count("FAULT") == 1


@pytest.mark.parametrize(
    ("mode", "size", "why"), [(0o644, 32, "chmod 600"), (0o600, 31, "31 bytes")]
)
def test_an_unsafe_key_file_is_a_fault_in_words(home: Path, mode: int, size: int, why: str) -> None:
    key_of(home).write_bytes(bytes(size))
    key_of(home).chmod(mode)

    words = refused(home, "verify")

    assert words.startswith(f"FAULT {WINDOW_LANE} at 0: key file: ")
    assert why in words


@pytest.mark.parametrize("make", [lambda _: None, Path.mkdir], ids=["missing", "a folder"])
def test_a_key_file_that_is_not_there_is_a_fault_in_words(home: Path, make: object) -> None:
    key_of(home).unlink()
    assert callable(make)
    make(key_of(home))

    assert refused(home, "verify").startswith(f"FAULT {WINDOW_LANE} at 0: key file: ")
