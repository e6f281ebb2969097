"""Checking a lane file with nothing but the lane's verification key."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from events.codec import CannotRead, UnknownType
from events.log.reading.admit import id_of_later_type, read_of_lane
from events.log.reading.batch import BatchRefused, split_batch
from events.log.reading.lane_file import LineRefused, parse_line, read_lines
from events.log.reading.not_taken import why_not
from events.log.reading.take import Held, Taken, take
from events.log.tree.checkpoint import CheckpointRefused, open_checkpoint
from events.log.tree.edge import Edge
from events.log.tree.keys import VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey


class LaneRefused(Exception):
    """A lane file does not hold; the message names the line."""


_REFUSALS: Final = (
    LaneRefused,
    LineRefused,
    NoteRefused,
    UnknownKey,
    CheckpointRefused,
    BatchRefused,
)


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
    """Check a lane file: signatures, order, roots, each event as far as no register is needed.

    Raises:
        LaneRefused: naming the first line that does not hold.
    """
    with path.open("rb") as file:
        return check_lines(read_lines(file), key)


def check_lines(lines: Iterable[bytes], key: VerificationKey) -> LaneChecked:
    """Check the lines of a lane file; see `check_lane_file`."""
    lane, records = _Lane(key), 0
    for number, line in enumerate(lines, 1):
        try:
            lane.add(line, number)
        except _REFUSALS as bad:
            text = str(bad).removeprefix(f"line {number}: ")
            raise LaneRefused(f"line {number}: {text}") from bad
        records = number
    if not records:
        raise LaneRefused("line 1: the file is empty")
    return LaneChecked(
        origin=key.name,
        size=lane.edge.size,
        root=lane.edge.root(),
        records=records,
        events=lane.types.total(),
        types=lane.types,
    )


class _Lane:
    """A lane as read so far."""

    def __init__(self, key: VerificationKey) -> None:
        self._key = key
        self.edge = Edge()
        self.types = Counter[str]()
        self._streams = _Streams()

    def add(self, line: bytes, number: int) -> None:
        """Check the next line: its record must follow, and each of its events must stand here."""
        note, value = parse_line(line, number)
        checkpoint = open_checkpoint(note, self._key)
        held = Held(edge=self.edge, root_at=lambda _: None)
        outcome = take(held, split_batch(value), checkpoint)
        if not isinstance(outcome, Taken):
            raise LaneRefused(f"the record does not follow: {why_not(outcome)}")
        for seq, raw in outcome.events:
            try:
                self._event(seq, raw)
            except CannotRead as bad:
                raise LaneRefused(f"event {seq}: {bad}") from bad
        self.edge = outcome.new_edge

    def _event(self, seq: int, raw: bytes) -> None:
        try:
            event = read_of_lane(raw, self._key.name)
        except UnknownType as new:
            id_, type_ = id_of_later_type(raw, self._key.name), new.wire_name
        else:
            id_, type_ = event.id, event.type
        self._streams.add(seq, id_)
        self.types[type_] += 1


class _Streams:
    """The versions of streams: each rises, and what is missing fits into the omitted events.

    So in a whole lane it rises by exactly one from 1 (PROTOCOL.md, "Event bytes").
    """

    def __init__(self) -> None:
        self._versions = dict[str, int]()
        self._shown = 0
        self._missing = 0

    def add(self, seq: int, id_: str) -> None:
        """Add the next event.

        Raises:
            CannotRead: its version is not one that can follow.
        """
        stream, _, version = id_.rpartition(":")
        last = self._versions.get(stream, 0)
        if int(version) <= last:
            raise CannotRead(f"{id_} stands after version {last} of its stream")
        self._versions[stream] = int(version)
        self._shown += 1
        self._missing += int(version) - last - 1
        if self._missing > seq - self._shown:
            raise CannotRead(
                f"{id_} stands after version {last} of its stream; versions of streams miss "
                f"{self._missing} events, omitted are {seq - self._shown}"
            )
