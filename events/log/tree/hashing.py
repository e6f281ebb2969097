"""The two hashes of an RFC 6962 Merkle tree; SHA-256, 32 bytes each."""

from hashlib import sha256
from typing import Final

HASH_BYTES: Final = 32
LEAF_PREFIX: Final = b"\x00"
NODE_PREFIX: Final = b"\x01"  # Apart from the leaf's, so that no node can pass for an event.
EMPTY_ROOT: Final = sha256(b"").digest()


def leaf(event: bytes) -> bytes:
    """Hash one event's bytes exactly as they are stored and sent (RFC 6962, 2.1)."""
    return sha256(LEAF_PREFIX + event).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring subtrees of 32 bytes each into their parent (RFC 6962, 2.1)."""
    return sha256(NODE_PREFIX + left + right).digest()
