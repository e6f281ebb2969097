"""Key files of one instance: the lane's signing key and its secret, readable by the owner alone."""

import os
import secrets
from pathlib import Path
from typing import Final

from events.log.tree.keys import Ed25519Signer

KEY_BYTES: Final = 32
"""An Ed25519 private key (RFC 8032), and the HMAC secret of minted ids."""
OWNER_ONLY: Final = 0o600


class KeyFileUnsafe(Exception):
    """The key file is missing, of another size, or readable by others."""


def read_key(path: Path) -> bytes:
    """Read a key file.

    Raises:
        KeyFileUnsafe: it is missing, of another size, or others may read it.
    """
    try:
        mode, key = path.stat().st_mode, path.read_bytes()
    except FileNotFoundError as missing:
        raise KeyFileUnsafe(f"{path} is missing: a lane without its key cannot go on") from missing
    if mode & 0o077:
        raise KeyFileUnsafe(f"{path} is readable by others: chmod 600 {path}")
    if len(key) != KEY_BYTES:
        raise KeyFileUnsafe(f"{path} has {len(key)} bytes; a key has {KEY_BYTES}")
    return key


def write_key(path: Path, key: bytes | None = None) -> None:
    """Make a key file, never over another.

    Args:
        path: where.
        key: 32 bytes; None draws them.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, OWNER_ONLY), "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES) if key is None else key)


def signer(origin: str, path: Path) -> Ed25519Signer:
    """Give the signer of a lane.

    Args:
        origin: `<realm>/<lane>`, the name of the key.
        path: its key file.
    """
    return Ed25519Signer(origin, read_key(path))
