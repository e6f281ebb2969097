"""Minted ids: unguessable, and the same on every redelivery and in every interleaving."""

import hashlib
import hmac
from typing import Final

ID_BYTES: Final = 16
"""128 bits: nobody guesses a case (law model, common attributes)."""


class Mint:
    """Makes ids from the lane's secret and a command id (protocol E3)."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def id(self, command_id: str, name: str) -> str:
        """Return the first 16 bytes of HMAC-SHA256(secret, command id, name), in hex."""
        message = b"\x00".join(part.encode() for part in (command_id, name))
        return hmac.new(self._secret, message, hashlib.sha256).digest()[:ID_BYTES].hex()


def policy_command_id(ref: str, command: str, target: str) -> str:
    """Name a policy's command: no seq in it, so interleaving changes nothing (protocol E3)."""
    return f"{ref}/{command}/{target}"


def close_command_id(lane: str, day: str) -> str:
    """Name the closing of a lane's day (protocol H8)."""
    return f"close/{lane}/{day}"
