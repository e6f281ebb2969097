"""Key files: the owner's alone, whole, and never overwritten."""

from pathlib import Path

import pytest

from events.log.lane.keys import KEY_BYTES, KeyFileUnsafe, read_key, signer, write_key

KEY = bytes(range(KEY_BYTES))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    write_key(path, KEY)
    return path


def test_a_key_file_is_readable_by_its_owner_alone(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_key(path) == KEY


@pytest.mark.parametrize("mode", [0o640, 0o620, 0o604, 0o602, 0o610, 0o777])
def test_a_key_file_that_others_may_touch_is_refused(path: Path, mode: int) -> None:
    path.chmod(mode)

    with pytest.raises(KeyFileUnsafe, match=f"chmod 600 {path}"):
        read_key(path)


def test_a_missing_key_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyFileUnsafe, match="is missing"):
        signer("kz/provider.a", tmp_path / "key")


@pytest.mark.parametrize("length", [0, KEY_BYTES - 1, KEY_BYTES + 1])
def test_a_key_file_of_another_length_is_refused(path: Path, length: int) -> None:
    path.write_bytes(bytes(length))

    with pytest.raises(KeyFileUnsafe, match=f"has {length} bytes"):
        read_key(path)


def test_a_key_file_is_never_overwritten(path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_key(path)

    assert read_key(path) == KEY


def test_two_drawn_keys_differ(tmp_path: Path) -> None:
    write_key(tmp_path / "one")
    write_key(tmp_path / "other")

    assert read_key(tmp_path / "one") != read_key(tmp_path / "other")


def test_a_lane_signs_with_the_key_of_its_file(path: Path) -> None:
    one = signer("kz/provider.a", path)

    assert one.vkey.verifies(one.sign(b"text"), b"text")
    assert one.vkey.name == "kz/provider.a"
