"""What the product is compared with: the libraries' documented calls, and nothing slowed down."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple, Union
from uuid import UUID

import msgspec
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from events import codec
from events.catalogue import CATALOGUE

ROWS_A_COMMIT: Final = 64
"""As many as there are clients in the measurement of commands."""

_RECORD: Final[Any] = Union[tuple(codec.record_class(name) for name in CATALOGUE)]  # noqa: UP007 -- made at run time
_DECODER: Final = msgspec.json.Decoder(_RECORD)


class Told(NamedTuple):
    """What one command led to."""

    case_id: str
    """A UUID in hex."""
    begins: bool
    """It is the case's first."""
    events: Sequence[str]
    """What it appended, as text."""


class Case(Aggregate):
    """A case as the library's documentation writes aggregates."""

    @event("Begun")
    def __init__(self, case_id: str, text: str) -> None:  # noqa: ARG002 -- the event holds it
        self.case_id = case_id
        self.acts = 1

    @staticmethod
    def create_id(case_id: str, text: str) -> UUID:  # noqa: ARG004 -- the library's shape
        """Name the aggregate by its case."""
        return UUID(case_id)

    @event("Acted")
    def act(self, text: str) -> None:  # noqa: ARG002 -- the event holds it
        """Take the next act of the case."""
        self.acts += 1


class Cases(Application[UUID]):
    """The library's application: get, act, save; one commit a command.

    It is given what was decided, so it neither decides nor signs, and remembers no command.
    """

    def tell(self, told: Told) -> None:
        """Do what one command does."""
        first, *more = told.events
        if told.begins:
            case = Case(told.case_id, first)
        else:
            case = self.repository.get(UUID(told.case_id))
            case.act(first)
        for text in more:
            case.act(text)
        self.save(case)


def library_application(path: Path) -> Cases:
    """Make an application on an SQLite file: WAL and synchronous=FULL, as the product's."""
    return Cases(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)})


def library_commands(application: Cases, commands: Iterable[Told]) -> None:
    """Do commands one after the other; SQLite has one writer, so threads would only wait."""
    for told in commands:
        application.tell(told)


def raw_database(path: Path) -> sqlite3.Connection:
    """Make a file with the product's table of events, and nothing else."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute(
        "CREATE TABLE IF NOT EXISTS stored_events (rowid INTEGER PRIMARY KEY, originator_id TEXT, "
        "originator_version INTEGER, topic TEXT, state BLOB, "
        "UNIQUE (originator_id, originator_version))"
    )
    return db


def raw_insert(db: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, 64 a commit."""
    for first in range(0, len(rows), ROWS_A_COMMIT):
        with closing(db.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.executemany(
                "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)",
                rows[first : first + ROWS_A_COMMIT],
            )
            cursor.execute("COMMIT")


def hash_and_decode(raws: Sequence[bytes]) -> None:
    """Hash each event's bytes and decode them as what they are."""
    decode = _DECODER.decode
    for raw in raws:
        sha256(raw).digest()
        decode(raw)


def decode_all(raws: Sequence[bytes]) -> None:
    """Decode each event's bytes as what they are."""
    decode = _DECODER.decode
    for raw in raws:
        decode(raw)
