"""What a lane signs: origin, size, root."""

import pytest

from events.log.tree.checkpoint import (
    Checkpoint,
    CheckpointRefused,
    open_checkpoint,
    parse,
    seal,
)
from events.log.tree.hashing import EMPTY_ROOT, leaf
from events.log.tree.note import Ed25519Signer, NoteRefused, UnknownKey, sign_note

ORIGIN = "kz/intake.almaty-1"
SIGNER = Ed25519Signer(ORIGIN, bytes(range(32)))
CHECKPOINT = Checkpoint(origin=ORIGIN, size=2, root=leaf(b"root"))
ROOT_LINE = CHECKPOINT.text().split("\n")[2]


def test_a_sealed_checkpoint_is_opened_by_the_public_key() -> None:
    note = seal(CHECKPOINT, SIGNER)

    assert open_checkpoint(note, SIGNER.vkey) == CHECKPOINT


def test_a_checkpoint_is_three_lines() -> None:
    assert CHECKPOINT.text() == f"{ORIGIN}\n2\n{ROOT_LINE}\n"
    assert len(ROOT_LINE) == 44


@pytest.mark.parametrize("size", [0, 1, 2**53 - 1])
def test_a_size_is_read_as_written(size: int) -> None:
    checkpoint = Checkpoint(origin=ORIGIN, size=size, root=EMPTY_ROOT)

    assert parse(checkpoint.text()) == checkpoint


@pytest.mark.parametrize(
    "size",
    ["", "00", "01", "+1", "-1", "1.0", "1e3", "0x1", " 1", "1 ", "٢", str(2**53), "9" * 5000],
)
def test_a_size_has_one_spelling(size: str) -> None:
    with pytest.raises(CheckpointRefused, match="line 2"):
        parse(f"{ORIGIN}\n{size}\n{ROOT_LINE}\n")


@pytest.mark.parametrize(
    "root", ["", ROOT_LINE[:-1], ROOT_LINE + "=", ROOT_LINE[:-2] + "B=", "QQ==", ROOT_LINE + " "]
)
def test_a_root_is_the_exact_base64_of_32_bytes(root: str) -> None:
    with pytest.raises(CheckpointRefused, match="line 3"):
        parse(f"{ORIGIN}\n2\n{root}\n")


@pytest.mark.parametrize("origin", ["", "two words", "a+b", "a\tb"])
def test_an_origin_can_be_a_key_name(origin: str) -> None:
    with pytest.raises(CheckpointRefused, match="line 1"):
        parse(f"{origin}\n2\n{ROOT_LINE}\n")


@pytest.mark.parametrize(
    "body",
    [
        "",
        f"{ORIGIN}\n2\n",
        f"{ORIGIN}\n2\n{ROOT_LINE}",
        f"{ORIGIN}\n2\n{ROOT_LINE}\nextension\n",
        f"{ORIGIN}\n2\n{ROOT_LINE}\n\n",
        f"\n{ORIGIN}\n2\n{ROOT_LINE}\n",
    ],
)
def test_a_checkpoint_has_neither_more_nor_fewer_lines(body: str) -> None:
    with pytest.raises(CheckpointRefused, match="three lines"):
        parse(body)


def test_a_key_signs_only_for_the_origin_of_its_name() -> None:
    stranger = Ed25519Signer("kz/provider.justice", bytes(32))

    with pytest.raises(CheckpointRefused, match="cannot sign for"):
        seal(CHECKPOINT, stranger)
    with pytest.raises(CheckpointRefused, match="signed a checkpoint of"):
        open_checkpoint(sign_note(CHECKPOINT.text(), stranger), stranger.vkey)


def test_another_key_of_the_same_lane_is_unknown_not_wrong() -> None:
    newer = Ed25519Signer(ORIGIN, bytes(32))

    with pytest.raises(UnknownKey):
        open_checkpoint(seal(CHECKPOINT, newer), SIGNER.vkey)


def test_what_stands_inside_the_signature_counts() -> None:
    note = seal(CHECKPOINT, SIGNER)

    with pytest.raises(NoteRefused):
        open_checkpoint(note.replace(b"\n2\n", b"\n3\n"), SIGNER.vkey)


def test_no_checkpoint_is_sealed_that_nobody_could_read() -> None:
    with pytest.raises(CheckpointRefused):
        seal(Checkpoint(origin=ORIGIN, size=2**53, root=EMPTY_ROOT), SIGNER)
    with pytest.raises(CheckpointRefused):
        seal(Checkpoint(origin=ORIGIN, size=1, root=b"short"), SIGNER)
