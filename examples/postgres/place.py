"""The folder of a server's own: its data, its settings, the administrator's password."""

import logging
import os
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Final

from examples.postgres.account import Account, enters
from examples.postgres.settings import SETTINGS
from examples.servers.server import ServerFailed

PASSWORD_BYTES: Final = 24
"""Of chance in an administrator's password: 192 bits."""

PASSED_THROUGH: Final = 0o711
"""Ours alone, others may pass: the server's user owns what is in it, and cannot put in anything."""

LOG: Final = logging.getLogger(__name__)


class Place:
    """A folder named `data` in a given one, with PostgreSQL's data as the server's user owns them.

    Where that user cannot come to the given folder, `data` is a link to one where temporary files
    are, and the log says so.

    Args:
        folder: the given one; must be there.
        user: under whom the server runs; None: under ours.
    """

    def __init__(self, folder: Path, user: Account | None) -> None:
        self._named = folder.absolute() / "data"
        self._user = user

    @property
    def path(self) -> Path:
        """Where the folder really is."""
        return self._named.resolve()

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data; not there before its first start."""
        return self.path / "cluster"

    @property
    def settings(self) -> Path:
        """The settings, where the server's user can read them."""
        return self.path / "postgresql.conf"

    @property
    def password_file(self) -> Path:
        """The administrator's password, as `initdb` reads it."""
        return self.path / "password"

    def password(self) -> str:
        """Give the password that goes with the data; a new one if there are none."""
        if self.password_file.exists():
            return self.password_file.read_text()
        return secrets.token_urlsafe(PASSWORD_BYTES)

    def make(self, password: str) -> None:
        """Make the folder if it is not there, and write password and settings into it.

        Raises:
            ServerFailed: there is one with this name, and no server has made it.
        """
        if not self._named.exists():
            self._named.unlink(missing_ok=True)  # a link to what is no longer there
            self._make()
        elif not self.password_file.exists():
            raise ServerFailed(f"{self._named} is there already, and is not of a server")
        self.password_file.touch(0o600)
        self.password_file.write_text(password)
        self._give(self.password_file)
        self.settings.write_text(SETTINGS.read_text())
        self.settings.chmod(0o644)

    def empty(self) -> Path:
        """Make an empty folder for data; one that was half filled when its maker ended goes."""
        made = self.path / "cluster.new"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(0o700)
        self._give(made)
        return made

    def wipe(self) -> None:
        """Delete it with all that is in it; nothing that no server has made."""
        if self.password_file.exists():
            shutil.rmtree(self.path, ignore_errors=True)
        if self._named.is_symlink():
            self._named.unlink()

    def _make(self) -> None:
        if enters(self._user, self._named.parent):
            self._named.mkdir()
        else:
            self._named.symlink_to(self._elsewhere())
        self.path.chmod(PASSED_THROUGH)

    def _elsewhere(self) -> str:
        for open_to_all in (tempfile.gettempdir(), "/var/tmp", "/tmp"):  # noqa: S108 -- the name in it is drawn
            if enters(self._user, Path(open_to_all)):
                made = tempfile.mkdtemp(prefix="qyzmet-postgres-", dir=open_to_all)
                LOG.warning("%s is closed to the server's user: in %s", self._named.parent, made)
                return made
        raise PermissionError(f"{self._named.parent} is closed to the server's user")

    def _give(self, path: Path) -> None:
        if self._user is not None:
            os.chown(path, self._user.uid, self._user.gid)
