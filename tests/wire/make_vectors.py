"""Write the test vectors and the worked example of PROTOCOL.md: python -m tests.wire.make_vectors.

Everything is a function of this folder, so the files change only when the wire does.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from events.identity import mark
from events.log.reading.batch import encode_batch
from events.log.tree.aligned import aligned
from events.log.tree.checkpoint import seal
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from events.log.tree.proofs import consistency, inclusion
from tests.log.lanes import Lane, Tree
from tests.log.rfc6962 import LEAVES, ROOTS
from tests.wire import refused, refused_json, sample
from tests.wire.sample_notes import notes

HERE: Final = Path(__file__).parent
PROTOCOL: Final = HERE.parent.parent / "PROTOCOL.md"
_EXAMPLE: Final = re.compile(r"(?<=<!-- example -->\n).*(?=<!-- end of example -->)", re.DOTALL)
_RANGES: Final = [(0, 1), (0, 7), (0, 8), (1, 1), (1, 6), (5, 3), (6, 11), (8, 24), (1000, 300)]
_AUDIENCE: Final = ["110", "0", "01", "1001", "000", "0000001", "1"]
"""Seven commits; 1 is an event for the reader."""

_LANES: Final = ["intake.almaty-1", "intake.astana-1", "complaints.justice-almaty"]


def bytes_of(raw: bytes) -> dict[str, str]:
    """Show bytes as text where they are UTF-8, else in base64."""
    try:
        return {"text": raw.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": to_base64(raw)}


def refusals(cases: dict[str, bytes]) -> list[dict[str, str]]:
    return [{"why": why, **bytes_of(raw)} for why, raw in cases.items()]


def tree() -> dict[str, Any]:
    known = Tree(LEAVES)
    return {
        "leaves_hex": [event.hex() for event in LEAVES],
        "roots_hex_by_size": [root.hex() for root in ROOTS],
        "inclusion": [
            {"index": i, "size": n, "proof_hex": [h.hex() for h in inclusion(i, n, known.node)]}
            for i, n in [(0, 1), (0, 8), (5, 8), (2, 3), (1, 5)]
        ],
        "consistency": [
            {"first": m, "second": n, "proof_hex": [h.hex() for h in consistency(m, n, known.node)]}
            for m, n in [(1, 1), (1, 8), (6, 8), (2, 5), (6, 7)]
        ],
        "subtrees": [
            {
                "start": start,
                "count": count,
                "levels": [level for _, level in aligned(start, count)],
            }
            for start, count in _RANGES
        ],
    }


def view() -> dict[str, Any]:
    lane = Lane([[mine == "1" for mine in commit] for commit in _AUDIENCE])
    return {
        "events": [event.decode() for event in lane.events],
        "commits": _AUDIENCE,
        "records": [
            {
                "size": record.checkpoint.size,
                "root": to_base64(record.checkpoint.root),
                "batch": encode_batch(record.items).decode(),
            }
            for record in lane.records
        ],
    }


def ids() -> dict[str, Any]:
    window = sample.LANE
    other = mark("intake.astana-1")
    refused_ids = {
        "the mark of another lane": sample.CASE[:16] + other,
        "the mark alone": mark(window),
        "upper-case digits": sample.CASE[:16].upper() + mark(window),
        "the mark first": mark(window) + sample.CASE[:16],
        "more than 32 digits": "0" + sample.CASE,
    }
    return {
        "marks": {lane: mark(lane) for lane in _LANES},
        "lane": window,
        "accepted": [sample.CASE],
        "refused": [{"why": why, "id": id_} for why, id_ in refused_ids.items()],
    }


def vectors() -> dict[str, Any]:
    """Return the contents of each file by its name."""
    checkpoints = [{"why": why, "text": text} for why, text in refused.CHECKPOINTS.items()]
    lines = [{"why": "as in PROTOCOL.md", "text": line.decode()} for line in sample.lines()]
    return {
        "ids": ids(),
        "tree": tree(),
        "notes": notes(),
        "checkpoints": {"accepted": [sample.checkpoint(2).text()], "refused": checkpoints},
        "events": {
            "accepted": [event.decode() for event in sample.EVENTS],
            "refused": refusals(refused_json.STRICT),
        },
        "batches": {"refused": refusals(refused.BATCHES)},
        "views": view(),
        "lane_file": {"accepted": lines, "refused": refusals(refused_json.LINES)},
    }


def example() -> str:
    """Return the worked example as PROTOCOL.md shows it."""
    point = sample.checkpoint(2)
    hashes = [f"leaf {n}  {to_base64(leaf(event))}" for n, event in enumerate(sample.EVENTS[:2])]
    blocks = [
        ("Private key (hex) and verification key:", [sample.SEED.hex(), sample.SIGNER.vkey.text]),
        (
            "Leaf hashes of the first commit, and its root:",
            [*hashes, f"root    {to_base64(point.root)}"],
        ),
        ("Its signed note:", seal(point, sample.SIGNER).decode().splitlines()),
        ("The lane file, two lines:", [line.decode().rstrip("\n") for line in sample.lines()]),
    ]
    return "\n".join(f"{title}\n\n```text\n{chr(10).join(lines)}\n```\n" for title, lines in blocks)


def render(content: object) -> str:
    """Return a vector file's text."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write every file and the example."""
    for name, content in vectors().items():
        (HERE / "vectors" / f"{name}.json").write_text(render(content), encoding="utf-8")
    if PROTOCOL.exists():
        text = PROTOCOL.read_text(encoding="utf-8")
        PROTOCOL.write_text(_EXAMPLE.sub(lambda _: example(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
