"""Officers' tokens: JWT (RFC 7519, 8725), signed by the agency's issuer, checked claim by claim."""

import re
from typing import Any, Final

from joserfc import jws, jwt
from joserfc.errors import JoseError

from services.http.settings import DoorSettings, OfficerKey
from services.officers import Officer, Role

LIFETIME_SECONDS_MAX: Final = 12 * 60 * 60
"""A working day: a token that was taken along is worth nothing on the next."""
TOKEN_BYTES_MAX: Final = 4_096
"""Four times a token with all roles."""

_AGENCY: Final = re.compile(r"[a-z0-9-]{1,64}")
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_ESSENTIAL: Final[jwt.ClaimsOption] = {"essential": True}
_SCHEME: Final = "bearer "
_ROLES: Final = {str(role): role for role in Role}


class TokenRefused(Exception):
    """Nobody is known to ask (HTTP 401); the sentence repeats nothing of the token."""


def officer(authorization: str | None, door: DoorSettings, now: int) -> Officer:
    """Say who asks.

    Args:
        authorization: the header, `Bearer <token>`.
        door: whose tokens count.
        now: seconds since 1970.

    Raises:
        TokenRefused: no token, or one that says nothing.
    """
    if not authorization:
        raise TokenRefused("An officer's token is missing: `Authorization: Bearer ...`")
    token = authorization[len(_SCHEME) :]
    if authorization[: len(_SCHEME)].lower() != _SCHEME or len(token) > TOKEN_BYTES_MAX:
        raise TokenRefused("The Authorization header holds no bearer token")
    return _officer(_claims(token, door, now))


def _claims(token: str, door: DoorSettings, now: int) -> dict[str, Any]:
    registry = jwt.JWTClaimsRegistry(
        now=now,
        leeway=door.leeway_seconds,
        iss={"essential": True, "value": door.issuer},
        aud={"essential": True, "value": door.audience},
        exp=_ESSENTIAL,
        nbf=_ESSENTIAL,
        iat=_ESSENTIAL,
        sub=_ESSENTIAL,
        agency=_ESSENTIAL,
        unit=_ESSENTIAL,
    )
    try:
        signed = _key(token, door)
        claims = jwt.decode(token, signed.key, algorithms=[signed.algorithm]).claims
        registry.validate(claims)
    except (JoseError, ValueError, TypeError, RecursionError) as refused:
        raise TokenRefused(_why(refused)) from refused
    if not 0 < claims["exp"] - claims["iat"] <= LIFETIME_SECONDS_MAX:
        raise TokenRefused(f"A token lives {LIFETIME_SECONDS_MAX} seconds at most")
    return claims


def _key(token: str, door: DoorSettings) -> OfficerKey:
    """Find the key by its `kid`; the header's algorithm is not believed, only compared."""
    header = jws.extract_compact(token.encode("ascii")).protected
    kid = header.get("kid")
    found = door.keys.get(kid) if isinstance(kid, str) else None
    if found is None or header.get("alg") != found.algorithm:
        raise TokenRefused("The token is signed by no key that is known here")
    return found


def _why(refused: Exception) -> str:
    """Say which claim it is; of what does not open nothing is said."""
    match type(refused).__name__:
        case "ExpiredTokenError":
            return "The token has expired"
        case "InvalidClaimError" | "MissingClaimError":
            claim = getattr(refused, "claim", "") or "of it"
            return f"A claim of the token is missing or does not hold: {claim}"
        case _:
            return "The token is not one of this door's issuer"


def _officer(claims: dict[str, Any]) -> Officer:
    agency, unit, sub = claims["agency"], claims["unit"], claims["sub"]
    roles = claims.get("roles", [])
    if not (_is(_AGENCY, agency) and _is(_ID, unit) and _is(_ID, sub)):
        raise TokenRefused("The token's agency, unit or officer is no id")
    if not isinstance(roles, list) or not all(isinstance(one, str) for one in roles):
        raise TokenRefused("The token's roles are no list of texts")
    known = frozenset(_ROLES[one] for one in roles if one in _ROLES)
    return Officer(agency=agency, unit=unit, officer=sub, roles=known)


def _is(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
