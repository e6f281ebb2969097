"""Passwords of lanes' users: where they come from, and that none is lost between two files.

HOME/lanes/<lane>/kafka.json  what the lane comes in with
HOME/lanes/<lane>/kafka.next  a new password until the broker has taken it; applying again goes on
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from events.log.kafka.access import (
    KafkaAccess,
    admin_access_file,
    lane_access_file,
    read_access,
    write_access,
)
from events.log.lane.keys import OWNER_ONLY
from services.home import Home

PASSWORD_BYTES: Final = 32
"""Bytes of chance: as many as a lane's secret; nobody types it."""
NEXT_FILE: Final = "kafka.next"


class OutThere(FileExistsError):
    """The file for passwords of lanes elsewhere is there already: it may hold the only copies."""


class Passwords(Struct, frozen=True, kw_only=True):
    """What users are to come in with."""

    of: Mapping[str, str]
    """User -> password."""
    lacking: tuple[str, ...]
    """Users that could not be given one: their software is not here, and no file was named."""

    def __repr__(self) -> str:
        """Name the users; no log shows a password."""
        return f"Passwords({', '.join(self.of)})"


class LanePasswords:
    """The passwords of a home's lanes, and of those elsewhere."""

    def __init__(self, home: Home, admin: KafkaAccess) -> None:
        self._home = home
        self._admin = admin

    def unfinished(self) -> Iterator[str]:
        """Name the lanes whose new password the broker has perhaps not taken."""
        yield from (lane for lane in self._home.lanes if self._next(lane).exists())

    def without(self, users: Iterable[str]) -> list[str]:
        """Name the lanes here that have no access file."""
        here = [user for user in users if self._home.runs_here(user)]
        return [user for user in here if not self._now(user).exists()]

    def drawn(self, missing: Iterable[str], rotated: Iterable[str], out: Path | None) -> Passwords:
        """Give each user a password that is kept before any broker knows it.

        A user that the broker lacks keeps the password that its lane's file holds.

        Args:
            missing: users to be created.
            rotated: users that are to have another password.
            out: takes the accesses of lanes whose software is not here, a line each.

        Raises:
            AccessUnsafe: a lane's file cannot be read, or others may read it.
            OutThere: the file is there already; nothing was changed.
        """
        again = set(rotated)
        wanted = sorted({*missing, *again})
        here = [user for user in wanted if self._home.runs_here(user)]
        elsewhere = [user for user in wanted if user not in here]
        abroad = {} if out is None else {user: self._access(user, _new()) for user in elsewhere}
        if out is not None and abroad:
            _write_out(out, abroad.values())
        kept = {user: self._keep(user, again=user in again) for user in here}
        return Passwords(
            of={**kept, **{user: access.password for user, access in abroad.items()}},
            lacking=() if out is not None else tuple(elsewhere),
        )

    def taken(self, users: Iterable[str]) -> None:
        """Let lanes come in with what the broker has taken."""
        for user in users:
            after = self._next(user)
            if after.exists():
                after.rename(self._now(user))

    def _keep(self, user: str, *, again: bool) -> str:
        """Write the password that a lane here is to have, or find the one that was written."""
        after, now = self._next(user), self._now(user)
        if after.exists():
            return read_access(after).password
        old = now.exists() and not again
        access = self._access(user, read_access(now).password if old else _new())
        write_access(after, access)
        return access.password

    def _access(self, user: str, password: str) -> KafkaAccess:
        return replace(self._admin, user=user, password=password)

    def _now(self, lane: str) -> Path:
        return lane_access_file(self._home.home, lane)

    def _next(self, lane: str) -> Path:
        return self._now(lane).with_name(NEXT_FILE)


def admin_access(home: Path, file: Path | None = None) -> KafkaAccess:
    """Read how the administrator comes to the broker.

    Raises:
        AccessUnsafe: the file is missing, cannot be read, or others may read it.
    """
    path = admin_access_file(home) if file is None else file
    return read_access(path, made_by="services/topics/README.md says what stands in it")


def _new() -> str:
    return secrets.token_urlsafe(PASSWORD_BYTES)


def _write_out(path: Path, accesses: Iterable[KafkaAccess]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        file = os.fdopen(os.open(path, flags, OWNER_ONLY), "wb")
    except FileExistsError as there:
        raise OutThere(f"{path} is there already; name another file for new passwords") from there
    with file:
        file.writelines(msgspec.json.encode(access) + b"\n" for access in accesses)
        file.flush()
        os.fsync(file.fileno())
