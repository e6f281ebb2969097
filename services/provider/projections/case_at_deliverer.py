"""A case as its deliverer's officer has it: its state, its term's course, what was told."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from events.envelope import Recorded
from events.intake import ApplicationAccepted
from events.provider import TermPaused
from events.provider_course import (
    CaseForwarded,
    CaseReopened,
    DocumentsAsked,
    RightsRestored,
    TermResumed,
)
from services.provider.domain.delivery import Delivery


class PauseKept(NamedTuple):
    """A pause, and when the term went on; None while it is open."""

    paused: Recorded[TermPaused]
    resumed_on: date | None = None


class CaseAtDeliverer(Struct, frozen=True, kw_only=True):
    """A case at its deliverer."""

    delivery: Delivery
    last: Recorded[Any]
    """The own event that brought it where it is."""
    pauses: tuple[PauseKept, ...] = ()
    asked: tuple[Recorded[DocumentsAsked], ...] = ()
    restored: frozenset[str] = frozenset()
    """Streams, as `<lane>/<stream>`, of the complaints whose demands were met."""
    accepted: Recorded[ApplicationAccepted] | None = None
    """The window's word: the way of the service, and what the applicant was told."""
    told_anew: date | None = None
    """What this lane told last, of a term that was paused, resumed or extended."""

    @classmethod
    def begun(cls, case_id: str, event: Recorded[Any]) -> "CaseAtDeliverer":
        """Give a case from the first event of its stream."""
        return cls(delivery=Delivery(case_id=case_id), last=event).own(event)

    @property
    def reopened(self) -> CaseReopened | None:
        """Why the case is decided anew; None if it is not."""
        return self.last.data if isinstance(self.last.data, CaseReopened) else None

    def awaited(self) -> Iterator[Recorded[DocumentsAsked]]:
        """Give what the applicant was asked for on grounds on which the term has not gone on."""
        return (one for one in self.asked if one.data.ground in self.delivery.term.awaited)

    def own(self, event: Recorded[Any]) -> "CaseAtDeliverer":
        """Fold an event of this lane in."""
        delivery = self.delivery.evolve(event.data)
        moved = delivery.status is not self.delivery.status
        told = getattr(event.data, "told", None)
        after = replace(
            self,
            delivery=delivery,
            last=event if moved else self.last,
            told_anew=self.told_anew if told is None else told.due_on,
        )
        match event.data:
            case TermPaused():
                return replace(after, pauses=(*self.pauses, PauseKept(event)))
            case TermResumed():
                return replace(after, pauses=_ended(self.pauses, event.data))
            case CaseForwarded(on=day):
                ended = (one._replace(resumed_on=one.resumed_on or day) for one in self.pauses)
                return replace(after, pauses=tuple(ended))
            case DocumentsAsked():
                return replace(after, asked=(*self.asked, event))
            case RightsRestored(cause=cause):
                return replace(after, restored=self.restored | {cause.rpartition(":")[0]})
            case _:
                return after

    def heard(self, event: Recorded[Any]) -> "CaseAtDeliverer":
        """Fold an event of another lane in: only what the case's first window accepted counts."""
        case = self.delivery.registered
        of_window = case is not None and event.lane == case.from_lane
        return replace(self, accepted=event) if of_window and _accepts(event) else self


def _accepts(event: Recorded[Any]) -> bool:
    return isinstance(event.data, ApplicationAccepted)


def _ended(pauses: tuple[PauseKept, ...], resumed: TermResumed) -> tuple[PauseKept, ...]:
    """End the open pauses on a ground."""
    return tuple(
        one._replace(resumed_on=resumed.on)
        if one.resumed_on is None and one.paused.data.ground == resumed.ground
        else one
        for one in pauses
    )
