"""Signed notes, against the published example of Go's note package and the specification."""

import pytest

from events.log.tree.exact_base64 import from_base64
from events.log.tree.note import (
    NOTE_BYTES_MAX,
    Ed25519Signer,
    NoteRefused,
    UnknownKey,
    VerificationKey,
    open_note,
    sign_note,
)

VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SEED = from_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
SIGNATURE = (
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)
LINE = f"\u2014 PeterNeumann {SIGNATURE}\n"
KEY = VerificationKey.parse(VKEY)
OTHER = Ed25519Signer("kz/intake.almaty-1", bytes(32))


def note(text: str = TEXT, lines: str = LINE) -> bytes:
    return f"{text}\n{lines}".encode()


def line_of(signer: Ed25519Signer, text: str = TEXT) -> str:
    return sign_note(text, signer).decode().removeprefix(f"{text}\n")


def test_the_published_note_is_opened() -> None:
    assert open_note(note(), KEY) == TEXT


def test_the_published_key_signs_the_published_note() -> None:
    signer = Ed25519Signer("PeterNeumann", SEED)

    assert sign_note(TEXT, signer) == note()
    assert signer.vkey.text == VKEY


def test_a_changed_text_is_refused() -> None:
    with pytest.raises(NoteRefused, match="does not fit the text"):
        open_note(note(TEXT.replace("answer", "Answer")), KEY)


def test_lines_of_other_keys_are_ignored_before_and_after() -> None:
    witness = line_of(OTHER)

    assert open_note(note(lines=witness + LINE), KEY) == TEXT
    assert open_note(note(lines=LINE + witness), KEY) == TEXT
    assert open_note(note(lines=LINE + witness), OTHER.vkey) == TEXT


def test_a_line_of_the_same_name_and_another_key_is_ignored() -> None:
    newer = line_of(Ed25519Signer("PeterNeumann", bytes(32)), "Another text.\n")

    assert open_note(note(lines=newer + LINE), KEY) == TEXT


def test_a_note_of_an_unknown_key_waits_and_says_who_signed() -> None:
    stranger = Ed25519Signer("PeterNeumann", bytes(32))

    with pytest.raises(UnknownKey) as unknown:
        open_note(sign_note(TEXT, stranger), KEY)

    assert unknown.value.signers == (f"PeterNeumann+{stranger.vkey.key_id.hex()}",)
    assert not isinstance(unknown.value, NoteRefused)


def test_a_key_that_signs_one_note_twice_is_refused() -> None:
    with pytest.raises(NoteRefused, match="2 signature lines"):
        open_note(note(lines=LINE + LINE), KEY)


def test_a_text_may_hold_blank_lines() -> None:
    text = "one\n\nthree\n"

    assert open_note(sign_note(text, OTHER), OTHER.vkey) == text


@pytest.mark.parametrize(
    "damaged",
    [
        b"\n",
        TEXT.encode(),
        note(lines=""),
        note(lines=LINE[:-1]),
        note(lines=LINE + "\n"),
        note(lines=LINE.replace("\n", "\r\n")),
        note(TEXT.replace("\n", "\r\n")),
        note(TEXT + "\x00\n"),
        note(TEXT + "\t\n"),
        note(lines=LINE.replace("\u2014", "-")),
        note(lines=LINE.replace(" Peter", "  Peter")),
        note(lines=LINE[2:]),
        note(lines=LINE.replace("Peter", "Peter+")),
        note(lines=LINE.replace("nAM=", "nAN=")),
        note(lines=LINE.replace("/", "_")),
        note(lines="\u2014 PeterNeumann x08gow==\n"),
        note(lines=LINE + "something else\n"),
        note(lines=LINE * 17),
        b"\xff" + note(),
        b"x" * (128 * 1024) + note(),
    ],
)
def test_a_malformed_note_is_refused(damaged: bytes) -> None:
    with pytest.raises(NoteRefused):
        open_note(damaged, KEY)


def test_every_flipped_bit_of_a_note_is_noticed() -> None:
    whole = note()

    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            with pytest.raises((NoteRefused, UnknownKey)):
                open_note(bytes(flipped), KEY)


def test_sixteen_signatures_are_read_and_one_more_is_not() -> None:
    strangers = [line_of(Ed25519Signer(f"witness-{n}", bytes(32))) for n in range(16)]

    assert open_note(note(lines="".join(strangers[:15]) + LINE), KEY) == TEXT
    with pytest.raises(NoteRefused, match="17 signatures"):
        open_note(note(lines="".join(strangers) + LINE), KEY)


def test_a_note_of_128_kb_is_read_and_one_byte_more_is_not() -> None:
    room = NOTE_BYTES_MAX - len(sign_note("\n", OTHER))
    text = "x" * room + "\n"

    assert open_note(sign_note(text, OTHER), OTHER.vkey) == text
    with pytest.raises(NoteRefused, match="131073 bytes"):
        open_note(sign_note("x" + text, OTHER), OTHER.vkey)


@pytest.mark.parametrize("text", ["no newline", "tab\t\n", "return\r\n", ""])
def test_a_text_that_no_reader_takes_is_not_signed(text: str) -> None:
    with pytest.raises(NoteRefused):
        sign_note(text, OTHER)
