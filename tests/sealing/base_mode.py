"""HPKE's base mode letter by letter (RFC 9180, sections 4 and 5), to hold the library against."""

import hashlib
import hmac
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEM: Final = b"KEM\x00\x20"
"""DHKEM(X25519, HKDF-SHA256)."""
_HASH_BYTES: Final = 32
_NONCE_BYTES: Final = 12


class Aead(NamedTuple):
    """An AES-GCM as section 7.3 numbers it."""

    aead_id: bytes
    key_bytes: int

    @property
    def suite(self) -> bytes:
        return b"HPKE\x00\x20\x00\x01" + self.aead_id


AES_128_GCM: Final = Aead(b"\x00\x01", 16)
AES_256_GCM: Final = Aead(b"\x00\x02", 32)


class Sealed(NamedTuple):
    """What travels: the encapsulated key and the ciphertext."""

    enc: bytes
    ciphertext: bytes


def open_base(private: bytes, sealed: Sealed, info: bytes, aead: Aead, aad: bytes = b"") -> bytes:
    """Open the first message of a context in base mode."""
    own = X25519PrivateKey.from_private_bytes(private)
    shared = own.exchange(X25519PublicKey.from_public_bytes(sealed.enc))
    context = sealed.enc + own.public_key().public_bytes_raw()
    secret = _expand(
        _KEM, _extract(_KEM, b"", b"eae_prk", shared), b"shared_secret", context, _HASH_BYTES
    )
    key, nonce = _schedule(secret, info, aead)
    return AESGCM(key).decrypt(nonce, sealed.ciphertext, aad)


def _schedule(shared: bytes, info: bytes, aead: Aead) -> tuple[bytes, bytes]:
    suite = aead.suite
    psk_id_hash = _extract(suite, b"", b"psk_id_hash", b"")
    context = b"\x00" + psk_id_hash + _extract(suite, b"", b"info_hash", info)
    secret = _extract(suite, shared, b"secret", b"")
    key = _expand(suite, secret, b"key", context, aead.key_bytes)
    return key, _expand(suite, secret, b"base_nonce", context, _NONCE_BYTES)


def _extract(suite: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
    text = b"HPKE-v1" + suite + label + ikm
    return hmac.digest(salt or bytes(_HASH_BYTES), text, hashlib.sha256)


def _expand(suite: bytes, prk: bytes, label: bytes, info: bytes, length: int) -> bytes:
    text = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(prk, text + b"\x01", hashlib.sha256)[:length]
