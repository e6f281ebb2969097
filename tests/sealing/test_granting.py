"""A key for one reader: HPKE to its registered key, signed by the granter's lane (protocol F2)."""

import json
from typing import Final

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.keys import Ed25519Signer
from events.log.tree.note import NoteRefused, open_note, sign_note
from services.sealing.cipher import DataKey
from services.sealing.granting import (
    GRANT_BYTES_MAX,
    Grant,
    GrantRefused,
    Route,
    check_signature,
    grant,
    open_grant,
    read,
)
from tests.sealing.base_mode import AES_128_GCM, AES_256_GCM, Sealed, open_base

KEY: Final = DataKey("k-1", bytes(range(32)))
LANE: Final = "intake.centre"
ROUTE: Final = Route("kz-test", LANE, "deliverer")
SIGNER: Final = Ed25519Signer(f"kz-test/{LANE}", b"s" * 32)
OTHER: Final = Ed25519Signer("kz-test/intake.other", b"o" * 32)
PRIVATE: Final = b"p" * 32
STRANGER: Final = b"q" * 32


def public(private: bytes) -> str:
    key = X25519PrivateKey.from_private_bytes(private)
    return to_base64(key.public_key().public_bytes_raw())


def granted(route: Route = ROUTE, to: bytes = PRIVATE) -> Grant:
    return read(grant(KEY, route, public(to), SIGNER))


def changed(**members: str) -> Grant:
    return read(json.dumps({**json.loads(raw()), **members}).encode())


def raw() -> bytes:
    return grant(KEY, ROUTE, public(PRIVATE), SIGNER)


def test_base_mode_as_written_here_is_that_of_the_rfc() -> None:
    # RFC 9180, A.1.1.1, sequence number 0: the same but for the AEAD.
    sealed = Sealed(
        bytes.fromhex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
        bytes.fromhex(
            "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e1"
            "3c512a"
        ),
    )
    private = bytes.fromhex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")

    opened = open_base(private, sealed, b"Ode on a Grecian Urn", AES_128_GCM, b"Count-0")

    assert opened == b"Beauty is truth, truth beauty"


def test_a_grant_is_hpke_as_the_rfc_has_it() -> None:
    sealed = from_base64(granted().sealed)
    info = b"qyzmet key grant\0kz-test\0intake.centre\0deliverer\0k-1"

    opened = open_base(PRIVATE, Sealed(sealed[:32], sealed[32:]), info, AES_256_GCM)

    assert opened == KEY.secret


def test_its_reader_opens_it() -> None:
    check_signature(granted(), [SIGNER.vkey.text])

    assert open_grant(granted(), PRIVATE) == KEY


def test_the_key_is_not_in_it() -> None:
    assert KEY.secret not in raw()
    assert to_base64(KEY.secret).encode() not in raw()


def test_nobody_else_opens_it() -> None:
    with pytest.raises(GrantRefused, match="does not open"):
        open_grant(granted(), STRANGER)


@pytest.mark.parametrize("member", ["realm", "lane", "reader", "key_id"])
def test_it_opens_for_no_other_realm_lane_reader_or_key(member: str) -> None:
    with pytest.raises(GrantRefused, match="does not open"):
        open_grant(changed(**{member: "other"}), PRIVATE)


@pytest.mark.parametrize("member", ["realm", "lane", "reader", "key_id", "sealed"])
def test_the_signature_covers_every_member(member: str) -> None:
    with pytest.raises(GrantRefused, match="not signed by"):
        check_signature(changed(**{member: "other"}), [SIGNER.vkey.text])


def test_a_signature_of_another_lane_is_refused() -> None:
    with pytest.raises(GrantRefused, match="not signed by intake"):
        check_signature(granted(), [OTHER.vkey.text])


def test_a_lane_that_has_changed_its_key_is_still_believed() -> None:
    check_signature(granted(), [SIGNER.vkey.text, OTHER.vkey.text])


@pytest.mark.parametrize("signature", ["-", "AAAA"])
def test_what_is_no_signature_is_refused(signature: str) -> None:
    with pytest.raises(GrantRefused, match="sign"):
        check_signature(changed(signature=signature), [SIGNER.vkey.text])


def test_what_a_grant_signs_is_no_note_and_so_never_a_checkpoint() -> None:
    text = granted().signed.decode() + "\n"

    with pytest.raises(NoteRefused, match="control character"):
        sign_note(text, SIGNER)
    with pytest.raises(NoteRefused):
        open_note(f"{text}\n\u2014 {SIGNER.name} AAAA\n".encode(), SIGNER.vkey)


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"[]",
        b"{}",
        b'"grant"',
        b"\xff",
        json.dumps({**json.loads(raw()), "more": "1"}).encode(),
        json.dumps({**json.loads(raw()), "key_id": ""}).encode(),
        json.dumps({**json.loads(raw()), "key_id": "k\0"}).encode(),
        b" " * GRANT_BYTES_MAX + raw(),
    ],
)
def test_what_is_no_grant_is_not_read(bad: bytes) -> None:
    with pytest.raises(GrantRefused, match="grant"):
        read(bad)


@pytest.mark.parametrize("sealed", ["-", "AAAA", "A" * 40, to_base64(bytes(80))])
def test_what_is_not_sealed_to_the_reader_does_not_open(sealed: str) -> None:
    with pytest.raises(GrantRefused, match="does not open"):
        open_grant(changed(sealed=sealed), PRIVATE)


def test_what_is_no_key_is_not_taken_for_one() -> None:
    short = read(grant(DataKey("k-1", b"short"), ROUTE, public(PRIVATE), SIGNER))

    with pytest.raises(GrantRefused, match="5 bytes, no key"):
        open_grant(short, PRIVATE)


@pytest.mark.parametrize("reader_key", ["", "AAAA", to_base64(bytes(32)), "no base64"])
def test_nothing_is_granted_to_what_is_no_key(reader_key: str) -> None:
    with pytest.raises(GrantRefused, match="is no X25519 key"):
        grant(KEY, ROUTE, reader_key, SIGNER)
