"""The port of an agency's key store: keys, tombstones, and how far its instances have followed.

Keys are kept by key id and commitment: a lane that vouches for a false key under somebody's key id
can neither push the true one out nor have it destroyed.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import NamedTuple, Protocol

from services.sealing.cipher import DataKey


class Erased(Exception):
    """The key was destroyed, for ever: it is not taken again, and nothing is sealed with it."""


class StoreBusy(Exception):
    """The key is deleted, but somebody reads the file, so its old bytes are not gone yet."""


class Seen(NamedTuple):
    """An event with parts under one key, as an instance has read it."""

    at: str
    """The lane of the instance that read it."""
    lane: str
    """The lane that says it."""
    seq: int
    ref: str
    case_id: str
    key_id: str
    commitment: str


class Source(NamedTuple):
    """Where this agency has a key from; that stays known when the key is destroyed."""

    commitment: str
    lane: str
    """The lane whose grant was taken, or the own lane that made it."""
    made: bool


class Kind(StrEnum):
    """What an event about keys asks of an instance that reads it."""

    SEND = "send"
    """An own `key_granted`: the key is to go to its reader."""
    ASKED = "asked"
    """A `key_asked` of this lane."""
    ERASE = "erase"
    """A `subject_erased`, own or of another lane."""


class Duty(NamedTuple):
    """What one event asks of one instance, until it is settled."""

    at: str
    lane: str
    seq: int
    kind: Kind
    key_id: str
    agency: str
    """The reader that is sent to, the agency that asks or erases."""


class KeyStore(Protocol):
    """One agency's keys. What is written in `together` commits as one; all is synced (F5)."""

    def together(self) -> AbstractContextManager[None]:
        """Begin; commit at the end of the block, roll back if it raises."""
        ...

    def put(self, key: DataKey, lane: str, *, made: bool = False) -> None:
        """Keep a key and where it is from; one that is here stays, and may have several sources.

        Args:
            key: what is kept.
            lane: whose grant it came with, or that has made it.
            made: by this agency, and not granted to it.

        Raises:
            Erased: it was destroyed.
        """
        ...

    def sources(self, key_id: str) -> Sequence[Source]:
        """List where the keys under a key id are from, also of those destroyed."""
        ...

    def key(self, key_id: str, commitment: str) -> DataKey | None:
        """Give a key; None if it is not here."""
        ...

    def keys(self, key_id: str) -> Sequence[DataKey]:
        """Give all keys under a key id: more than one only if a lane has vouched falsely."""
        ...

    def erase(self, key_id: str, commitments: Sequence[str]) -> None:
        """Destroy keys, so that no file of the store holds their bytes; tombstones stay.

        Raises:
            StoreBusy: call again; nobody may be told yet that it is gone.
        """
        ...

    def erased(self, key_id: str) -> frozenset[str]:
        """Give the commitments of the keys destroyed under a key id."""
        ...

    def let_go(self, lane: str, key_id: str) -> bool:
        """Say whether a lane's erasure of a key id was dealt with: it grants nothing more (F3)."""
        ...

    def see(self, seen: Seen) -> None:
        """Note an event with sealed parts."""
        ...

    def seen(self, *, at: str = "", key_id: str = "", case_id: str = "") -> Sequence[Seen]:
        """List such events in the order of their reading; an empty argument selects nothing out."""
        ...

    def vouched(self, lane: str, key_id: str) -> frozenset[str]:
        """Give the commitments that a lane's own events bear for a key id."""
        ...

    def announce(self, lane: str, key_id: str, ref: str) -> None:
        """Note that a lane has granted a key to this agency (F3)."""
        ...

    def announced(self) -> Sequence[tuple[str, str, str]]:
        """List (lane, key id, `<lane>/<event id>`) of all such grants."""
        ...

    def owe(self, duty: Duty) -> None:
        """Note a duty; one that is known stays as it is."""
        ...

    def owed(self, at: str) -> Sequence[Duty]:
        """List the duties of an instance that are not settled, in the order of their noting."""
        ...

    def settle(self, duty: Duty) -> None:
        """Note that a duty is done, or has fallen away."""
        ...

    def renew(self, at: str, key_id: str, reader: str) -> bool:
        """Owe a sending again; False if the reader has been granted nothing."""
        ...

    def renew_on(self, at: str, reader: str, topic_id: str) -> int:
        """Note by which topic an instance sends to a reader; owe all again if it is another one.

        What the reader had not taken went with the other topic; the rest it holds already.

        Returns:
            How many sendings are owed again.
        """
        ...

    def arrive(self, raw: bytes) -> None:
        """Keep a grant until it can be taken or is refused."""
        ...

    def arrived(self) -> Sequence[bytes]:
        """List the grants that wait."""
        ...

    def drop(self, raw: bytes) -> None:
        """Forget a grant that was taken or refused."""
        ...

    def followed(self, at: str) -> tuple[int, int]:
        """Say how far an instance is followed: seq of its lane, number of its received record."""
        ...

    def follow(self, at: str, own: int, received: int) -> None:
        """Move that forward."""
        ...
