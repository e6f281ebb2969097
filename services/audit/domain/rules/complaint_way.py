"""The way of a complaint from body to body, as the ledger knows the case (19.2, 19.3, 19.5).

Who must examine follows from `events/law/complaint_way.py`. How the request complained of was taken
in, and by whom it was to be delivered, the ledger takes from the case alone: what a complaint says
of it (`taken_in`) is its teller's word.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from events.complaints import ComplaintAtBody, ComplaintLodged
from events.intake_course import ComplaintHandedIn
from events.law import complaint_way
from events.law.complaint_path import TakenIn
from events.law.complaint_way import Complained, NoWay, Way, came_on
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, Stream, handed_in, stage_files
from services.audit.domain.evidence import Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.service_deadline import CaseJudge

Complaint = ComplaintLodged | ComplaintHandedIn | ComplaintAtBody
"""A complaint as whoever has it tells of it: each says against whom it is."""

WayJudge = Callable[[CaseFile, LedgerDay, StageFile, Way], Iterator[Verdict]]


def way_of(file: CaseFile, day: LedgerDay, complaint: Complaint) -> Way | Undecidable:
    """Say who must examine a complaint, by the norms known on the ledger day."""
    complained = Complained(
        complaint.service_code if file.lodged is None else file.lodged.data.service_code,
        complaint.respondent,
        _received_on(file, complaint),
        _taken_in(file),
    )
    try:
        return complaint_way.way_of(complained, day.norms, day.register, day.jurisdiction)
    except NoWay as unknown:
        return Undecidable(reason=str(unknown))


def _received_on(file: CaseFile, complaint: Complaint) -> date:
    """Give the day whose norms count: as told, but no later than a window had it."""
    if isinstance(complaint, ComplaintHandedIn):
        return complaint.on
    told = came_on(complaint) if isinstance(complaint, ComplaintLodged) else complaint.received_on
    stream = Stream("", complaint.complaint_id, complaint.stage)
    return min([told, *(one.on for one in handed_in(file, stream))])


def _taken_in(file: CaseFile) -> TakenIn | None:
    """Say how the request was taken in: accepted, or only lodged, by the window of the case."""
    told = file.accepted or file.lodged
    if told is None:
        return None
    deliverer = None if file.accepted is None else file.accepted.data.deliverer
    return TakenIn(standard_edition=told.data.standard_edition, deliverer=deliverer)


def with_ways(*kinds: type[Any]) -> Callable[[WayJudge], CaseJudge]:
    """Judge every complaint at each body that has told one of these events, if its way is known."""

    def of(judge: WayJudge) -> CaseJudge:
        def judged(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
            for stage in file.once(day, stage_files):
                if not stage.all(*kinds):
                    continue
                way = way_of(file, day, stage.lodged.data)
                if isinstance(way, Undecidable):
                    yield way
                else:
                    yield from judge(file, day, stage, way)

        return judged

    return of
