"""The worked example of PROTOCOL.md is read as a stranger would read it, and is up to date."""

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from events.codec import read_hostile
from events.log.reading.batch import (
    BATCH_BYTES_MAX,
    COMMIT_BYTES_MAX,
    COMMIT_EVENTS_MAX,
    DEPTH_MAX,
    EVENT_BYTES_MAX,
    ITEMS_MAX,
    RUN_NODES_MAX,
    split_batch,
)
from events.log.reading.lane_file import LINE_BYTES_MAX, parse_line
from events.log.reading.take import Taken
from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from events.log.tree.note import (
    NOTE_BYTES_MAX,
    SIGNATURES_MAX,
    Ed25519Signer,
    VerificationKey,
)
from tests.log.lanes import Reader, Record
from tests.wire.make_vectors import PROTOCOL, example

TEXT = PROTOCOL.read_text(encoding="utf-8")
SECTION = TEXT.partition("## 9. Worked example")[2]
KEYS, HASHES, NOTE, LINES = (
    block.split("\n") for block in re.findall(r"```text\n(.*?)\n```", SECTION, re.DOTALL)
)


def test_the_example_is_as_the_generator_writes_it() -> None:
    assert example() in TEXT


def test_the_private_key_of_the_example_has_its_verification_key() -> None:
    seed, verification_key = KEYS
    name = verification_key.partition("+")[0]

    assert Ed25519Signer(name, bytes.fromhex(seed)).vkey.text == verification_key


def test_the_lane_file_of_the_example_is_taken_whole() -> None:
    vkey, reader = VerificationKey.parse(KEYS[1]), Reader(whole=True)

    for number, line in enumerate(LINES, 1):
        note, value = parse_line(line.encode(), number)
        record = Record(split_batch(value), open_checkpoint(note, vkey))
        assert isinstance(reader.hear(record), Taken)

    assert [seq for seq, _ in reader.events] == [1, 2, 3]


def test_the_events_of_the_example_are_read_with_today_s_catalogue() -> None:
    values = [parse_line(line.encode(), 1)[1] for line in LINES]
    events = [
        read_hostile(raw)
        for value in values
        for raw in split_batch(value)
        if isinstance(raw, bytes)
    ]

    assert [event.type for event in events] == [
        "intake.application_lodged.v1",
        "intake.application_accepted.v1",
        "intake.day_closed.v1",
    ]
    assert {event.lane for event in events} == {"intake.almaty-1"}


def test_the_hashes_and_the_note_of_the_example_are_those_of_its_first_line() -> None:
    note, value = parse_line(LINES[0].encode(), 1)
    leaves = [to_base64(leaf(raw)) for raw in split_batch(value) if isinstance(raw, bytes)]
    root = open_checkpoint(note, VerificationKey.parse(KEYS[1])).root

    assert [line.split()[-1] for line in HASHES] == [*leaves, to_base64(root)]
    assert note.decode().splitlines() == NOTE


def test_a_stranger_with_a_hash_and_a_signature_library_agrees() -> None:
    public = Ed25519PublicKey.from_public_bytes(b64decode(KEYS[1].split("+", 2)[2])[1:])
    leaves = list[bytes]()
    for line in LINES:
        record = json.loads(line)
        text, _, signature = record["note"].partition("\n\n")
        public.verify(b64decode(signature.split(" ")[2])[4:], f"{text}\n".encode())
        events = [json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in record["batch"]]
        leaves += [sha256(b"\0" + event.encode()).digest() for event in events]

        top = leaves[0]
        for right in leaves[1:]:  # Enough for three leaves: the third stands alone.
            top = sha256(b"\1" + top + right).digest()
        assert text.split("\n")[1:] == [str(len(leaves)), b64encode(top).decode()]


def test_the_limits_in_the_text_are_those_of_the_code() -> None:
    for limit, written in {
        EVENT_BYTES_MAX: "At most 256 KB.",
        COMMIT_BYTES_MAX: "and at most 512 KB",
        BATCH_BYTES_MAX: "At most 640 KB",
        NOTE_BYTES_MAX: "128 KB a note",
        LINE_BYTES_MAX: "at most 16 MB a line",
    }.items():
        number, unit = re.findall(r"(\d+) (KB|MB)", written)[0]
        assert limit == int(number) * {"KB": 1024, "MB": 1024**2}[unit]
        assert written in TEXT
    assert f"of 1 to {COMMIT_EVENTS_MAX:,} events" in TEXT
    assert f"and {ITEMS_MAX:,} items" in TEXT
    assert f"at most {RUN_NODES_MAX} nodes" in TEXT
    assert f"most {SIGNATURES_MAX} lines" in TEXT
    assert f"Nesting at most {DEPTH_MAX}" in TEXT
