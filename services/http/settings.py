"""What the door is told: who issues officers' tokens, whose keys sign them, which clock runs.

HOME/door.json           issuer, audience, leeway
HOME/officers.jwks.json  the issuer's public keys, each for one algorithm (RFC 7517)
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, import_key
from msgspec import Struct, field

from services.http.limits import Limits

DOOR_FILE: Final = "door.json"
KEYS_FILE: Final = "officers.jwks.json"
ALGORITHMS: Final[Mapping[str, tuple[str, str]]] = {
    "ES256": ("EC", "P-256"),
    "Ed25519": ("OKP", "Ed25519"),
}
"""Algorithm -> kind and curve of its keys (RFC 7518, 9864); there are no others here."""
LEEWAY_SECONDS: Final = 30
"""Seconds by which two machines' clocks may differ; both use NTP."""
LEEWAY_SECONDS_MAX: Final = 120
"""More would keep an expired token alive."""


class DoorUnsafe(Exception):
    """The door cannot be opened as it is set; the sentence says what is missing or wrong."""


class DoorFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file beside the home's own settings."""

    issuer: str
    audience: str
    leeway_seconds: int = LEEWAY_SECONDS


class OfficerKey(Struct, frozen=True, kw_only=True):
    """A key that signs tokens, and the one algorithm that it signs them with."""

    algorithm: str
    key: Any
    """An `ECKey` or `OKPKey`, public."""


class DoorSettings(Struct, frozen=True, kw_only=True):
    """How the door is set."""

    issuer: str
    audience: str
    leeway_seconds: int = LEEWAY_SECONDS
    keys: Mapping[str, OfficerKey] = field(default_factory=dict)
    """By their `kid`."""
    log_clock: bool = False
    """Time is the log's: commands bring it, and a driver acts (protocol D)."""
    limits: Limits = Limits()

    @classmethod
    def read(cls, home: Path, *, log_clock: bool = False, limits: Limits | None = None) -> Self:
        """Read the settings of a home.

        Raises:
            DoorUnsafe: a file is missing or cannot be read, or a key has no algorithm of its own.
        """
        told = _read(home / DOOR_FILE, DoorFile)
        if not 0 <= told.leeway_seconds <= LEEWAY_SECONDS_MAX:
            raise DoorUnsafe(f"{DOOR_FILE}: a leeway is 0 to {LEEWAY_SECONDS_MAX} seconds")
        return cls(
            issuer=told.issuer,
            audience=told.audience,
            leeway_seconds=told.leeway_seconds,
            keys=_keys(home / KEYS_FILE),
            log_clock=log_clock,
            limits=Limits() if limits is None else limits,
        )


def _read(path: Path, kind: Any) -> Any:  # noqa: ANN401 -- what the file holds
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as missing:
        raise DoorUnsafe(f"{path} is missing: nobody's token could be checked") from missing
    except (msgspec.DecodeError, UnicodeDecodeError) as broken:
        raise DoorUnsafe(f"{path} cannot be read: {broken}") from broken


def _keys(path: Path) -> dict[str, OfficerKey]:
    keys: dict[str, OfficerKey] = {}
    for jwk in _read(path, dict[str, list[dict[str, str]]]).get("keys", []):
        kid, algorithm = jwk.get("kid", ""), jwk.get("alg", "")
        if not kid or kid in keys:
            raise DoorUnsafe(f"{path}: each key has a `kid` of its own")
        if ALGORITHMS.get(algorithm) != (jwk.get("kty"), jwk.get("crv")):
            known = ", ".join(ALGORITHMS)
            raise DoorUnsafe(f"{path}: key {kid!r} names no algorithm of its kind; known: {known}")
        if "d" in jwk:
            raise DoorUnsafe(f"{path}: key {kid!r} is private; here only the public half belongs")
        keys[kid] = OfficerKey(algorithm=algorithm, key=_imported(path, jwk))
    if not keys:
        raise DoorUnsafe(f"{path} holds no key: nobody could come in")
    return keys


def _imported(path: Path, jwk: dict[str, str]) -> ECKey | OKPKey:
    try:
        key = import_key(dict(jwk))
    except (JoseError, ValueError) as bad:
        raise DoorUnsafe(f"{path}: key {jwk.get('kid')!r} is no key: {bad}") from bad
    if not isinstance(key, ECKey | OKPKey):
        raise DoorUnsafe(f"{path}: key {jwk.get('kid')!r} is of another kind")
    return key
