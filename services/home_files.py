"""The files of a home: settings, a lane's folder with its key and secret."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from events.log.lane.keys import signer, write_key
from events.log.tree.keys import Ed25519Signer

T = TypeVar("T")
Draw = Callable[[str], bytes]
"""Name -> 32 bytes, for a realm whose keys come from a seed."""

SETTINGS_FILE: Final = "realm.json"


class NoHome(Exception):
    """The folder holds no realm; nothing was changed."""


class RealmSettings(Struct, frozen=True, kw_only=True):
    """What configuration gives; everything else is in the register."""

    realm: str
    authority: str
    """The agency of the audit lane."""
    audit_lane: str
    anchor: str
    """The verification key of the audit lane."""
    zone: str
    """Of the authority."""


class InstanceSettings(Struct, frozen=True, kw_only=True):
    """Whose software runs at a lane; what others believe of it is in the register."""

    lane: str
    agency: str


def lane_folder(home: Path, lane: str) -> Path:
    """Say where a lane's files lie."""
    return home / "lanes" / lane


def lane_signer(home: Path, realm: str, lane: str) -> Ed25519Signer:
    """Give the signer of a lane whose software runs here."""
    return signer(f"{realm}/{lane}", lane_folder(home, lane) / "key")


def make_lane(home: Path, lane: str, agency: str, draw: Draw | None) -> None:
    """Make a lane's folder, whole or not at all: what a crash left half made is made anew."""
    folder, making = lane_folder(home, lane), home / "making" / lane
    if folder.exists():
        raise FileExistsError(f"{folder} holds a lane already")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for name in ("key", "secret"):
        write_key(making / name, None if draw is None else draw(f"{lane}/{name}"))
    settings = InstanceSettings(lane=lane, agency=agency)
    (making / "instance.json").write_bytes(msgspec.json.encode(settings))
    folder.parent.mkdir(exist_ok=True)
    making.rename(folder)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    making = path.with_suffix(".making")
    making.write_bytes(data)
    making.rename(path)


def read_settings(path: Path, kind: type[T]) -> T:
    """Read a settings file.

    Raises:
        NoHome: it is missing, or cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as missing:
        raise NoHome(f"{path} is missing; `qyzmet demo` makes a home") from missing
    except (msgspec.DecodeError, UnicodeDecodeError) as broken:
        raise NoHome(f"{path} cannot be read: {broken}") from broken
