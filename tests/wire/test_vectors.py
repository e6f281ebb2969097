"""The test vectors are what the code says, and the code says what the vectors say."""

import json
from base64 import b64decode
from typing import Any

import pytest

from events.codec import CannotRead, read_hostile
from events.identity import made_by, mark
from events.log.reading.batch import BatchRefused, split_batch
from events.log.reading.lane_file import LineRefused, parse_line
from events.log.reading.take import Taken
from events.log.tree.aligned import aligned
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused, open_checkpoint, parse
from events.log.tree.exact_base64 import from_base64
from events.log.tree.note import Ed25519Signer, NoteRefused, UnknownKey, VerificationKey
from events.log.tree.proofs import verify_consistency, verify_inclusion
from events.strict_json import NotStrict, check_strict
from tests.log.lanes import ORIGIN, Reader, Record, Tree
from tests.wire.make_vectors import HERE, render, vectors


def load(name: str) -> Any:  # noqa: ANN401 -- JSON
    return json.loads((HERE / "vectors" / f"{name}.json").read_text(encoding="utf-8"))


def raw_of(case: dict[str, str]) -> bytes:
    return case["text"].encode() if "text" in case else b64decode(case["base64"])


def cases(name: str, verdict: str) -> pytest.MarkDecorator:
    found = load(name)[verdict]
    return pytest.mark.parametrize(
        "raw", [*map(raw_of, found)], ids=[case["why"] for case in found]
    )


@pytest.mark.parametrize("name", [*vectors()])
def test_the_vector_files_are_as_the_generator_writes_them(name: str) -> None:
    stored = (HERE / "vectors" / f"{name}.json").read_text(encoding="utf-8")

    assert stored == render(vectors()[name])


def test_the_id_vectors_name_their_maker_or_do_not() -> None:
    known = load("ids")

    assert {lane: mark(lane) for lane in known["marks"]} == known["marks"]
    assert [made_by(id_, known["lane"]) for id_ in known["accepted"]] == [True]
    assert not [one for one in known["refused"] if made_by(one["id"], known["lane"])]


def test_the_tree_vectors_prove() -> None:
    known = load("tree")
    leaves = Tree([bytes.fromhex(text) for text in known["leaves_hex"]]).leaves
    roots = [bytes.fromhex(text) for text in known["roots_hex_by_size"]]

    for case in known["inclusion"]:
        proof = [bytes.fromhex(text) for text in case["proof_hex"]]
        index, size = case["index"], case["size"]
        assert verify_inclusion(leaves[index], index, size, proof, roots[size])
    for case in known["consistency"]:
        proof = [bytes.fromhex(text) for text in case["proof_hex"]]
        first, second = case["first"], case["second"]
        assert verify_consistency(first, second, proof, roots[first], roots[second])
    for case in known["subtrees"]:
        assert [k for _, k in aligned(case["start"], case["count"])] == case["levels"]


def key() -> VerificationKey:
    known = load("notes")
    signer = Ed25519Signer(ORIGIN, bytes.fromhex(known["private_key_hex"]))
    assert signer.vkey == VerificationKey.parse(known["verification_key"])
    return signer.vkey


@cases("notes", "accepted")
def test_a_good_note_is_opened(raw: bytes) -> None:
    assert open_checkpoint(raw, key()).size == 2


@cases("notes", "unknown_key")
def test_a_note_of_another_key_waits(raw: bytes) -> None:
    with pytest.raises(UnknownKey):
        open_checkpoint(raw, key())


@cases("notes", "refused")
def test_a_bad_note_is_refused(raw: bytes) -> None:
    with pytest.raises((NoteRefused, CheckpointRefused)):
        open_checkpoint(raw, key())


@cases("checkpoints", "refused")
def test_a_bad_checkpoint_is_refused(raw: bytes) -> None:
    with pytest.raises(CheckpointRefused):
        parse(raw.decode())


def test_a_good_checkpoint_is_read() -> None:
    for text in load("checkpoints")["accepted"]:
        assert parse(text).text() == text


def test_a_good_event_is_read() -> None:
    for text in load("events")["accepted"]:
        check_strict(text.encode())
        read_hostile(text.encode())


@cases("events", "refused")
def test_bytes_that_two_parsers_may_read_differently_are_refused(raw: bytes) -> None:
    with pytest.raises(NotStrict):
        check_strict(raw)


def test_an_event_is_strict_although_its_types_are_known() -> None:
    good = load("events")["accepted"][0].encode()

    for twice in (b'"id":"x:1",' + good[1:-1], good[1:-1] + b',"\\u0069d":"x:1"'):
        with pytest.raises(CannotRead):
            read_hostile(b"{" + twice + b"}")


@cases("batches", "refused")
def test_a_bad_batch_is_refused(raw: bytes) -> None:
    with pytest.raises(BatchRefused):
        split_batch(raw)


@cases("lane_file", "refused")
def test_a_bad_line_is_refused(raw: bytes) -> None:
    with pytest.raises(LineRefused, match="line 7: "):
        parse_line(raw, 7)


@cases("lane_file", "accepted")
def test_a_good_line_is_read(raw: bytes) -> None:
    note, value = parse_line(raw, 1)

    assert len(split_batch(value)) in {1, 2}
    assert open_checkpoint(note, key()).origin == ORIGIN


def test_the_view_is_followed_to_each_root() -> None:
    known, reader = load("views"), Reader()
    tree = Tree([text.encode() for text in known["events"]])

    for record in known["records"]:
        size, root = record["size"], from_base64(record["root"])
        items = split_batch(record["batch"].encode())
        outcome = reader.hear(Record(items, Checkpoint(origin=ORIGIN, size=size, root=root)))
        assert isinstance(outcome, Taken)
        assert root == tree.root(0, size)

    mine = [n for n, digit in enumerate("".join(known["commits"]), 1) if digit == "1"]
    assert [seq for seq, _ in reader.events] == mine
