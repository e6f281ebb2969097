"""Checking a lane file with nothing but the lane's verification key."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from events import codec
from events.codec import CannotRead, UnknownType
from events.log.reading.batch import BatchRefused, split_batch
from events.log.reading.lane_file import LineRefused, parse_line
from events.log.reading.take import Held, Taken, take
from events.log.tree.checkpoint import CheckpointRefused, open_checkpoint
from events.log.tree.edge import Edge
from events.log.tree.keys import VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey


class LaneRefused(Exception):
    """A lane file does not hold; the message names the line."""


class LaneChecked(Struct, frozen=True, kw_only=True):
    """A lane file that holds."""

    origin: str
    size: int
    root: bytes
    records: int
    events: int
    """Events shown; the others were omitted, and stand in the root."""
    types: Counter[str]


def check_lane_file(path: Path, key: VerificationKey) -> LaneChecked:
    """Check a lane file: signatures, order, roots, and that each event is strict and its own.

    Raises:
        LaneRefused: naming the first line that does not hold.
    """
    with path.open("rb") as lines:
        return check_lines(lines, key)


def check_lines(lines: Iterable[bytes], key: VerificationKey) -> LaneChecked:
    """Check the lines of a lane file; see `check_lane_file`."""
    edge, records, types = Edge(), 0, Counter[str]()
    for number, line in enumerate(lines, 1):
        try:
            edge = _line(line, number, key, edge, types)
        except (
            LineRefused,
            NoteRefused,
            UnknownKey,
            CheckpointRefused,
            BatchRefused,
            CannotRead,
        ) as bad:
            text = str(bad)
            raise LaneRefused(
                text if text.startswith("line ") else f"line {number}: {text}"
            ) from bad
        records = number
    if not records:
        raise LaneRefused("line 1: the file is empty")
    return LaneChecked(
        origin=key.name,
        size=edge.size,
        root=edge.root(),
        records=records,
        events=types.total(),
        types=types,
    )


def _line(line: bytes, number: int, key: VerificationKey, edge: Edge, types: Counter[str]) -> Edge:
    note, value = parse_line(line, number)
    checkpoint = open_checkpoint(note, key)
    held = Held(edge=edge, root_at=lambda _: None)
    outcome = take(held, split_batch(value), checkpoint)
    if not isinstance(outcome, Taken):
        raise LaneRefused(f"line {number}: the record does not follow: {outcome}")
    for seq, raw in outcome.events:
        types[_type(raw, key.name, number, seq)] += 1
    return outcome.new_edge


def _type(raw: bytes, source: str, number: int, seq: int) -> str:
    try:
        event = codec.read_hostile(raw)
    except UnknownType as new:
        return new.wire_name
    except CannotRead as bad:
        raise LaneRefused(f"line {number}: event {seq}: {bad}") from bad
    if event.source != source:
        raise LaneRefused(f"line {number}: event {seq} has source {event.source}, not {source}")
    return event.type
