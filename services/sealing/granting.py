"""Key grants: one key, for one reader, beside the lanes (protocol F2; HPKE is RFC 9180). Pure.

A grant is the one message between agencies that is not an event: an event cannot be destroyed.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from msgspec import Struct

from events.envelope import Name
from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.keys import KeyRefused, Signer, VerificationKey
from services.sealing.cipher import KEY_BYTES, DataKey

GRANT_BYTES_MAX: Final = 4096
"""Bytes of one grant: a key, its frame and four names; what is longer is not read."""
_DOMAIN: Final = b"qyzmet key grant\0"
"""Begins what a grant signs. No note holds a NUL, so no grant is ever a checkpoint."""
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class GrantRefused(ValueError):
    """The bytes are no grant for this reader; the sentence says why. Nothing was taken."""


class Grant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key on its way."""

    realm: Name
    lane: Name
    """The granter's."""
    reader: Name
    """The agency that can open it."""
    key_id: Name
    sealed: Name
    """Encapsulated key and ciphertext, in base64."""
    signature: Name
    """Of the lane's key, in base64."""

    @property
    def info(self) -> bytes:
        """Give what the encryption is bound to."""
        names = (self.realm, self.lane, self.reader, self.key_id)
        return _DOMAIN + b"\0".join(name.encode() for name in names)

    @property
    def signed(self) -> bytes:
        """Give what the lane signs."""
        return self.info + b"\0" + self.sealed.encode()


class Route(NamedTuple):
    """From whom to whom."""

    realm: str
    lane: str
    reader: str


def grant(key: DataKey, route: Route, reader_key: str, signer: Signer) -> bytes:
    """Seal a key for a reader and sign that.

    Args:
        key: what is granted.
        route: the granter's lane and the reader.
        reader_key: the reader's registered X25519 key, in base64.
        signer: of the granter's lane.

    Raises:
        GrantRefused: the registered key is none.
    """
    blank = Grant(**route._asdict(), key_id=key.key_id, sealed="-", signature="-")
    try:
        public = X25519PublicKey.from_public_bytes(from_base64(reader_key))
        sealed = _SUITE.encrypt(key.secret, public, blank.info)
    except ValueError as bad:
        raise GrantRefused(f"{reader_key!r} of {route.reader} is no X25519 key: {bad}") from bad
    unsigned = msgspec.structs.replace(blank, sealed=to_base64(sealed))
    signature = to_base64(signer.sign(unsigned.signed))
    return msgspec.json.encode(msgspec.structs.replace(unsigned, signature=signature))


def read(raw: bytes) -> Grant:
    """Read a grant's bytes; nothing in it is believed yet.

    Raises:
        GrantRefused: too long, no grant, or a name with a NUL in it.
    """
    if len(raw) > GRANT_BYTES_MAX:
        raise GrantRefused(f"a grant of {len(raw)} bytes; at most {GRANT_BYTES_MAX} are read")
    try:
        read_ = msgspec.json.decode(raw, type=Grant)
    except (msgspec.DecodeError, UnicodeDecodeError) as bad:
        raise GrantRefused(f"not a key grant: {bad}") from bad
    if "\0" in read_.realm + read_.lane + read_.reader + read_.key_id:
        raise GrantRefused("not a key grant: a name holds a NUL")
    return read_


def check_signature(granted: Grant, keys: Iterable[str]) -> None:
    """Check that a key of the granter's lane has signed a grant.

    Args:
        granted: as read.
        keys: the lane's registered verification keys: it may have another one by now.

    Raises:
        GrantRefused: none of them has.
    """
    try:
        signature = from_base64(granted.signature)
        parsed = [VerificationKey.parse(text) for text in keys]
    except (KeyRefused, ValueError) as bad:
        raise GrantRefused(f"signature of the grant from {granted.lane}: {bad}") from bad
    if not any(key.verifies(signature, granted.signed) for key in parsed):
        raise GrantRefused(f"the grant of {granted.key_id} is not signed by {granted.lane}")


def open_grant(granted: Grant, private_key: bytes) -> DataKey:
    """Open a grant with the reader's private key.

    Raises:
        GrantRefused: it was sealed for another, or is not a key.
    """
    try:
        private = X25519PrivateKey.from_private_bytes(private_key)
        secret = _SUITE.decrypt(from_base64(granted.sealed), private, granted.info)
    except (InvalidTag, ValueError) as bad:
        raise GrantRefused(f"the grant of {granted.key_id} does not open here") from bad
    if len(secret) != KEY_BYTES:
        raise GrantRefused(f"the grant of {granted.key_id} holds {len(secret)} bytes, no key")
    return DataKey(granted.key_id, secret)
