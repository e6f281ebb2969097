"""How a client comes to the broker: address, user, password; and what every client is set to.

HOME/lanes/<lane>/kafka.json holds it for a lane, readable by the owner alone as key files are.
"""

import os
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from events.envelope import Name
from events.log.lane.keys import OWNER_ONLY, KeyFileUnsafe

ACCESS_FILE: Final = "kafka.json"
"""Beside a lane's key; HOME/kafka.json is the administrator's."""
SASL_MECHANISM: Final = "SCRAM-SHA-512"
"""The password never goes over the line, and the broker keeps a salted hash of it (RFC 5802)."""
BOOTSTRAP_TIMEOUT_MS: Final = 3_000
"""Milliseconds until an absent broker or a wrong password is said; 30 s by default."""
RECONNECT_BACKOFF_MS: Final = 50
"""Milliseconds before the first attempt to come back."""
RECONNECT_BACKOFF_MAX_MS: Final = 500
"""Milliseconds between attempts at most; by default 30 s, so outages take 2 to 4 times longer."""
REQUEST_TIMEOUT_MS: Final = 10_000
"""Milliseconds for one answer: a broker that stands still is noticed before an officer asks."""


class AccessUnsafe(KeyFileUnsafe):
    """The access file is missing, cannot be read, or others may read it."""


class Hidden(str):
    """A password that no log shows: the client writes its settings at level DEBUG."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show that there is one."""
        return "<hidden>"


class KafkaAccess(Struct, frozen=True, kw_only=True):
    """Where the broker is and who comes; its text never shows the password."""

    bootstrap: Name
    """`host:port`, several joined by commas."""
    user: Name
    password: Name
    security_protocol: Literal["SASL_PLAINTEXT", "SASL_SSL"] = "SASL_SSL"
    """Without TLS only where nobody else hears the line: one machine, a test."""
    ssl_cafile: str | None = None
    """The authority that signed the broker's certificate; None: those of the machine."""

    def __repr__(self) -> str:
        """Show who comes from where; the password is none of a log's business."""
        return f"KafkaAccess({self.user} at {self.bootstrap}, {self.security_protocol})"

    __str__ = __repr__

    def settings(self) -> dict[str, Any]:
        """Give what kafka-python's producer, consumer and administrator alike are made with."""
        return {
            "bootstrap_servers": self.bootstrap.split(","),
            "client_id": self.user,
            "security_protocol": self.security_protocol,
            "ssl_cafile": self.ssl_cafile,
            "sasl_mechanism": SASL_MECHANISM,
            "sasl_plain_username": self.user,
            "sasl_plain_password": Hidden(self.password),
            "bootstrap_timeout_ms": BOOTSTRAP_TIMEOUT_MS,
            "reconnect_backoff_ms": RECONNECT_BACKOFF_MS,
            "reconnect_backoff_max_ms": RECONNECT_BACKOFF_MAX_MS,
            "request_timeout_ms": REQUEST_TIMEOUT_MS,
        }


def lane_access_file(home: Path, lane: str) -> Path:
    """Say where a lane's access lies."""
    return home / "lanes" / lane / ACCESS_FILE


def admin_access_file(home: Path) -> Path:
    """Say where the administrator's access lies."""
    return home / ACCESS_FILE


def read_access(path: Path, *, made_by: str = "`qyzmet topics apply` makes it") -> KafkaAccess:
    """Read an access file.

    Args:
        path: where it lies.
        made_by: what to say of a missing one.

    Raises:
        AccessUnsafe: it is missing, cannot be read, or others may read it.
    """
    try:
        with path.open("rb") as file:
            mode, data = os.fstat(file.fileno()).st_mode, file.read()
    except FileNotFoundError as missing:
        raise AccessUnsafe(f"{path} is missing; {made_by}") from missing
    if mode & 0o077:
        raise AccessUnsafe(f"{path} is readable by others: chmod 600 {path}")
    try:
        return msgspec.json.decode(data, type=KafkaAccess)
    except (msgspec.DecodeError, UnicodeDecodeError) as broken:
        raise AccessUnsafe(f"{path} is no access to a broker: {broken}") from None


def write_access(path: Path, access: KafkaAccess) -> None:
    """Write an access file whole, over an older one; the folder must be there."""
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(making, flags, OWNER_ONLY), "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(access)))
        file.flush()
        os.fsync(file.fileno())
    making.rename(path)
