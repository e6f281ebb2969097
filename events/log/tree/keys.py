"""Ed25519 keys of signed notes: the text form of a verification key, and a signer.

C2SP signed-note: key id = SHA-256(name || 0x0A || 0x01 || public key)[:4]; a verification key is
written `<name>+<key id, 8 hex digits>+<base64 of 0x01 || public key>`.
"""

from functools import lru_cache
from hashlib import sha256
from typing import Final, Protocol, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from events.log.tree.exact_base64 import from_base64, to_base64

ED25519: Final = b"\x01"  # The only signature type of a lane.
PUBLIC_KEY_BYTES: Final = 32  # RFC 8032.


class KeyRefused(ValueError):
    """The text is not an Ed25519 verification key; the sentence says what is wrong."""


class VerificationKey(Struct, frozen=True, kw_only=True):
    """The public half of a lane's key: its name and 32 bytes."""

    name: str
    public_key: bytes

    @property
    def key_id(self) -> bytes:
        """Return the four bytes that stand before each signature of this key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public_key).digest()[:4]

    @property
    def text(self) -> str:
        """Return the one-line form that a register holds."""
        return f"{self.name}+{self.key_id.hex()}+{to_base64(ED25519 + self.public_key)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the one-line form.

        Raises:
            KeyRefused: a part is missing, the type is not Ed25519, or the key id does not fit.
        """
        parts = text.split("+", 2)
        if len(parts) != 3 or not is_key_name(parts[0]):  # noqa: PLR2004  # name, id, key
            raise KeyRefused(f"not <name>+<key id>+<base64>: {text!r}")
        try:
            typed = from_base64(parts[2])
        except ValueError as error:
            raise KeyRefused(f"key of {parts[0]}: {error}") from error
        if typed[:1] != ED25519 or len(typed) != 1 + PUBLIC_KEY_BYTES:
            raise KeyRefused(f"key of {parts[0]}: not type 0x01 and 32 bytes (Ed25519)")
        key = cls(name=parts[0], public_key=typed[1:])
        if key.key_id.hex() != parts[1]:
            raise KeyRefused(f"key of {parts[0]}: key id {parts[1]} is not {key.key_id.hex()}")
        return key

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Check an Ed25519 signature over exactly this message."""
        try:
            _loaded(self.public_key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class Signer(Protocol):
    """Where signatures come from: a key in this process, a helper process or a device."""

    @property
    def name(self) -> str:
        """Return the key name, which is the origin of the lane's checkpoints."""
        ...

    @property
    def vkey(self) -> VerificationKey:
        """Return the public half."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature over the message."""
        ...


class Ed25519Signer:
    """A signer that holds the 32-byte private key (RFC 8032 seed) in memory."""

    def __init__(self, name: str, private_key: bytes) -> None:
        if not is_key_name(name):
            raise KeyRefused(f"a key name has no spaces and no plus, and is not empty: {name!r}")
        self.name = name
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)
        self.vkey = VerificationKey(name=name, public_key=self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature over the message."""
        return self._key.sign(message)


def is_key_name(name: str) -> bool:
    """Say whether a note may bear this name: not empty, no plus, no space, no control character."""
    return bool(name) and not any(c == "+" or c.isspace() or c < " " for c in name)


@lru_cache(maxsize=1024)  # Keys: more lanes than one process follows; loading costs a signature.
def _loaded(public_key: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public_key)
