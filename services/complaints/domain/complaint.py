"""A complaint at one body, at one stage, from receipt to the answer (art. 19).

absent -> lodged -> elsewhere (-> lodged: a complaint that comes back is taken in again)
                 -> registered -> decided -> answered
lodged, registered -> withdrawn; registered -> elsewhere

Court changes no state (19.8), nor do extensions, checks, notices and demands.
"""

from enum import StrEnum
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.complaints import (
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
    DecisionSent,
    ExaminationExtended,
)
from events.complaints_after import ComplaintWithdrawn, OutcomeNotified, RestorationDemanded
from events.deciding import Header
from services.complaints.domain.addressed import stage_of


class Status(StrEnum):
    """How far the complaint is at this body."""

    ABSENT = "absent"
    LODGED = "lodged"
    ELSEWHERE = "elsewhere"
    REGISTERED = "registered"
    DECIDED = "decided"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Complaint(Struct, frozen=True, kw_only=True):
    """A complaint at one stage as its own events tell it."""

    complaint_id: str
    stage: int
    status: Status = Status.ABSENT
    lodged: ComplaintLodged | None = None
    registered: ComplaintRegistered | None = None
    extensions: tuple[ExaminationExtended, ...] = ()
    decision: ComplaintDecided | None = None
    sent_to: str | None = None
    """The lane to which it was sent on."""
    notified: bool = False
    """The quality authority has its one notice (19.4)."""
    demands: tuple[RestorationDemanded, ...] = ()

    @classmethod
    def blank(cls, stream_id: str) -> "Complaint":
        """Give the state of a stream without events, from `<complaint id>-<stage>`."""
        complaint_id, stage = stage_of(stream_id)
        return cls(complaint_id=complaint_id, stage=stage)

    @property
    def case_id(self) -> str:
        """The case complained of; the complaint itself where there is none."""
        return (self.lodged and self.lodged.case_id) or self.complaint_id

    @property
    def days_extended(self) -> int:
        """Working days by which the examination takes longer, in all (19.6)."""
        return sum(extension.by_days for extension in self.extensions)

    def the_lodging(self) -> ComplaintLodged:
        """Give the complaint as it came.

        Raises:
            ValueError: nothing was lodged; `must_be` comes first.
        """
        if self.lodged is None:
            raise ValueError(f"complaint {self.complaint_id} was not lodged")
        return self.lodged

    def the_decision(self) -> ComplaintDecided:
        """Give the decision.

        Raises:
            ValueError: nothing was decided; `must_be` comes first.
        """
        if self.decision is None:
            raise ValueError(f"complaint {self.complaint_id} was not decided")
        return self.decision

    def must_be(self, by: Header, *expected: Status) -> None:
        """Refuse unless the complaint is in one of these states."""
        by.form(
            self.status in expected,
            "wrong-state",
            f"Complaint {self.complaint_id} is {self.status} at stage {self.stage} here; "
            f"this needs {' or '.join(expected)}",
        )

    def must_be_examined_here(self, by: Header) -> None:
        """Refuse what only an examination can bring: first the complaint is on the books."""
        self.must_be(by, Status.LODGED, Status.REGISTERED)
        by.law(
            self.status is Status.REGISTERED,
            "not-registered",
            "A complaint that came in is registered before it is examined",
            "19.4(1)",
        )

    def evolve(self, event: Any) -> "Complaint":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; nothing is checked here, it has happened."""
        if isinstance(event, ComplaintLodged):
            blank = Complaint(complaint_id=self.complaint_id, stage=self.stage)
            return replace(blank, status=Status.LODGED, lodged=event)
        if isinstance(event, ComplaintForwarded):
            return replace(self, status=Status.ELSEWHERE, sent_to=event.to_lane)
        status = _AFTER.get(type(event), self.status)
        return replace(self, status=status, **self._kept_of(event))

    def _kept_of(self, event: Any) -> dict[str, Any]:  # noqa: ANN401 -- any event of the stream
        match event:
            case ComplaintRegistered():
                return {"registered": event}
            case ExaminationExtended():
                return {"extensions": (*self.extensions, event)}
            case ComplaintDecided():
                return {"decision": event}
            case OutcomeNotified():
                return {"notified": True}
            case RestorationDemanded():
                return {"demands": (*self.demands, event)}
            case _:
                return {}


_AFTER: Final[dict[type[Any], Status]] = {
    ComplaintRegistered: Status.REGISTERED,
    ComplaintDecided: Status.DECIDED,
    DecisionSent: Status.ANSWERED,
    ComplaintWithdrawn: Status.WITHDRAWN,
}
"""What each event makes of a complaint that came in; others change nothing."""
