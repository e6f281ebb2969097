"""The text form of verification keys, and of base64."""

import pytest

from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.note import Ed25519Signer, KeyRefused, VerificationKey

VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"


def test_a_key_is_written_as_it_is_read() -> None:
    assert VerificationKey.parse(VKEY).text == VKEY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        VKEY.replace("PeterNeumann", ""),
        VKEY.replace("PeterNeumann", "Peter Neumann"),
        VKEY.replace("PeterNeumann", "Peter\nNeumann"),
        VKEY.replace("Peter", "Pieter"),
        VKEY.replace("c74f20a3", "c74f20a4"),
        VKEY.replace("c74f20a3", "C74F20A3"),
        VKEY[:-1],
        VKEY + "A",
        VKEY.replace("ARpc", "BBpc"),
        f"PeterNeumann+c74f20a3+{to_base64(bytes([1]))}",
    ],
)
def test_a_text_that_is_no_ed25519_key_is_refused(text: str) -> None:
    with pytest.raises(KeyRefused):
        VerificationKey.parse(text)


def test_a_key_without_a_name_signs_nothing() -> None:
    with pytest.raises(KeyRefused):
        Ed25519Signer("two words", bytes(32))


@pytest.mark.parametrize(
    "text", ["QQ", "QR==", "QQ= =", "QQ==\n", "QQ===", "Q-==", "=", "QQ==QQ==", "é"]
)
def test_base64_has_one_spelling(text: str) -> None:
    assert from_base64("QQ==") == b"A"

    with pytest.raises(ValueError, match="not base64"):
        from_base64(text)
