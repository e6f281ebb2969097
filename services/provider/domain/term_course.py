"""What stands in the way of a case's term: documents awaited, open pauses, extensions (8.1(5))."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from events.law.course import Course, Extended, Paused
from events.law.term import Unit
from events.provider import CaseRegistered, TermPaused
from events.provider_course import CaseForwarded, DocumentsAsked, TermExtended, TermResumed


class PauseKept(NamedTuple):
    """A pause, and when the term went on; None while it is open."""

    paused: TermPaused
    resumed_on: date | None = None

    def ended_by(self, resumed: TermResumed) -> "PauseKept":
        """Give it as a resumption leaves it: one on its ground ends it, the first time."""
        return self.ended_on(resumed.on) if self.paused.ground == resumed.ground else self

    def ended_on(self, day: date) -> "PauseKept":
        """End it on a day, unless it has ended."""
        return self._replace(resumed_on=day) if self.resumed_on is None else self


class TermCourse(Struct, frozen=True, kw_only=True):
    """The course of one term as the deliverer's own events tell it."""

    awaited: Mapping[str, frozenset[str]] = {}
    """Ground -> documents that the applicant was asked for on it, until the term goes on."""
    pauses: tuple[PauseKept, ...] = ()
    """All that there were, in the order in which they were told."""
    extended: tuple[TermExtended, ...] = ()
    gone_on: date | None = None
    """When the case went to another deliverer; None while it is here."""

    @property
    def paused(self) -> Mapping[str, TermPaused]:
        """Ground -> the pause on it, until the term goes on."""
        return {one.paused.ground: one.paused for one in self.pauses if one.resumed_on is None}

    @property
    def course(self) -> Course:
        """The same as the law counts it."""
        pauses = [
            Paused(one.paused.ground, one.paused.on, one.paused.until, one.resumed_on)
            for one in self.pauses
        ]
        extended = [Extended(one.ground, one.on, one.length, one.unit) for one in self.extended]
        return Course(pauses, extended)

    def waiting(self) -> str | None:
        """Give the ground of the pause in which documents are awaited; None if there is none."""
        return next((ground for ground in self.paused if ground in self.awaited), None)

    def missing(self, ground: str, brought: tuple[str, ...]) -> tuple[str, ...]:
        """List the documents still awaited on a ground, ascending."""
        return tuple(sorted(self.awaited.get(ground, frozenset()).difference(brought)))

    def extended_by(self, unit: Unit) -> int:
        """Say by how much the term has been extended so far, in this unit."""
        return sum(one.length for one in self.extended if one.unit is unit)

    def evolve(self, event: Any) -> "TermCourse":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; what does not touch the term changes nothing."""
        match event:
            case DocumentsAsked(ground=ground):
                documents = self.awaited.get(ground, frozenset()).union(event.documents)
                return replace(self, awaited={**self.awaited, ground: documents})
            case TermPaused():
                return replace(self, pauses=(*self.pauses, PauseKept(event, self.gone_on)))
            case TermResumed(ground=ground):
                awaited = {one: them for one, them in self.awaited.items() if one != ground}
                pauses = tuple(one.ended_by(event) for one in self.pauses)
                return replace(self, awaited=awaited, pauses=pauses)
            case TermExtended():
                return replace(self, extended=(*self.extended, event))
            case CaseForwarded() | CaseRegistered():
                return self._come_or_gone(event)
            case _:
                return self

    def _come_or_gone(self, event: CaseForwarded | CaseRegistered) -> "TermCourse":
        """End with the case what keeps its term still: who has it no more waits for nothing."""
        if isinstance(event, CaseRegistered):
            return replace(self, gone_on=None)
        pauses = tuple(one.ended_on(event.on) for one in self.pauses)
        return replace(self, awaited={}, pauses=pauses, gone_on=event.on)
