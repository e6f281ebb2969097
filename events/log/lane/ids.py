"""Minted ids: unguessable, and the same on every redelivery and in every interleaving."""

import hashlib
import hmac

from events.identity import PART_BYTES, mark


class Mint:
    """Makes a lane's ids from its secret and a command id (protocol E3)."""

    def __init__(self, secret: bytes, lane: str) -> None:
        self._secret = secret
        self._mark = mark(lane)

    def id(self, command_id: str, name: str) -> str:
        """Return the first 8 bytes of HMAC-SHA256(secret, command id, name), then the mark."""
        message = b"\x00".join(part.encode() for part in (command_id, name))
        digest = hmac.new(self._secret, message, hashlib.sha256).digest()
        return digest[:PART_BYTES].hex() + self._mark


def policy_command_id(ref: str, command: str, target: str) -> str:
    """Name a policy's command: no seq in it, so interleaving changes nothing (protocol E3)."""
    return f"{ref}/{command}/{target}"


def close_command_id(lane: str, day: str) -> str:
    """Name the closing of a lane's day (protocol H8)."""
    return f"close/{lane}/{day}"
