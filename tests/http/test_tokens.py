"""Officers' tokens: signed by the issuer's key with its one algorithm, for this door, for a day."""

import base64
import json
from pathlib import Path
from typing import Any, Final

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from examples.issuer.issuing import AUDIENCE, ISSUER, KEY_ID, Issuer
from services.http.settings import KEYS_FILE, LEEWAY_SECONDS, DoorSettings, DoorUnsafe, OfficerKey
from services.http.tokens import LIFETIME_SECONDS_MAX, TokenRefused, officer
from services.officers import Officer, Role

NOW: Final = 1_764_000_000
CLAIMS: Final[dict[str, Any]] = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 3_600,
    "sub": "o-7f31",
    "agency": "almaty-centre",
    "unit": "hall-1",
    "roles": ["clerk"],
}


@pytest.fixture(scope="module", params=["ES256", "Ed25519"])
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Issuer, DoorSettings]:
    home = tmp_path_factory.mktemp("issuer")
    return Issuer.of(home, request.param), (Issuer.of(home), DoorSettings.read(home))[1]


def token(issuer: Issuer, **but: Any) -> str:  # noqa: ANN401 -- claims
    who = Officer(agency="a", unit="u", officer="o", roles=frozenset())
    return f"Bearer {issuer.token(who, **{**CLAIMS, **but})}"


def test_a_token_names_agency_unit_officer_and_roles(made: tuple[Issuer, DoorSettings]) -> None:
    issuer, door = made
    who = officer(token(issuer), door, NOW)

    assert who.actor == "almaty-centre/hall-1/o-7f31"
    assert who.roles == {Role.CLERK}


@pytest.mark.parametrize(
    "but",
    [
        *({name: None} for name in ("iss", "aud", "exp", "nbf", "iat", "sub", "agency", "unit")),
        {"iss": "https://other.example"},
        {"aud": "other"},
        {"agency": "Almaty Centre"},
        {"unit": "hall/1"},
        {"sub": "o 1"},
        {"sub": ""},
        {"agency": ["almaty-centre"]},
        {"roles": "clerk"},
        {"roles": [1]},
        {"exp": "tomorrow"},
        {"exp": NOW + LIFETIME_SECONDS_MAX + 1},
        {"exp": NOW - 1, "iat": NOW},
    ],
    ids=str,
)
def test_a_claim_that_is_missing_or_wrong_makes_nobody_known(
    made: tuple[Issuer, DoorSettings], but: dict[str, Any]
) -> None:
    issuer, door = made

    with pytest.raises(TokenRefused):
        officer(token(issuer, **but), door, NOW)


def test_a_role_that_is_not_known_opens_nothing(made: tuple[Issuer, DoorSettings]) -> None:
    issuer, door = made

    assert officer(token(issuer, roles=["root", "clerk"]), door, NOW).roles == {Role.CLERK}


def test_a_token_is_good_to_its_last_second_and_the_leeway_after(
    made: tuple[Issuer, DoorSettings],
) -> None:
    issuer, door = made
    sent, last = token(issuer), CLAIMS["exp"] + LEEWAY_SECONDS

    assert officer(sent, door, last - 1).officer == "o-7f31"
    with pytest.raises(TokenRefused, match="expired"):
        officer(sent, door, last)


def test_a_token_is_not_good_before_its_time(made: tuple[Issuer, DoorSettings]) -> None:
    issuer, door = made
    sent = token(issuer)

    assert officer(sent, door, NOW - LEEWAY_SECONDS).officer == "o-7f31"
    with pytest.raises(TokenRefused):
        officer(sent, door, NOW - LEEWAY_SECONDS - 1)


def test_a_token_of_a_working_day_is_good_and_of_a_second_more_is_not(
    made: tuple[Issuer, DoorSettings],
) -> None:
    issuer, door = made

    assert officer(token(issuer, exp=NOW + LIFETIME_SECONDS_MAX), door, NOW).unit == "hall-1"
    with pytest.raises(TokenRefused, match="lives"):
        officer(token(issuer, exp=NOW + LIFETIME_SECONDS_MAX + 1), door, NOW)


@pytest.mark.parametrize(
    "header", [None, "", "Basic b2ZmaWNlcg==", "Bearer", "Bearer x", "Bearer \u0119"]
)
def test_what_is_no_token_makes_nobody_known(
    made: tuple[Issuer, DoorSettings], header: str | None
) -> None:
    with pytest.raises(TokenRefused):
        officer(header, made[1], NOW)


def unsigned(algorithm: str) -> str:
    parts = ({"alg": algorithm, "kid": KEY_ID}, CLAIMS)
    encoded = [base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=") for one in parts]
    return f"Bearer {b'.'.join([*encoded, b'']).decode()}"


@pytest.mark.parametrize("algorithm", ["none", "ES256", "Ed25519", "HS256"])
def test_a_token_without_a_signature_makes_nobody_known(
    made: tuple[Issuer, DoorSettings], algorithm: str
) -> None:
    with pytest.raises(TokenRefused):
        officer(unsigned(algorithm), made[1], NOW)


def test_the_public_key_is_no_secret_to_sign_with(made: tuple[Issuer, DoorSettings]) -> None:
    public = json.dumps(made[1].keys[KEY_ID].key.as_dict(private=False)).encode()
    shared = OctKey.import_key(public)
    header = {"alg": "HS256", "kid": KEY_ID}
    forged = jwt.encode(header, dict(CLAIMS), shared, algorithms=["HS256"])

    with pytest.raises(TokenRefused):
        officer(f"Bearer {forged}", made[1], NOW)


def test_a_key_signs_with_its_one_algorithm_alone() -> None:
    key = ECKey.generate_key("P-256", {"kid": KEY_ID})
    keys = {KEY_ID: OfficerKey(algorithm="Ed25519", key=key)}
    door = DoorSettings(issuer=ISSUER, audience=AUDIENCE, keys=keys)
    signed = jwt.encode({"alg": "ES256", "kid": KEY_ID}, dict(CLAIMS), key, algorithms=["ES256"])

    with pytest.raises(TokenRefused, match="no key"):
        officer(f"Bearer {signed}", door, NOW)


def test_a_token_of_another_issuers_key_makes_nobody_known(
    made: tuple[Issuer, DoorSettings], tmp_path: Path
) -> None:
    with pytest.raises(TokenRefused):
        officer(token(Issuer.of(tmp_path)), made[1], NOW)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda keys: keys.clear(), "no key"),
        (lambda keys: keys[0].pop("alg"), "algorithm"),
        (lambda keys: keys[0].update(alg="HS256"), "algorithm"),
        (lambda keys: keys[0].update(alg="Ed25519"), "algorithm"),
        (lambda keys: keys.append(keys[0]), "its own"),
        (lambda keys: keys[0].update(d="AAAA"), "private"),
        (lambda keys: keys[0].update(x="AAAA"), "no key"),
    ],
)
def test_a_door_with_keys_that_could_deceive_is_not_opened(
    tmp_path: Path,
    change: Any,  # noqa: ANN401 -- changes a list
    says: str,
) -> None:
    Issuer.of(tmp_path)
    told = json.loads((tmp_path / KEYS_FILE).read_text())
    change(told["keys"])
    (tmp_path / KEYS_FILE).write_text(json.dumps(told))

    with pytest.raises(DoorUnsafe, match=says):
        DoorSettings.read(tmp_path)


def test_a_door_without_settings_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(DoorUnsafe, match="missing"):
        DoorSettings.read(tmp_path)


def test_the_issuers_private_key_is_readable_by_the_owner_alone(tmp_path: Path) -> None:
    Issuer.of(tmp_path)

    assert (tmp_path / "issuer.key.json").stat().st_mode & 0o077 == 0
    assert '"d"' not in (tmp_path / KEYS_FILE).read_text()
