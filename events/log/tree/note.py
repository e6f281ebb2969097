"""Signed notes (C2SP signed-note): a text, a blank line, and one or more signature lines."""

import re
from typing import Final

from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.keys import Ed25519Signer, KeyRefused, Signer, VerificationKey, is_key_name

__all__ = [
    "NOTE_BYTES_MAX",
    "SIGNATURES_MAX",
    "Ed25519Signer",
    "KeyRefused",
    "NoteRefused",
    "Signer",
    "UnknownKey",
    "VerificationKey",
    "open_note",
    "sign_note",
]

SIGNATURES_MAX: Final = 16  # Lines; what every verifier of signed notes must take.
NOTE_BYTES_MAX: Final = 128 * 1024  # Bytes; 16 post-quantum signatures in base64 fit in.
KEY_ID_BYTES: Final = 4
_LINE: Final = re.compile(r"\u2014 (\S+) (\S+)")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")  # All below U+0020 but the newline.


class NoteRefused(ValueError):
    """The note is malformed, or the known key's signature does not verify."""


class UnknownKey(Exception):
    """Nobody known signed the note: it waits for the register, and convicts nobody.

    `signers` holds `<name>+<key id>` of each signature line, so that a register can say whether
    an older or a newer key of the lane signed it.
    """

    def __init__(self, wanted: VerificationKey, signers: tuple[str, ...]) -> None:
        super().__init__(f"note not signed by {wanted.name}+{wanted.key_id.hex()}: {signers}")
        self.signers = signers


def sign_note(text: str, signer: Signer) -> bytes:
    """Return the note of a text that ends in a newline, with the signer's one line.

    Raises:
        NoteRefused: the text does not end in a newline or holds control characters.
    """
    _check_text(text)
    signature = to_base64(signer.vkey.key_id + signer.sign(text.encode()))
    return f"{text}\n\u2014 {signer.name} {signature}\n".encode()


def open_note(note: bytes, vkey: VerificationKey) -> str:
    """Return the text of a note that this key signed, with its last newline.

    Well-formed lines of other keys are ignored, also those of the same name or the same key id.

    Raises:
        NoteRefused: the form is wrong, the signature is, or the key signed twice.
        UnknownKey: the note is well-formed and no line is by this key.
    """
    return _opened(note, vkey)[0]


def signature_of(note: bytes, vkey: VerificationKey) -> bytes:
    """Return the signature of a key, 64 bytes; raises as `open_note` does."""
    return _opened(note, vkey)[1]


def _opened(note: bytes, vkey: VerificationKey) -> tuple[str, bytes]:
    text, lines = _divided(note)
    signatures = [_parsed(line) for line in lines]
    known = [s for name, key_id, s in signatures if (name, key_id) == (vkey.name, vkey.key_id)]
    if not known:
        raise UnknownKey(vkey, tuple(f"{name}+{key_id.hex()}" for name, key_id, _ in signatures))
    if len(known) > 1:
        raise NoteRefused(f"note has {len(known)} signature lines of {vkey.name}, not one")
    if not vkey.verifies(known[0], text.encode()):
        raise NoteRefused(f"signature of {vkey.name} does not fit the text of the note")
    return text, known[0]


def _divided(note: bytes) -> tuple[str, list[str]]:
    """Part a note at its last blank line into its text and its signature lines."""
    if len(note) > NOTE_BYTES_MAX:
        raise NoteRefused(f"note of {len(note)} bytes; at most {NOTE_BYTES_MAX} are read")
    try:
        whole = note.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoteRefused(f"note is not UTF-8: {error}") from error
    head, blank, tail = whole.rpartition("\n\n")
    if not blank or not tail.endswith("\n"):
        raise NoteRefused("note is not a text, a blank line and signature lines, each ended")
    lines = tail[:-1].split("\n")
    if len(lines) > SIGNATURES_MAX:
        raise NoteRefused(f"note has {len(lines)} signatures; at most {SIGNATURES_MAX} are read")
    _check_text(head + "\n")
    return head + "\n", lines


def _parsed(line: str) -> tuple[str, bytes, bytes]:
    """Return key name, key id and signature of a signature line."""
    found = _LINE.fullmatch(line)
    if not found or not is_key_name(found[1]):
        raise NoteRefused(f"not a signature line: {line!r}")
    try:
        data = from_base64(found[2])
    except ValueError as error:
        raise NoteRefused(f"signature of {found[1]}: {error}") from error
    if len(data) <= KEY_ID_BYTES:
        raise NoteRefused(f"signature of {found[1]} has {len(data)} bytes, key id included")
    return found[1], data[:KEY_ID_BYTES], data[KEY_ID_BYTES:]


def _check_text(text: str) -> None:
    if not text.endswith("\n"):
        raise NoteRefused("text of a note does not end in a newline")
    if bad := _CONTROL.search(text):
        raise NoteRefused(f"text of a note holds the control character {bad[0]!r}")
