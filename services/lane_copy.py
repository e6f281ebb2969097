"""One lane's file, copied while it is written and checked by nothing but the lane's key."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import Final

from events import codec
from events.codec import CannotRead
from events.law.calendar_check import CalendarInvalid
from events.log.adapters.sqlite_check import kept_reference
from events.log.adapters.sqlite_check_file import cell_faults, damage_faults, reading
from events.log.adapters.sqlite_schema import NewerHome
from events.log.reading.trust import key_list
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused, open_checkpoint
from events.log.tree.edge import Edge
from events.log.tree.hashing import EMPTY_ROOT, leaf
from events.log.tree.keys import VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey, open_note
from services.home import Home

UNREADABLE: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises: the second, where a message of SQLite would quote it."""


class LaneDamaged(Exception):
    """The file does not hold what its lane has signed; the sentence says what is wrong."""


def copy_lane(path: Path, to: Path) -> None:
    """Copy an instance's file as it is at one moment, beside whoever writes it.

    The copy is one file, without a log beside it, and durable.

    Raises:
        DatabaseError: the file is not there, or is damaged.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as source, closing(sqlite3.connect(to)) as copy:
        copy.execute("PRAGMA synchronous=FULL")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def keys_of(home: Home, path: Path, key: VerificationKey) -> Sequence[VerificationKey]:
    """Give the keys with which a lane has signed: its present one, and those that its file knows.

    Args:
        home: whose anchor says what is the register.
        path: the lane's file.
        key: the present one.
    """
    lane, known = key.name.partition("/")[2], home.anchor.known()
    with suppress(*UNREADABLE, NewerHome, CannotRead, CalendarInvalid), reading(path) as db:
        for raw in kept_reference(db, home.settings.audit_lane):
            known = known.evolve(codec.read(raw))
    registered = known.register.lanes.get(lane)
    return [key, *(() if registered is None else key_list(registered))]


def checked(path: Path, keys: Sequence[VerificationKey]) -> Checkpoint:
    """Recompute a lane's last checkpoint from its events, and compare it with the signed one.

    Args:
        path: the file; one that is not there is a lane that has not begun.
        keys: the lane's, of which one has signed.

    Raises:
        LaneDamaged: the file cannot be read, or the lane has signed something else.
        NewerHome: a newer version wrote it.
    """
    if not path.exists():
        return _nothing(keys[0])
    name = keys[0].name
    try:
        with reading(path) as db:
            fault = next(chain(damage_faults(db, name), cell_faults(db, name)), None)
            if fault is not None:
                raise LaneDamaged(f"{path}: {fault.what}")
            return _recomputed(db, keys)
    except UNREADABLE as damage:
        raise LaneDamaged(f"{path} cannot be read: {damage}") from damage
    except (NoteRefused, UnknownKey, CheckpointRefused) as bad:
        raise LaneDamaged(f"{path}: its last checkpoint: {bad}") from bad


def note_at(path: Path, size: int) -> bytes | None:
    """Give the checkpoint that a lane signed at a size; None if no commit ends there."""
    if not path.exists():
        return None
    with reading(path) as db:
        row = db.execute("SELECT note FROM sealed WHERE size = ?", (size,)).fetchone()
    return None if row is None else row[0]


def _recomputed(db: sqlite3.Connection, keys: Sequence[VerificationKey]) -> Checkpoint:
    key = keys[0]
    row = db.execute("SELECT note FROM sealed ORDER BY size DESC LIMIT 1").fetchone()
    signed = _nothing(key) if row is None else open_checkpoint(row[0], signer_of(row[0], keys))
    edge = Edge()
    states = db.execute("SELECT state FROM stored_events ORDER BY rowid")
    edge.extend(leaf(state) for (state,) in states)
    if (edge.size, edge.root()) != (signed.size, signed.root):
        raise LaneDamaged(
            f"{key.name}: {edge.size} events are not those that it signed at size {signed.size}"
        )
    return signed


def signer_of(note: bytes, keys: Sequence[VerificationKey]) -> VerificationKey:
    """Say which of a lane's keys has signed a note; the first if none has."""
    for key in keys:
        with suppress(UnknownKey):
            open_note(note, key)
            return key
    return keys[0]


def _nothing(key: VerificationKey) -> Checkpoint:
    return Checkpoint(origin=key.name, size=0, root=EMPTY_ROOT)
