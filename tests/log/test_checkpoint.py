"""What a lane signs: origin, size, root."""

import pytest

from events.log.tree.checkpoint import (
    Checkpoint,
    CheckpointRefused,
    open_checkpoint,
    parse,
    seal,
)
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import EMPTY_ROOT, leaf
from events.log.tree.note import Ed25519Signer, NoteRefused, UnknownKey, sign_note

ORIGIN = "kz/intake.almaty-1"
SIGNER = Ed25519Signer(ORIGIN, bytes(range(32)))
CHECKPOINT = Checkpoint(origin=ORIGIN, size=2, root=leaf(b"root"))


def test_a_sealed_checkpoint_is_opened_by_the_public_key() -> None:
    note = seal(CHECKPOINT, SIGNER)

    assert open_checkpoint(note, SIGNER.vkey) == CHECKPOINT


def test_a_checkpoint_is_three_lines() -> None:
    root = to_base64(CHECKPOINT.root)

    assert CHECKPOINT.text() == f"{ORIGIN}\n2\n{root}\n"
    assert len(root) == 44


@pytest.mark.parametrize("size", [0, 1, 2**53 - 1])
def test_a_size_is_read_as_written(size: int) -> None:
    checkpoint = Checkpoint(origin=ORIGIN, size=size, root=EMPTY_ROOT)

    assert parse(checkpoint.text()) == checkpoint


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
