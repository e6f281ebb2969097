"""What stands in the way of a case's term: documents awaited, open pauses, extensions (8.1(5))."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.law.term import Unit
from events.provider import TermPaused
from events.provider_course import DocumentsAsked, TermExtended, TermResumed


class TermCourse(Struct, frozen=True, kw_only=True):
    """The course of one term as the deliverer's own events tell it."""

    awaited: Mapping[str, frozenset[str]] = {}
    """Ground -> documents that the applicant was asked for on it, until the term goes on."""
    paused: Mapping[str, TermPaused] = {}
    """Ground -> the pause on it, until the term goes on."""
    extended: tuple[TermExtended, ...] = ()

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
            case TermPaused(ground=ground):
                return replace(self, paused={**self.paused, ground: event})
            case TermResumed(ground=ground):
                awaited = {one: them for one, them in self.awaited.items() if one != ground}
                paused = {one: pause for one, pause in self.paused.items() if one != ground}
                return replace(self, awaited=awaited, paused=paused)
            case TermExtended():
                return replace(self, extended=(*self.extended, event))
            case _:
                return self
