"""One writer at a time: the lock on a home, held while a command writes, and on lanes served.

HOME/lock               held alone by a command that writes, shared by processes that serve
HOME/lanes/<lane>/lock  held alone by the process that serves the lane

The operating system holds them for the process (flock), so they are never stale: they go when it
ends, however it ends. Inside stands the process's number, for others to be told.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
        HomeBusy: another process holds it, or serves one of its lanes.
        OSError: the folder cannot be written, or its file system knows no locks.
    """
    home.mkdir(parents=True, exist_ok=True)
    with _held(home / LOCK_FILE, fcntl.LOCK_EX, home):
        yield


@contextmanager
def serving_lock(home: Path, lanes: Sequence[str]) -> Iterator[None]:
    """Hold some lanes of a home for serving; other lanes of it may be served beside them.

    Raises:
        HomeBusy: another process serves one of them, or holds the home.
        OSError: as `home_lock`.
    """
    with ExitStack() as locks:
        locks.enter_context(_held(home / LOCK_FILE, fcntl.LOCK_SH, home))
        for lane in lanes:
            folder = home / "lanes" / lane
            locks.enter_context(_held(folder / LOCK_FILE, fcntl.LOCK_EX, folder))
        yield


@contextmanager
def _held(path: Path, how: int, what: Path) -> Iterator[None]:
    """Hold a lock file; who holds it alone leaves its process's number in it."""
    alone = how == fcntl.LOCK_EX
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(file, how, what)
        if alone:
            os.truncate(file, 0)  # A process that was killed has left its number.
            os.pwrite(file, str(os.getpid()).encode(), 0)
        try:
            yield
        finally:
            if alone:
                os.truncate(file, 0)  # Who comes next must not be told of one that has gone.
    finally:
        os.close(file)


def _take(file: int, how: int, what: Path) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError as held:
        raise HomeBusy(f"another qyzmet{_holder(file)} works on {what}; wait, or stop it") from held


def _holder(file: int) -> str:
    """Name the process that holds the lock; nothing while it has not written its number."""
    pid = os.pread(file, PID_BYTES_MAX, 0).decode("ascii", "replace")
    return f" (process {pid})" if pid.isdigit() else ""
