"""Personal data as ciphertext: AES-256-GCM under one key per applicant and case (art. 24). Pure.

AES-GCM does not say which key it was sealed with; the commitment beside the ciphertext does, so
that nobody can grant one reader a key and another reader a different one.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from events.common import SealedPart
from events.log.tree.exact_base64 import from_base64, to_base64

KEY_BYTES: Final = 32
"""AES-256."""
NONCE_BYTES: Final = 12
"""96 bits, the length that GCM takes as it is (NIST SP 800-38D, 8.2)."""
PART_BYTES_MAX: Final = 16 * 1024
"""Bytes of one part: of what is larger the hash is sealed, as an event has 256 KB at most."""
DIGEST_SUFFIX: Final = ".sha256"
"""Ends the name of a part that holds the SHA-256 of what was too large."""
_COMMITMENT: Final = b"qyzmet key commitment\0"
_NONCE: Final = b"qyzmet nonce\0"


class DoesNotOpen(Exception):
    """The ciphertext was not sealed with this key at this place; the sentence says what differs."""


class PartRefused(ValueError):
    """The part cannot be sealed: its name or its place would be read in two ways."""


@dataclass(frozen=True)
class DataKey:
    """The key of one applicant in one case. Its bytes show in no representation."""

    key_id: str
    secret: bytes = field(repr=False)

    @property
    def commitment(self) -> str:
        """Commit to the key: SHA-256 of key id and key, in base64."""
        text = _COMMITMENT + self.key_id.encode() + b"\0" + self.secret
        return to_base64(hashlib.sha256(text).digest())


class Place(NamedTuple):
    """Where a part stands. The command is known before the event is, and is signed in it."""

    lane: str
    command_id: str


def seal(key: DataKey, place: Place, part: str, content: bytes) -> SealedPart:
    """Seal one part; of a content that is too large its hash, under a name that says so.

    The nonce follows from key, place and content, so a repeated command has the same bytes, and
    one that was refused and is sent again with other words does not use a nonce twice.

    Args:
        key: of the applicant in the case.
        place: the lane, and the command that the part goes with.
        part: its name, as `applicant.name`; once in a command.
        content: its bytes.

    Raises:
        PartRefused: a name holds a NUL, or is empty.
    """
    if len(content) > PART_BYTES_MAX:
        part, content = part + DIGEST_SUFFIX, hashlib.sha256(content).digest()
    bound = _bound(place, part)
    nonce = hmac.digest(key.secret, _NONCE + bound + b"\0" + content, "sha256")[:NONCE_BYTES]
    return SealedPart(
        part=part,
        key_id=key.key_id,
        commitment=key.commitment,
        nonce=to_base64(nonce),
        ciphertext=to_base64(AESGCM(key.secret).encrypt(nonce, content, bound)),
    )


def open_part(key: DataKey, place: Place, sealed: SealedPart) -> bytes:
    """Open one part.

    Raises:
        DoesNotOpen: another key, another place, or bytes that are not what was sealed.
    """
    if key.commitment != sealed.commitment:
        raise DoesNotOpen(f"part {sealed.part!r} is sealed with another key than {key.key_id}")
    try:
        nonce, ciphertext = from_base64(sealed.nonce), from_base64(sealed.ciphertext)
        return AESGCM(key.secret).decrypt(nonce, ciphertext, _bound(place, sealed.part))
    except (InvalidTag, ValueError) as bad:
        what = f"part {sealed.part!r} was not sealed at {place.lane} with {place.command_id!r}"
        raise DoesNotOpen(f"{what}, or its bytes were changed") from bad


def _bound(place: Place, part: str) -> bytes:
    """Bind the part to its place: what was sealed for one event opens in no other."""
    names = (*place, part)
    if not all(names) or any("\0" in name for name in names):
        raise PartRefused(f"lane, command id and name of a part are texts without NUL: {names}")
    return b"\0".join(name.encode() for name in names)
