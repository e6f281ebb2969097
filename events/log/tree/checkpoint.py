"""Checkpoints (C2SP tlog-checkpoint): what a lane signs at each commit."""

import re
from typing import Final

from msgspec import Struct

from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.hashing import HASH_BYTES
from events.log.tree.keys import Signer, VerificationKey, is_key_name
from events.log.tree.note import open_note, sign_note

SIZE_MAX: Final = 2**53 - 1  # Leaves; the largest integer that every JSON reader holds exactly.
_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,15}")  # 16 digits hold SIZE_MAX.


class CheckpointRefused(ValueError):
    """The signed text is not a checkpoint of this origin; the sentence says which line."""


class Checkpoint(Struct, frozen=True, kw_only=True):
    """A lane's tree at one size: origin `<realm>/<lane>`, leaves, 32-byte root."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Return the three lines that are signed, each with its newline."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"


def parse(body: str) -> Checkpoint:
    """Read the three lines of a checkpoint.

    Raises:
        CheckpointRefused: more or fewer lines, a size with leading zeros or beyond 2**53 - 1, a
            root that is not the exact base64 of 32 bytes, an origin that cannot be a key name.
    """
    lines = body.split("\n")
    if len(lines) != 4 or lines[3]:  # noqa: PLR2004  # three lines, and nothing after the last
        raise CheckpointRefused("a checkpoint has exactly three lines")
    origin, size, root = lines[:3]
    if not is_key_name(origin):
        raise CheckpointRefused(f"line 1 is no origin: {origin!r}")
    if not _SIZE.fullmatch(size) or int(size) > SIZE_MAX:
        raise CheckpointRefused(f"line 2 is no size in plain decimal up to {SIZE_MAX}: {size!r}")
    return Checkpoint(origin=origin, size=int(size), root=_root(root))


def seal(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """Sign a checkpoint with the key whose name is its origin.

    Raises:
        CheckpointRefused: the signer has another name, or the text would not be read back.
    """
    if signer.name != checkpoint.origin:
        raise CheckpointRefused(f"{signer.name} cannot sign for {checkpoint.origin}")
    parse(checkpoint.text())
    return sign_note(checkpoint.text(), signer)


def open_checkpoint(note: bytes, vkey: VerificationKey) -> Checkpoint:
    """Return the checkpoint in a note that this key signed; its origin is the key's name.

    Raises:
        NoteRefused: the note's form or signature is wrong.
        UnknownKey: another key signed it.
        CheckpointRefused: the signed text is not a checkpoint, or of another origin.
    """
    checkpoint = parse(open_note(note, vkey))
    if checkpoint.origin != vkey.name:
        raise CheckpointRefused(f"{vkey.name} signed a checkpoint of {checkpoint.origin}")
    return checkpoint


def _root(text: str) -> bytes:
    try:
        root = from_base64(text)
    except ValueError as error:
        raise CheckpointRefused(f"line 3: {error}") from error
    if len(root) != HASH_BYTES:
        raise CheckpointRefused(f"line 3 is a root of {len(root)} bytes, not {HASH_BYTES}")
    return root
