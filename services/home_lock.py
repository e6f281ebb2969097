"""One writer at a time: the lock on a home, held while a command writes.

HOME/lock  held by the operating system for the process (flock), so never stale: it goes when the
           process ends, however it ends. Inside stands the process's number, for others to be told.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOCK_FILE: Final = "lock"
PID_BYTES_MAX: Final = 20
"""The digits of a 64-bit number: a process's is never longer."""


class HomeBusy(Exception):
    """Another process writes this home; nothing was changed."""


@contextmanager
def home_lock(home: Path) -> Iterator[None]:
    """Hold a home for writing; who only reads needs no lock.

    Args:
        home: the folder; it is made if absent.

    Raises:
        HomeBusy: another process holds it.
        OSError: the folder cannot be written, or its file system knows no locks.
    """
    home.mkdir(parents=True, exist_ok=True)
    file = os.open(home / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(file, home)
        os.pwrite(file, str(os.getpid()).encode(), 0)
        try:
            yield
        finally:
            os.truncate(file, 0)  # Who comes next must not be told of a process that has gone.
    finally:
        os.close(file)


def _take(file: int, home: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        raise HomeBusy(f"another qyzmet{_holder(file)} works on {home}; wait, or stop it") from held
    os.truncate(file, 0)  # A process that was killed has left its number.


def _holder(file: int) -> str:
    """Name the process that holds the lock; nothing while it has not written its number."""
    pid = os.pread(file, PID_BYTES_MAX, 0).decode("ascii", "replace")
    return f" (process {pid})" if pid.isdigit() else ""
