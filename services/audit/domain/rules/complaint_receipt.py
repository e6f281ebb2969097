"""When a complaint came to a body, as all lanes tell it (19.1, 19.2).

Not the body's word alone: a window that took the complaint in tells the day, and so does the body
that sent it on. Of a handing in the window's own word counts, and nobody's for it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from events.complaints import ComplaintForwarded, ComplaintLodged
from events.identity import made_by
from events.intake_course import ComplaintHandedIn
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, Stream, stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.complaint_way import Complaint


class Receipt(NamedTuple):
    """A complaint that came, or was sent, to a body."""

    stream: Stream
    """Where the body has it, or should."""
    entry: Entry
    on: date
    """The first day on which the body owes something."""
    complaint: Complaint


def receipts(file: CaseFile, day: LedgerDay) -> Sequence[Receipt]:
    """Give all receipts, by date: handed in at a window, sent on by a body, lodged with a body."""
    return sorted([*_handed_in(file), *_of_bodies(file, day)], key=_place)


def received_on(file: CaseFile, day: LedgerDay, stage: StageFile) -> date:
    """Give the day from which a body's term counts.

    What was handed in at a window is under way since then, however it is sent about; what was
    lodged with a body that is not competent reaches the competent one when it is sent there.
    """
    lodged, stream = stage.lodged, stage.stream
    days = [_own_day(stage)]
    sent_on = []
    for receipt in file.once(day, receipts):
        came = type(receipt.entry.data)
        if came is ComplaintHandedIn and _same(receipt, stream):
            days.append(receipt.on)
        elif came is ComplaintForwarded and receipt.stream == stream:
            sent_on += [receipt.on] if receipt.on <= lodged.on else []
    return min([*days, *sent_on[-1:]])


def _place(receipt: Receipt) -> tuple[date, bool, str, int]:
    """Of one day, the lodging comes last: what brought the complaint began the duty."""
    entry = receipt.entry
    return receipt.on, type(entry.data) is ComplaintLodged, entry.lane, entry.seq


def _same(handed_in: Receipt, other: Stream) -> bool:
    """Say whether a window took in this complaint, under an id of its own (protocol E3)."""
    one = handed_in.stream
    same = (one.complaint_id, one.stage) == (other.complaint_id, other.stage)
    return same and made_by(one.complaint_id, handed_in.entry.lane)


def _own_day(stage: StageFile) -> date:
    """Give the day that the body tells of itself: not one that a window or a body told it."""
    lodged = stage.lodged
    heard = lodged.event.causationid or lodged.data.handed_in_at
    return lodged.on if heard else min(stage.received_on, lodged.on)


def _handed_in(file: CaseFile) -> Iterator[Receipt]:
    """Give what windows of the case took in: the first body examines it at stage 1."""
    for entry in file.all(ComplaintHandedIn):
        if entry.lane in file.windows:
            data = entry.data
            stream = Stream(data.to_lane, data.complaint_id, 1)
            yield Receipt(stream, entry, entry.on, data)


def _of_bodies(file: CaseFile, day: LedgerDay) -> Iterator[Receipt]:
    for stage in file.once(day, stage_files):
        lodged = stage.lodged
        yield Receipt(stage.stream, lodged, _own_day(stage), lodged.data)
        for entry in stage.all(ComplaintForwarded):
            complaint = entry.data.complaint or lodged.data
            number = stage.stream.stage if entry.data.complaint is None else complaint.stage
            stream = Stream(entry.data.to_lane, stage.stream.complaint_id, number)
            yield Receipt(stream, entry, file.knowable_on(entry), complaint)
