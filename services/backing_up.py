"""A backup: a consistent copy of each lane, checked, whole or not at all.

DIR/manifest.json                 each lane with the size and root that its copy holds
DIR/realm.json                    the realm and its anchor; nothing in it is secret
DIR/lanes/<lane>/lane.db          the copy; `restored` beside it: nobody serves it as it is
DIR/lanes/<lane>/instance.json    whose lane it is
with keys: lanes/<lane>/{key,secret,kafka.json}, keys/<agency>/grant_key

Keys of personal data are in no backup: what was erased would come back with it (protocol F6).
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from events.log.kafka.access import ACCESS_FILE
from events.log.lane.keys import OWNER_ONLY
from events.log.tree.exact_base64 import to_base64
from services.home import SETTINGS_FILE, Home
from services.lane_copy import UNREADABLE, LaneDamaged, checked, copy_lane, keys_of
from services.restored import mark, sync_folder
from services.sealing.agency_keys import FOLDER_MODE, GRANT_KEY_FILE, AgencyKeys

MANIFEST_FILE: Final = "manifest.json"
LANE_SECRETS: Final = ("key", "secret", ACCESS_FILE)
"""What a lane signs with, names with, and comes to the broker with."""


class BackupRefused(Exception):
    """No backup was made, or none is there to restore; the sentence says why."""


class LaneBackedUp(Struct, frozen=True, kw_only=True):
    """One lane of a backup."""

    lane: str
    agency: str
    size: int
    """Events."""
    root: str
    """Signed at that size, in base64; that of an empty tree if the lane has not begun."""


class Manifest(Struct, frozen=True, kw_only=True):
    """What a backup holds."""

    realm: str
    with_keys: bool
    lanes: tuple[LaneBackedUp, ...]


def back_up(home: Home, into: Path, lanes: Sequence[str], *, with_keys: bool) -> Manifest:
    """Copy lanes of a home into a folder, beside whoever serves them.

    Args:
        home: where they are.
        into: a folder that is absent or empty.
        lanes: which of the home's.
        with_keys: whether signing keys and secrets go with them.

    Raises:
        BackupRefused: the folder is not empty, or a copy does not hold what its lane has signed.
        KeyFileUnsafe: a lane's key file is missing, or others may read it.
        NewerHome: a newer version wrote a file.
    """
    making = _begin(into)
    try:
        told = [_copied(home, making, lane, with_keys=with_keys) for lane in lanes]
        manifest = Manifest(realm=home.settings.realm, with_keys=with_keys, lanes=tuple(told))
        shutil.copy(home.home / SETTINGS_FILE, making)
        (making / MANIFEST_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
        _sync(making)
        making.rename(into)
    except BaseException:
        shutil.rmtree(making)
        raise
    sync_folder(into.absolute().parent)
    return manifest


def manifest_of(folder: Path) -> Manifest:
    """Read what a backup holds.

    Raises:
        BackupRefused: the folder holds no whole backup.
    """
    try:
        return msgspec.json.decode((folder / MANIFEST_FILE).read_bytes(), type=Manifest)
    except FileNotFoundError as missing:
        raise BackupRefused(f"{folder} is no backup: {MANIFEST_FILE} is missing") from missing
    except (msgspec.DecodeError, UnicodeDecodeError) as broken:
        raise BackupRefused(f"{folder / MANIFEST_FILE} cannot be read: {broken}") from broken


def copy_secret(path: Path, to: Path) -> None:
    """Copy a file that its owner alone may read; one that is there stays."""
    if not path.exists() or to.exists():
        return
    to.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(to, flags, OWNER_ONLY), "wb") as file:
        file.write(path.read_bytes())


def _begin(into: Path) -> Path:
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise BackupRefused(f"{into} is not empty: a backup is written into an empty folder")
    making = into.with_name(f"{into.name}.making")
    try:
        making.mkdir(mode=FOLDER_MODE, parents=True)
    except FileExistsError as there:
        raise BackupRefused(
            f"{making} is there: another backup is being made, or one was cut short; "
            "remove it, or name another folder"
        ) from there
    return making


def _copied(home: Home, making: Path, lane: str, *, with_keys: bool) -> LaneBackedUp:
    key, me, folder = home.vkey(lane), home.me(lane), making / "lanes" / lane
    folder.mkdir(parents=True)
    mark(making, lane)
    shutil.copy(home.path(lane).with_name("instance.json"), folder)
    try:
        if home.path(lane).exists():
            copy_lane(home.path(lane), folder / "lane.db")
        copy = folder / "lane.db"
        checkpoint = checked(copy, keys_of(home, copy, key))
    except (*UNREADABLE, LaneDamaged) as damage:
        raise BackupRefused(f"{lane}: {damage}; run qyzmet verify; nothing was written") from damage
    if with_keys:
        _copy_keys(home, making, lane, me.agency)
    return LaneBackedUp(
        lane=lane, agency=me.agency, size=checkpoint.size, root=to_base64(checkpoint.root)
    )


def _copy_keys(home: Home, making: Path, lane: str, agency: str) -> None:
    for name in LANE_SECRETS:
        copy_secret(home.path(lane).with_name(name), making / "lanes" / lane / name)
    grant_key = AgencyKeys(home.home, agency).folder / GRANT_KEY_FILE
    copy_secret(grant_key, AgencyKeys(making, agency).folder / GRANT_KEY_FILE)


def _sync(folder: Path) -> None:
    """Have the disk hold all that was written, before the folder gets its name."""
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    sync_folder(folder)
