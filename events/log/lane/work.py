"""What a writer is given to do, and what it answers.

Answer                events were appended (or, for a repeated command, had been)
Refused               the domain says no; nothing is remembered
CommandReused         the same command id came with other data
VersionChanged        the stream has moved on since the command was asked for
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import UNSET, Struct, UnsetType

from events.common import Act
from events.deciding import Header, RefusalKind, Refused


class Work(Struct, frozen=True, kw_only=True):
    """One command, addressed: whose stream it changes and how it is decided."""

    command_id: str
    body_hash: bytes
    """SHA-256 of the request's data, without time and actor (protocol E5)."""
    actor: str
    time: str
    """The instant that came with the command or with the event that it answers."""
    on: date | None = None
    """The act's local date, where the command says it; else the day is the lane's."""
    at: str | None = None
    transcribed: bool = False
    causation: str | UnsetType = UNSET
    heard: bool = False
    """It follows from an event: `time` is that event's word, and no command's."""
    if_version: int | None = None
    """The version of the stream that it is asked on; None: whatever it is by now."""
    stream: str
    beside: str | None = None
    """Another stream of the lane that the decision reads."""
    decide: Callable[[Any, Header], Sequence[Act]]
    """Takes the stream's state; raises `Refused`."""


class Answer(Struct, frozen=True, kw_only=True):
    """What a command led to; remembered under its id for ever."""

    stream: str
    version: int
    """Of the stream afterwards."""
    events: tuple[str, ...]
    """Ids of the events appended."""


ANY_BODY: Final = b""
"""Stands for a request of which the events are known and the data is not: its lane was restored."""


class Remembered(Struct, frozen=True, kw_only=True):
    """An answer as stored, with the hash of the request that it answers."""

    body_hash: bytes
    answer: bytes


class CommandReused(Refused):
    """The id belongs to another request (HTTP 422)."""

    def __init__(self, command_id: str) -> None:
        super().__init__(
            "command-reused",
            f"The command id {command_id!r} was used for other data; take a new one",
            article="",
            kind=RefusalKind.FORM,
        )


class VersionChanged(Refused):
    """The stream is no longer as it was when the command was asked for (HTTP 412)."""

    def __init__(self, version: int) -> None:
        super().__init__(
            "version-changed",
            f"The stream is at version {version} by now; read it again, then decide",
            article="",
            kind=RefusalKind.FORM,
        )


def body_hash(command: Struct) -> bytes:
    """Hash a command's data (protocol E5)."""
    name = type(command).__name__.encode()
    return hashlib.sha256(name + b"\n" + msgspec.json.encode(command)).digest()
