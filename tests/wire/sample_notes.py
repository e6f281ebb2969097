"""Signed notes over the sample lane's first checkpoint, good and bad."""

from typing import Any

from events.log.tree.checkpoint import seal
from events.log.tree.note import Ed25519Signer, sign_note
from tests.wire import sample


def notes() -> dict[str, Any]:
    point, newer = sample.checkpoint(2), Ed25519Signer(sample.SIGNER.name, bytes(32))
    note = seal(point, sample.SIGNER).decode()
    line = note.split("\n\n")[1]
    other = sign_note(point.text(), newer).decode().split("\n\n")[1]
    return {
        "private_key_hex": sample.SEED.hex(),
        "verification_key": sample.SIGNER.vkey.text,
        "accepted": [
            {"why": "one line of the key", "text": note},
            {"why": "a line of a newer key after it is ignored", "text": note + other},
            {
                "why": "a line of a newer key before it is ignored",
                "text": point.text() + "\n" + other + line,
            },
        ],
        "unknown_key": [{"why": "only a newer key signed", "text": point.text() + "\n" + other}],
        "refused": _refused(point.text(), note, line),
    }


def _refused(text: str, note: str, line: str) -> list[dict[str, str]]:
    return [
        {"why": "the text was changed", "text": note.replace("\n2\n", "\n3\n")},
        {"why": "the key signed twice", "text": note + line},
        {"why": "no last newline", "text": note[:-1]},
        {"why": "no blank line", "text": note.replace("\n\n", "\n")},
        {"why": "carriage returns", "text": note.replace("\n", "\r\n")},
        {"why": "a hyphen for the dash", "text": note.replace("\u2014", "-")},
        {"why": "no signature", "text": text + "\n"},
        {
            "why": "four lines",
            "text": sign_note(text + "more\n", sample.SIGNER).decode(),
        },
        {
            "why": "origin is not the name of the key",
            "text": sign_note(text.replace("kz/", "nl/"), sample.SIGNER).decode(),
        },
    ]
