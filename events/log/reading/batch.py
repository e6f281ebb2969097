"""A batch: the events of one commit as one reader gets them (PROTOCOL.md, "Batch").

On the wire a JSON array: each event's own bytes verbatim, each run of omitted events as
`{"omitted": n, "nodes": [...]}`. Here the array is only taken apart; whether its events and
runs fit the lane's tree says `events.log.reading.take`.
"""

from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from events.json_scan import elements
from events.log.reading.runs import RUN_NODES_MAX, Omitted, RunRefused, decode_run, encode_run
from events.strict_json import DEPTH_MAX

__all__ = [
    "BATCH_BYTES_MAX",
    "COMMIT_BYTES_MAX",
    "COMMIT_EVENTS_MAX",
    "DEPTH_MAX",
    "EVENT_BYTES_MAX",
    "ITEMS_MAX",
    "RUN_NODES_MAX",
    "BatchRefused",
    "Item",
    "Omitted",
    "encode_batch",
    "split_batch",
]

EVENT_BYTES_MAX: Final = 256 * 1024  # Bytes of one event; larger contents are sent as their hash.
COMMIT_BYTES_MAX: Final = 512 * 1024  # Bytes of a commit's events; a record fits Kafka's 1 MB.
COMMIT_EVENTS_MAX: Final = 1000  # Events of a commit; its signature then costs each almost nothing.
ITEMS_MAX: Final = COMMIT_EVENTS_MAX + 1  # A view may begin with a run before its commit's first.
# Bytes of a batch: 512 KB of events, 1 KB of commas, 47 KB of hashes inside the commit (47 bytes
# for each omitted event at most), 24 KB of frames of 501 runs, 5 KB of hashes before the commit.
BATCH_BYTES_MAX: Final = 640 * 1024


class BatchRefused(ValueError):
    """The bytes are not a batch: nothing in them is believed, nothing is stored."""


Item = bytes | Omitted


class _Members(Struct, frozen=True, gc=False):
    """The members that make an object a run; a decoder finds them under any spelling."""

    omitted: Raw | UnsetType = UNSET
    nodes: Raw | UnsetType = UNSET


_split: Final = msgspec.json.Decoder(list[Raw]).decode
_members: Final = msgspec.json.Decoder(_Members).decode
_all_members: Final = msgspec.json.Decoder(list[_Members]).decode


def encode_batch(items: Iterable[Item]) -> bytes:
    """Join events and runs into the bytes of a batch."""
    return b"[" + b",".join(i if isinstance(i, bytes) else encode_run(i) for i in items) + b"]"


def split_batch(value: bytes) -> list[Item]:
    """Take a batch apart into the exact bytes of its events, and its runs.

    The inside of an event is not judged here: a bad event under a good root must not stop a lane.

    Raises:
        BatchRefused: not an array of objects, something outside them, a limit passed, a bad run.
    """
    if len(value) > BATCH_BYTES_MAX:
        raise BatchRefused(f"batch of {len(value)} bytes; at most {BATCH_BYTES_MAX}")
    parts, are_runs = _parts(value)
    if not 0 < len(parts) <= ITEMS_MAX:
        raise BatchRefused(f"batch of {len(parts)} items; 1 to {ITEMS_MAX}")
    if sum(map(len, parts)) + len(parts) + 1 != len(value):  # Two brackets, a comma between each.
        raise BatchRefused("batch has spaces between its items")
    _check_commit([part for part, is_run in zip(parts, are_runs, strict=True) if not is_run])
    try:
        pairs = zip(parts, are_runs, strict=True)
        return [decode_run(part) if is_run else part for part, is_run in pairs]
    except RunRefused as error:
        raise BatchRefused(f"run: {error}") from error


def _parts(value: bytes) -> tuple[list[bytes], list[bool]]:
    """Return the items' bytes, and for each whether it is a run."""
    try:
        return list(map(bytes, _split(value))), list(map(_is_run, _all_members(value)))
    except (msgspec.DecodeError, RecursionError):
        return _scanned_parts(value)


def _scanned_parts(value: bytes) -> tuple[list[bytes], list[bool]]:
    """Do the same where an event is not JSON: its neighbours still stand."""
    try:
        parts = elements(value)
    except ValueError as error:
        raise BatchRefused(f"batch: {error}") from error
    for part in parts:
        if not (part.startswith(b"{") and part.endswith(b"}")):
            raise BatchRefused(f"item is not an object: {part[:40]!r}")
    return parts, list(map(_is_scanned_run, parts))


def _is_scanned_run(part: bytes) -> bool:
    try:
        return _is_run(_members(part))
    except (msgspec.DecodeError, RecursionError):
        return False  # The broken event: its bytes are kept, and judged after the root.


def _is_run(members: _Members) -> bool:
    """Say whether an object has a member of a run; no event may have one."""
    return members.omitted is not UNSET or members.nodes is not UNSET


def _check_commit(events: list[bytes]) -> None:
    if len(events) > COMMIT_EVENTS_MAX:
        raise BatchRefused(f"batch of {len(events)} events; at most {COMMIT_EVENTS_MAX}")
    if any(len(event) > EVENT_BYTES_MAX for event in events):
        raise BatchRefused(f"batch holds an event of more than {EVENT_BYTES_MAX} bytes")
    if sum(map(len, events)) > COMMIT_BYTES_MAX:
        raise BatchRefused(f"batch holds more than {COMMIT_BYTES_MAX} bytes of events")
