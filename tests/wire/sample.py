"""The sample lane of PROTOCOL.md and of the vectors: a centre's window on one day of May 2024."""

import json
from itertools import pairwise
from typing import Any, Final

from events.log.reading.batch import encode_batch
from events.log.reading.lane_file import format_line
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.note import Ed25519Signer

REALM: Final = "kz"
LANE: Final = "intake.almaty-1"
SEED: Final = bytes(range(32))  # A private key that everybody knows signs nothing but examples.
SIGNER: Final = Ed25519Signer(f"{REALM}/{LANE}", SEED)
CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
SIZES: Final = (0, 2, 3)
"""Sizes of the lane at its commits: two events, then the closing of the day."""


def compact(value: object) -> bytes:
    """Encode without spaces and without escaping what UTF-8 can say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _event(event_id: str, name: str, subject: str, time: str, **rest: Any) -> bytes:  # noqa: ANN401 -- JSON
    data = rest.pop("data")
    return compact(
        {
            "specversion": "1.0",
            "id": event_id,
            "source": f"{REALM}/{LANE}",
            "type": name,
            "subject": subject,
            "time": time,
            "datacontenttype": "application/json",
            **rest,
            "data": {"on": "2024-05-03", "at": time, "transcribed": False, **data},
        }
    )


LODGED: Final = _event(
    f"application-{CASE}:1",
    "intake.application_lodged.v1",
    CASE,
    "2024-05-03T05:04:00Z",
    actor="almaty-centre/hall-1/o-7f31",
    to="almaty-centre",
    commandid="desk4/000117",
    data={
        "service_code": "apostille",
        "standard_edition": "1",
        "variant": {"channel": "centre", "form": "paper"},
        "applicants": [{"applicant_id": "a-51c0", "kind": "natural", "citizenship": "citizen"}],
        "language": "kk",
        "documents_presented": ["diploma"],
    },
)
ACCEPTED: Final = _event(
    f"application-{CASE}:2",
    "intake.application_accepted.v1",
    CASE,
    "2024-05-03T05:05:00Z",
    actor="almaty-centre/hall-1/o-7f31",
    to="almaty-centre justice-almaty",
    commandid="desk4/000118",
    data={
        "service_code": "apostille",
        "standard_edition": "1",
        "variant": {"channel": "centre", "form": "paper"},
        "documents_accepted": ["diploma"],
        "identified": "document",
        "signed": {"by": "applicant"},
        "identifier": "iin",
        "receipt_no": "2024-000117",
        "deliverer": "justice-almaty",
        "to_lane": "provider.justice-almaty",
        "told": {
            "due_on": "2024-05-10",
            "term_id": "result",
            "norm_edition": "apostille/1",
            "calendar_version": "kz/2024/1",
        },
    },
)
DAY_CLOSED: Final = _event(
    "day-book:1",
    "intake.day_closed.v1",
    "day-book",
    "2024-05-03T18:59:59Z",
    actor="almaty-centre/intake/policy",
    to="*",
    commandid=f"close/{LANE}/2024-05-03",
    data={"date": "2024-05-03"},
)
EVENTS: Final = (LODGED, ACCEPTED, DAY_CLOSED)


def checkpoint(size: int) -> Checkpoint:
    """Return the checkpoint of the sample lane at a size."""
    edge = Edge()
    edge.extend(leaf(event) for event in EVENTS[:size])
    return Checkpoint(origin=SIGNER.name, size=size, root=edge.root())


def lines() -> list[bytes]:
    """Return the lane file for a reader of the whole lane."""
    return [
        format_line(seal(checkpoint(size), SIGNER), encode_batch(EVENTS[before:size]))
        for before, size in pairwise(SIZES)
    ]
