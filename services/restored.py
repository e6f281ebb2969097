"""A lane from a backup opens for nothing before it has read what its readers hold of it (A7).

HOME/lanes/<lane>/restored  stands there from before its file does until all that is read

Whoever wrote first would sign other events under sizes that readers hold: two roots for one size,
which stop the lane for good.
"""

import os
from pathlib import Path
from typing import Final

RESTORED_FILE: Final = "restored"
_WORDS: Final = (
    b"A lane from a backup: `qyzmet restore` reads what its readers hold, and removes me.\n"
)


class NotCaughtUp(Exception):
    """The lane is from a backup and has not read what its readers hold; nothing was opened."""


def mark(home: Path, lane: str) -> None:
    """Mark a lane as one from a backup, on the disk before anything that follows."""
    marker = _marker(home, lane)
    with marker.open("wb") as file:
        file.write(_WORDS)
        os.fsync(file.fileno())
    sync_folder(marker.parent)


def unmark(home: Path, lane: str) -> None:
    """Let a lane open again: it holds what its readers hold."""
    _marker(home, lane).unlink(missing_ok=True)


def is_restored(home: Path, lane: str) -> bool:
    """Say whether a lane is from a backup and has not caught up."""
    return _marker(home, lane).exists()


def must_have_caught_up(home: Path, lane: str) -> None:
    """Refuse a lane from a backup that has not caught up.

    Raises:
        NotCaughtUp: it has not.
    """
    if is_restored(home, lane):
        raise NotCaughtUp(
            f"{lane} was restored: it must first read what its readers hold (protocol A7); "
            f"qyzmet restore DIR {lane} goes on with that"
        )


def sync_folder(folder: Path) -> None:
    """Have the disk hold a folder's names as they are now."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _marker(home: Path, lane: str) -> Path:
    return home / "lanes" / lane / RESTORED_FILE
