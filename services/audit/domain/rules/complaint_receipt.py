"""When a complaint came to a body, as all lanes tell it (19.1, 19.2).

Not the body's word alone: any window that took the complaint in tells the day, and so does the body
that sent it on. Of a handing in the window's own word counts, and nobody's for it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from events.complaints import ComplaintForwarded, ComplaintLodged
from events.intake_course import ComplaintHandedIn
from events.law.complaint_way import came_on
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import (
    FIRST_STAGE,
    StageFile,
    Stream,
    handed_in,
    stage_files,
)
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.named_lanes import hands_in
from services.audit.domain.rules.complaint_way import Complaint


class Receipt(NamedTuple):
    """A complaint that came, or was sent, to a body."""

    stream: Stream
    """Where the body has it, or should."""
    entry: Entry
    on: date
    """The first day on which the body owes something."""
    complaint: Complaint
    """As it came there: what was sent on was received when it was sent."""


def receipts(file: CaseFile, day: LedgerDay) -> Sequence[Receipt]:
    """Give all receipts, by date: handed in at a window, sent on by a body, lodged with a body."""
    return sorted([*_handed_in(file), *_of_bodies(file, day)], key=_place)


def received_on(file: CaseFile, day: LedgerDay, stage: StageFile) -> date:
    """Give the day from which a body's term counts.

    What was handed in at a window is under way since the body could know of it (protocol B9): a
    window that tells it late shortens no term, however it is sent about afterwards. What was
    lodged with a body that is not competent reaches the competent one when it is sent there.
    """
    lodged, stream = stage.lodged, stage.stream
    days = [_own_day(stage), *(file.knowable_on(one) for one in handed_in(file, stream))]
    sent_on = [
        one.on
        for one in file.once(day, receipts)
        if type(one.entry.data) is ComplaintForwarded
        and one.stream == stream
        and one.on <= lodged.on
    ]
    return min([*days, *sent_on[-1:]])


def _place(receipt: Receipt) -> tuple[date, bool, str, int]:
    """Of one day, the lodging comes last: what brought the complaint began the duty."""
    entry = receipt.entry
    return receipt.on, type(entry.data) is ComplaintLodged, entry.lane, entry.seq


def _own_day(stage: StageFile) -> date:
    """Give the day that the body tells of itself: not one that a window or a body told it."""
    lodged = stage.lodged
    heard = lodged.event.causationid or lodged.data.handed_in_at
    return lodged.on if heard else came_on(lodged.data)


def _handed_in(file: CaseFile) -> Iterator[Receipt]:
    """Give what windows took in, of the case or not: the first body examines it at stage 1."""
    for entry in filter(hands_in, file.all(ComplaintHandedIn)):
        stream = Stream(entry.data.to_lane, entry.data.complaint_id, FIRST_STAGE)
        yield Receipt(stream, entry, file.knowable_on(entry), entry.data)


def _of_bodies(file: CaseFile, day: LedgerDay) -> Iterator[Receipt]:
    for stage in file.once(day, stage_files):
        lodged = stage.lodged
        yield Receipt(stage.stream, lodged, _own_day(stage), lodged.data)
        for entry in stage.all(ComplaintForwarded):
            complaint = replace(entry.data.complaint or lodged.data, received_on=entry.on)
            number = stage.stream.stage if entry.data.complaint is None else complaint.stage
            stream = Stream(entry.data.to_lane, stage.stream.complaint_id, number)
            yield Receipt(stream, entry, file.knowable_on(entry), complaint)
