"""The tables of one instance: its lane, what it received, what it remembers. One file each."""

from pathlib import Path
from typing import Final

HOME_VERSION: Final = 1
"""`PRAGMA user_version`: an older product refuses a newer file."""

EVENTS: Final = """
CREATE TABLE IF NOT EXISTS {table} (
  rowid INTEGER PRIMARY KEY,  -- seq: 1, 2, 3 ... without gaps; leaf index = seq - 1
  originator_id TEXT, originator_version INTEGER, topic TEXT,
  state BLOB,                 -- the event's bytes, as signed
  UNIQUE (originator_id, originator_version))
"""

LANE: Final = (
    # One row a commit. `nodes`: the inner tree nodes that the commit completed, in order of
    # completion; so a node costs no row of its own, and a run of omitted events is node reads.
    """
    CREATE TABLE IF NOT EXISTS sealed (
      size INTEGER PRIMARY KEY, previous INTEGER NOT NULL UNIQUE,
      note BLOB NOT NULL, edge BLOB NOT NULL, nodes BLOB NOT NULL)
    """,
    # Derived from the events' `to`: which commits hold something for a reader.
    """
    CREATE TABLE IF NOT EXISTS audience (
      reader TEXT, size INTEGER, PRIMARY KEY (reader, size)) WITHOUT ROWID
    """,
    # With rowids: answers lie in order of commits, and only the short ids in random places.
    """
    CREATE TABLE IF NOT EXISTS command (
      id TEXT PRIMARY KEY NOT NULL, body_hash BLOB NOT NULL, answer BLOB NOT NULL)
    """,
)

RECEIVED: Final = (
    # Verified records of other lanes, as they came. pos = order of arrival here.
    """
    CREATE TABLE IF NOT EXISTS received (
      pos INTEGER PRIMARY KEY, lane TEXT NOT NULL, size INTEGER NOT NULL, start INTEGER NOT NULL,
      events INTEGER NOT NULL, root BLOB NOT NULL, note BLOB NOT NULL, value BLOB NOT NULL,
      edge BLOB NOT NULL, UNIQUE (lane, size))
    """,
    # Copies of what told of agencies and norms, own lane included. Read at each start.
    """
    CREATE TABLE IF NOT EXISTS kept (
      pos INTEGER PRIMARY KEY, lane TEXT, seq INTEGER, state BLOB NOT NULL, UNIQUE (lane, seq))
    """,
    # Two roots for one size: the second note, which convicts the lane.
    """
    CREATE TABLE IF NOT EXISTS convicted (
      lane TEXT, size INTEGER, note BLOB NOT NULL, PRIMARY KEY (lane, size)) WITHOUT ROWID
    """,
    # Events of a type that today's catalogue does not know: read again when it does.
    """
    CREATE TABLE IF NOT EXISTS unread (
      lane TEXT, seq INTEGER, type TEXT NOT NULL, PRIMARY KEY (lane, seq)) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS reread (
      lane TEXT, seq INTEGER, PRIMARY KEY (lane, seq)) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS ignored (
      ref TEXT, because TEXT NOT NULL, PRIMARY KEY (ref, because)) WITHOUT ROWID
    """,
)

IMMUTABLE: Final = (
    "stored_events",
    "sealed",
    "audience",
    "command",
    "received",
    "kept",
    "convicted",
)


def refuse_changes(table: str) -> tuple[str, ...]:
    """Write the triggers that refuse UPDATE and DELETE on a table."""
    return tuple(
        f"CREATE TRIGGER IF NOT EXISTS {table}_refuses_{change} BEFORE {change} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for change in ("UPDATE", "DELETE")
    )


class NewerHome(Exception):
    """The file was written by a newer version; nothing was changed."""


def check_version(path: Path, version: int) -> None:
    """Refuse a file of a newer version.

    Raises:
        NewerHome: the version is above ours.
    """
    if version > HOME_VERSION:
        raise NewerHome(
            f"{path} has format {version}; this version reads up to {HOME_VERSION}. Upgrade qyzmet."
        )
