"""A complaint at one body, at one stage, as its lane tells it (art. 19).

A body's stream of a complaint is `complaint-<complaint id>-<stage>`. A complaint that came back
after it had been sent away is taken in again: that is another file, from the new receipt on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from events.complaints import (
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
    DecisionSent,
)
from events.complaints_after import ComplaintWithdrawn
from events.intake_course import ComplaintHandedIn
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.named_lanes import hands_in

FIRST_STAGE: Final = 1
_STREAM: Final = re.compile(r"complaint-(.+)-([1-9])")


class Stream(NamedTuple):
    """Where a complaint stands: the body's lane, the id common to all stages, the stage."""

    lane: str
    complaint_id: str
    stage: int


class StageFile(NamedTuple):
    """What one body tells of a complaint at one stage, from its receipt on."""

    stream: Stream
    lodged: Entry
    entries: Sequence[Entry]
    """All that follows the lodging, in seq."""

    @property
    def lane(self) -> str:
        """The body's."""
        return self.stream.lane

    @property
    def received_on(self) -> date:
        """When it came to the place of receipt, as the body says: the term begins (19.2)."""
        day: date = self.lodged.data.received_on
        return day

    def all(self, *kinds: type[Any]) -> list[Entry]:
        """Give the entries of these kinds, in seq."""
        return [one for one in self.entries if type(one.data) in kinds]

    def first(self, *kinds: type[Any]) -> Entry | None:
        """Give the first entry of these kinds."""
        return next(iter(self.all(*kinds)), None)

    @property
    def registered(self) -> Entry | None:
        """The registration (19.4(1))."""
        return self.first(ComplaintRegistered)

    @property
    def decided(self) -> Entry | None:
        """The decision (19.4)."""
        return self.first(ComplaintDecided)

    @property
    def sent(self) -> Entry | None:
        """The sending of the decision; what is sent without a decision answers nothing."""
        return None if self.decided is None else self.first(DecisionSent)

    @property
    def ended(self) -> Entry | None:
        """What ended the examination here first: the answer, a withdrawal, another body."""
        endings = [self.sent, *self.all(ComplaintWithdrawn, ComplaintForwarded)]
        return min((one for one in endings if one is not None), key=_place, default=None)


def stage_files(file: CaseFile, _: LedgerDay) -> Sequence[StageFile]:
    """Give the complaints of a case at each body, in order of stage, then of receipt.

    Who has lodged a complaint is a body (19.1): no other lane has a file.
    """
    if not file.bodies:  # Most cases: no look at their entries is needed.
        return ()
    found: dict[Stream, list[Entry]] = {}
    for entry in file.entries:
        stream = stream_of(entry)
        if stream is not None:
            found.setdefault(stream, []).append(entry)
    files = [one for stream, entries in found.items() for one in _divided(stream, entries)]
    return sorted(files, key=lambda one: (one.stream.stage, one.received_on, _place(one.lodged)))


def stream_of(entry: Entry) -> Stream | None:
    """Read complaint and stage out of an event's stream; None if it is no complaint's."""
    found = _STREAM.fullmatch(entry.event.stream)
    return None if found is None else Stream(entry.lane, found[1], int(found[2]))


def handed_in(file: CaseFile, stream: Stream) -> list[Entry]:
    """Give the windows' word of a complaint: what they take in is examined at stage 1 first."""
    return [
        one
        for one in filter(hands_in, file.all(ComplaintHandedIn))
        if (one.data.complaint_id, FIRST_STAGE) == (stream.complaint_id, stream.stage)
    ]


def _divided(stream: Stream, entries: Iterable[Entry]) -> Iterator[StageFile]:
    """Begin a file with each lodging; what stands before the first one is of no complaint."""
    following: list[Entry] = []
    for entry in sorted(entries, key=lambda one: one.seq):
        if type(entry.data) is ComplaintLodged:
            following = []
            yield StageFile(stream, entry, following)
        else:
            following.append(entry)


def _place(entry: Entry) -> tuple[date, str, int]:
    return entry.on, entry.lane, entry.seq
