"""Putting lanes of a backup in their place, under the mark that keeps them from being opened."""

import os
import shutil
from enum import StrEnum
from pathlib import Path

from events.log.tree.checkpoint import Checkpoint
from events.log.tree.keys import VerificationKey
from services.backing_up import (
    LANE_SECRETS,
    BackupRefused,
    LaneBackedUp,
    copy_secret,
    manifest_of,
)
from services.home import Home
from services.lane_copy import LaneDamaged, checked, keys_of, note_at
from services.restored import is_restored, mark, sync_folder
from services.sealing.agency_keys import GRANT_KEY_FILE, AgencyKeys


class Here(StrEnum):
    """What is in the place of a lane that is to be restored."""

    ABSENT = "was not here"
    DAMAGED = "was damaged"
    BEHIND = "ended before the backup"
    WHOLE = "holds all of the backup"


class Backup:
    """A backup as it lies there; it is a home whose lanes all wait to catch up."""

    def __init__(self, folder: Path) -> None:
        """Read what it holds.

        Raises:
            BackupRefused: the folder holds no whole backup.
            NoHome: the realm's settings are missing.
        """
        self.manifest = manifest_of(folder)
        self.home = Home(folder)

    @property
    def lanes(self) -> list[str]:
        """The lanes that it holds."""
        return [one.lane for one in self.manifest.lanes]

    def told(self, lane: str) -> LaneBackedUp:
        """Say what it holds of one of them."""
        return next(one for one in self.manifest.lanes if one.lane == lane)

    def home_at(self, home: Path) -> Home:
        """Open the home that is restored; one that was lost is made anew.

        Raises:
            BackupRefused: another realm is there.
        """
        try:
            return Home.adopt(home, self.home.settings)
        except FileExistsError as other:
            raise BackupRefused(f"{other}; the backup is of {self.manifest.realm}") from other


def put_back(backup: Backup, home: Home, lane: str) -> Here:
    """Put one lane in its place, unless what is there holds all of it; run again, it goes on.

    What stood there is kept beside it as `lane.db.replaced-N`.

    Returns:
        What was there. The lane is marked as restored, unless it is whole and was not marked.

    Raises:
        BackupRefused: the lane here goes further than the backup, or is another; the lane's key
            is neither here nor in the backup; or the copy is damaged. Nothing was changed.
        NewerHome: a newer version wrote a file.
    """
    key = _key(backup, home, lane)
    copy = _copy(backup, lane, key)
    here = _here(backup, home, copy, key)
    if here is not Here.WHOLE:
        _place(backup, home, lane)
    return here


def _key(backup: Backup, home: Home, lane: str) -> VerificationKey:
    for one in (home, backup.home):
        if one.path(lane).with_name("key").exists():
            return one.vkey(lane)
    raise BackupRefused(
        f"{lane}: its key is neither here nor in the backup, and a lane without its key cannot go "
        "on; put the key file here, or use a backup made with --with-keys"
    )


def _copy(backup: Backup, lane: str, key: VerificationKey) -> Checkpoint:
    told, path = backup.told(lane), backup.home.path(lane)
    try:
        copy = checked(path, keys_of(backup.home, path, key))
    except LaneDamaged as damage:
        raise BackupRefused(f"{lane}: the backup is damaged: {damage}") from damage
    if copy.size != told.size:
        raise BackupRefused(
            f"{lane}: the backup holds {copy.size} events, its manifest says {told.size}"
        )
    return copy


def _here(backup: Backup, home: Home, copy: Checkpoint, key: VerificationKey) -> Here:
    lane = key.name.partition("/")[2]
    mine, theirs = home.path(lane), backup.home.path(lane)
    if not mine.exists():
        return Here.ABSENT
    try:
        here = checked(mine, keys_of(home, mine, key))
    except LaneDamaged:
        return Here.DAMAGED
    common = min(here.size, copy.size)
    if note_at(mine, common) != note_at(theirs, common):
        raise BackupRefused(
            f"{lane}: the lane here and the backup differ at size {common}: one key has signed two "
            "lanes; nothing was changed, and no backup mends that"
        )
    if here.size > copy.size and not is_restored(home.home, lane):
        raise BackupRefused(
            f"{lane}: the lane here goes to size {here.size}, the backup to {copy.size}: nothing "
            "is lost that the backup holds; nothing was changed"
        )
    return Here.WHOLE if here.size >= copy.size else Here.BEHIND


def _place(backup: Backup, home: Home, lane: str) -> None:
    path, copy = home.path(lane), backup.home.path(lane)
    path.parent.mkdir(parents=True, exist_ok=True)
    mark(home.home, lane)
    for name in LANE_SECRETS:
        copy_secret(copy.with_name(name), path.with_name(name))
    agency = backup.told(lane).agency
    theirs, ours = AgencyKeys(backup.home.home, agency), AgencyKeys(home.home, agency)
    copy_secret(theirs.folder / GRANT_KEY_FILE, ours.folder / GRANT_KEY_FILE)
    _set_aside(path)
    if copy.exists():
        _put(copy, path)
    if not path.with_name("instance.json").exists():
        _put(copy.with_name("instance.json"), path.with_name("instance.json"))
    sync_folder(path.parent)


def _set_aside(path: Path) -> None:
    """Keep what stood there: it may hold what nobody else does.

    Its log goes with it, also where the file itself is lost: SQLite would play it into the copy.
    """
    taken = {one.name for one in path.parent.glob(f"{path.name}.replaced-*")}
    names = (f"{path.name}.replaced-{number}" for number in range(1, len(taken) + 2))
    name = next(one for one in names if one not in taken)
    for tail in ("-wal", "-shm", ""):
        beside = path.with_name(f"{path.name}{tail}")
        if beside.exists():
            beside.rename(path.with_name(f"{name}{tail}"))


def _put(path: Path, to: Path) -> None:
    making = to.with_name(f"{to.name}.making")
    shutil.copy(path, making)
    with making.open("rb") as file:
        os.fsync(file.fileno())
    making.rename(to)
