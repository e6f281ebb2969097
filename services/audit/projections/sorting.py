"""Sorting archived events into rows: cases, days, claims, oddities. Pure; the store only writes.

An event after `day_closed(L)` is written on the lane's open day L + 1: so an earlier date is
backdated, a later one postdated (protocol B7), and nothing need be looked ahead for.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from events.common import DayClosed, EventRejected, LanesHeard
from events.complaints import ComplaintLodged, ComplaintRegistered
from events.envelope import Recorded
from events.intake import ApplicationAccepted, ApplicationLodged
from events.intake_course import ComplaintHandedIn
from events.known import tells_reference
from events.provider import CaseRegistered
from services.audit.domain.lane_file import Oddity
from services.audit.projections.ids import Ids
from services.audit.projections.rows import CaseRow, ClaimRow, DayRow, RejectionRow

_DAY = timedelta(days=1)


class Rows:
    """What a stretch of one lane sorts into."""

    def __init__(
        self,
        lane: str,
        open_day: date,
        first_of_id: Callable[[str], int | None],
        *,
        historic: bool,
    ) -> None:
        self._lane = lane
        self._open_day = open_day
        self._historic = historic
        self.cases: list[CaseRow] = []
        self.days: list[DayRow] = []
        self.claims: list[ClaimRow] = []
        self.rejections: list[RejectionRow] = []
        self.oddities: list[Oddity] = []
        self.ids = Ids(first_of_id)
        self.numbers: set[tuple[str, str]] = set()
        """(number by which people know the case, case)."""

    def add(self, seq: int, raw: bytes, event: Recorded[Any]) -> None:
        """Sort the lane's next event; of two with one id the first counts (protocol B11)."""
        if self.ids.take(seq, event.id) != seq:
            self._odd("id_repeated", seq, event, other=event.ref)
            return
        if not self.ids.follows(event.id):
            self._odd("version_skipped", seq, event)
        match event.data:
            case DayClosed():
                self._close(seq, event)
            case LanesHeard():
                self.claims += _claims(self._lane, seq, event)
            case EventRejected(lane=claimed, size=size, leaves=leaves):
                rejected = self._lane, seq, claimed, size, " ".join(leaves), event.ref
                self.rejections.append(RejectionRow(*rejected))
            case data if tells_reference(data):
                pass
            case _:
                self.cases.append(CaseRow(event.subject, self._lane, seq, raw))
                self.numbers |= {(number, event.subject) for number in numbers_of(data)}
                self._date(seq, event)

    def pass_by(self, seq: int, id_: str) -> None:
        """Pass the lane's next event by, which cannot be read; its id is taken all the same.

        So what becomes of the others does not depend on what can be read today.
        """
        self.ids.take(seq, id_)

    def _close(self, seq: int, event: Recorded[Any]) -> None:
        """Take a closed day; one that is not the next does not count (protocol B1)."""
        day: date = event.data.date
        if day != self._open_day:
            self._odd("day_out_of_order", seq, event)
            return
        self.days.append(DayRow(self._lane, day.isoformat(), seq, event.ref))
        self._open_day = day + _DAY

    def _date(self, seq: int, event: Recorded[Any]) -> None:
        on: date = event.data.on
        if on > self._open_day:
            self._odd("postdated", seq, event)
        elif on < self._open_day and not self._historic:
            self._odd("backdated", seq, event)

    def _odd(self, kind: str, seq: int, event: Recorded[Any], other: str = "") -> None:
        self.oddities.append(
            Oddity(
                kind=kind,
                lane=self._lane,
                seq=seq,
                ref=event.ref,
                subject=event.subject,
                on=event.data.on,
                open_day=self._open_day,
                other=other,
            )
        )


def numbers_of(data: Any) -> Iterator[str]:  # noqa: ANN401 -- any event's data
    """Give the numbers under which an event makes its case known."""
    match data:
        case ApplicationLodged(source_ref=str(number)) | ApplicationAccepted(receipt_no=number):
            yield number
        case CaseRegistered(registration_no=number) | ComplaintRegistered(registration_no=number):
            yield number
        case ComplaintHandedIn(complaint_id=id_) | ComplaintLodged(complaint_id=id_):
            yield id_
        case _:
            return


def _claims(lane: str, seq: int, event: Recorded[Any]) -> Iterator[ClaimRow]:
    """Give a line for each lane; of two lines of one lane the first counts."""
    for claimed in {one.lane: one for one in reversed(event.data.lanes)}.values():
        yield ClaimRow(
            lane=lane,
            seq=seq,
            claimed_lane=claimed.lane,
            size=claimed.size,
            root=claimed.root,
            events=claimed.events,
            ref=event.ref,
            on_day=event.data.on.isoformat(),
        )
