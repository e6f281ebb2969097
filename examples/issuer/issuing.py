"""A local issuer of officers' tokens: a key pair, the files that a door reads, signed tokens.

For rehearsals and tests. An agency's own identity provider issues them elsewhere; of it the door
needs the public keys alone.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from joserfc import jwt
from joserfc.jwk import ECKey, KeyParameters, OKPKey, import_key

from events.envelope import moment
from events.log.lane.clock import WallClock
from services.http.settings import DOOR_FILE, KEYS_FILE, DoorFile
from services.http.tokens import LIFETIME_SECONDS_MAX
from services.officers import Officer

PRIVATE_FILE: Final = "issuer.key.json"
"""Beside the home's settings, readable by the owner alone: whoever reads it is every officer."""
ISSUER: Final = "https://issuer.example"
AUDIENCE: Final = "qyzmet"
KEY_ID: Final = "issuer-1"
OWNER_ONLY: Final = 0o600


class Issuer:
    """Signs tokens with the key of one home."""

    def __init__(self, key: ECKey | OKPKey, algorithm: str) -> None:
        self._key = key
        self._algorithm = algorithm

    @classmethod
    def of(cls, home: Path, algorithm: str = "ES256") -> "Issuer":
        """Give a home's issuer; its key and the door's files are made where there are none."""
        path = home / PRIVATE_FILE
        if not path.exists():
            _make(home, algorithm)
        jwk: dict[str, Any] = msgspec.json.decode(path.read_bytes())
        key = import_key(dict(jwk))
        if not isinstance(key, ECKey | OKPKey):
            raise TypeError(f"{path} holds a key of another kind")
        return cls(key, str(jwk["alg"]))

    def token(
        self,
        officer: Officer,
        *,
        lifetime: int = LIFETIME_SECONDS_MAX,
        off: int = 0,
        **but: Any,  # noqa: ANN401 -- claims
    ) -> str:
        """Sign a token.

        Args:
            officer: whom it names.
            lifetime: seconds.
            off: seconds by which the issuer's clock is ahead.
            but: claims that stand instead, or, if None, are left out.
        """
        now = int(moment(WallClock().now("", "")).timestamp()) + off
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "iat": now,
            "nbf": now,
            "exp": now + lifetime,
            "sub": officer.officer,
            "agency": officer.agency,
            "unit": officer.unit,
            "roles": sorted(officer.roles),
        }
        told = {name: value for name, value in {**claims, **but}.items() if value is not None}
        header = {"alg": self._algorithm, "kid": KEY_ID}
        return jwt.encode(header, told, self._key, algorithms=[self._algorithm])


def bearer(
    issuer: Issuer, agency: str, unit: str, officer: str, roles: Sequence[Any], *, off: int = 0
) -> str:
    """Give the Authorization header of an officer; `off` as `Issuer.token`."""
    who = Officer(agency=agency, unit=unit, officer=officer, roles=frozenset(roles))
    return f"Bearer {issuer.token(who, off=off)}"


def _make(home: Path, algorithm: str) -> None:
    """Make the key pair, and the door's files; the private half comes last."""
    told: KeyParameters = {"kid": KEY_ID, "alg": algorithm, "use": "sig"}
    key: ECKey | OKPKey
    if algorithm == "ES256":
        key = ECKey.generate_key("P-256", told)
    else:
        key = OKPKey.generate_key("Ed25519", told)
    public = {"keys": [key.as_dict(private=False)]}
    door = DoorFile(issuer=ISSUER, audience=AUDIENCE)
    (home / KEYS_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(public)))
    (home / DOOR_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(door)))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(home / PRIVATE_FILE, flags, OWNER_ONLY), "wb") as file:
        file.write(msgspec.json.encode(key.as_dict(private=True)))
