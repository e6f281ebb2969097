"""Under whom the server runs: PostgreSQL refuses to run as root, so then as a user without rights.

No user is made, and no permission of what is there already is changed.
"""

import os
import pwd
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = 0

UNPRIVILEGED: Final = ("nobody", "daemon")
"""Users that a POSIX system has, in the order in which they are taken."""


class NoAccount(Exception):
    """We are root, and this system has none of the users under whom a server could run."""


class Account(NamedTuple):
    """A user of this system, by name and by numbers."""

    name: str
    uid: int
    gid: int


def account(uid: int | None = None) -> Account | None:
    """Give the user under whom a server runs; None: under the one who starts it.

    Args:
        uid: the number of the one who starts it; by default we are.

    Raises:
        NoAccount: there is none.
    """
    if (os.geteuid() if uid is None else uid) != ROOT:
        return None
    for name in UNPRIVILEGED:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, found.pw_uid, found.pw_gid)
    raise NoAccount(f"not as root, and there is no user {' or '.join(UNPRIVILEGED)}")


def succeeds(user: Account | None, command: Sequence[str | Path]) -> bool:
    """Run a command as the user, and say whether it ended well."""
    done = subprocess.run(  # noqa: S603 -- a fixed script; the command is ours
        ["/bin/sh", "-c", 'exec "$@"', "sh", *command],
        check=False,
        capture_output=True,
        cwd="/",
        user=None if user is None else user.uid,
        group=None if user is None else user.gid,
        extra_groups=None if user is None else (),
    )
    return done.returncode == 0


def enters(user: Account | None, folder: Path) -> bool:
    """Say whether the user may go into a folder: through all that lie above it, too."""
    return succeeds(user, ["/bin/sh", "-c", 'cd "$1"', "sh", folder.absolute()])
