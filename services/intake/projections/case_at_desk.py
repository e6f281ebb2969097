"""A case as an officer at the window has it: its state, and what the deliverer has said since."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.envelope import Recorded
from events.intake import NoticeGiven, ResultReceived
from events.intake_course import DocumentsSupplemented
from events.provider import DecisionMade, ResultSent
from events.provider_course import DocumentsAsked, TermResumed
from services.intake.domain.application import Application
from services.intake.domain.status import REOPENED
from services.intake.domain.telling import READY, SUPPLEMENT


class CaseAtDesk(Struct, frozen=True, kw_only=True):
    """A case at its window."""

    application: Application
    last: Recorded[Any]
    """The own event that brought it where it is."""
    sent: Recorded[ResultSent] | None = None
    """What the deliverer sent here last."""
    reopened_by: str = ""
    """`<lane>/<event id>` of the deliverer's word that it decides anew; a result sent before that
    is not the one awaited."""
    asked: Mapping[str, Recorded[DocumentsAsked]] = {}
    """By its reference; what the applicant is asked for."""
    brought: Mapping[str, frozenset[str]] = {}
    """Reference of an asking -> what came after the applicant was told of it."""
    told_ready: bool = False

    @classmethod
    def begun(cls, case_id: str, event: Recorded[Any]) -> "CaseAtDesk":
        """Give a case from the first event of its stream."""
        absent = Application(case_id=case_id)
        return cls(application=absent, last=event).own(event)

    @property
    def on_its_way(self) -> Recorded[ResultSent] | None:
        """The result that was sent here and is awaited; None if none was."""
        lane, _, id_ = self.reopened_by.partition("/")
        if self.sent is None or lane != self.sent.lane:
            return self.sent
        version = id_.rpartition(":")[2]
        return None if version.isdecimal() and self.sent.version < int(version) else self.sent

    def awaited(self) -> Iterator[tuple[Recorded[DocumentsAsked], tuple[str, ...]]]:
        """Give what was asked for with the documents that are still missing of it."""
        for ref, asked in self.asked.items():
            came = self.brought.get(ref, frozenset())
            missing = tuple(code for code in asked.data.documents if code not in came)
            if missing:
                yield asked, missing

    def own(self, event: Recorded[Any]) -> "CaseAtDesk":
        """Fold an event of this window in."""
        application = self.application.evolve(event.data)
        moved = application.status is not self.application.status
        after = replace(self, application=application, last=event if moved else self.last)
        match event.data:
            case NoticeGiven(kind=kind, about=about) if kind == SUPPLEMENT:
                return replace(after, brought={**self.brought, about: frozenset()})
            case NoticeGiven(kind=kind, about=about) if kind == REOPENED:
                return replace(after, reopened_by=about)
            case NoticeGiven(kind=kind) if kind == READY:
                return replace(after, told_ready=True)
            case DocumentsSupplemented(documents=new):
                brought = {ref: came.union(new) for ref, came in self.brought.items()}
                return replace(after, brought=brought)
            case ResultReceived():
                return replace(after, told_ready=False)
            case _:
                return after

    def heard(self, event: Recorded[Any], lane: str) -> "CaseAtDesk":
        """Fold an event of another lane in; only its deliverer's counts.

        Args:
            event: received, after all own events.
            lane: this window's.
        """
        if event.lane != self.application.deliverer_lane:
            return self
        match event.data:
            case ResultSent(to_lane=to_lane) if to_lane == lane:
                return replace(self, sent=event)
            case DocumentsAsked():
                return replace(self, asked={**self.asked, event.ref: event})
            case TermResumed(ground=ground):
                still = {r: one for r, one in self.asked.items() if one.data.ground != ground}
                return replace(self, asked=still)
            case DecisionMade():
                return replace(self, asked={})
            case _:
                return self
