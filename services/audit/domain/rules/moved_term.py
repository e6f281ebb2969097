"""What moves the end of a term in a case: pauses and extensions that its standard allows (8.1(5)).

The days of others are counted back in.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from events.law.course import Course, Extended, Paused, allowed
from events.law.norms import Pause as PauseNorm
from events.law.norms import StandardContents
from events.law.predicates import pause_on
from events.provider import TermPaused
from events.provider_course import TermExtended, TermResumed
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry


class PauseTold(NamedTuple):
    """A pause with what ended it, and the norm that allows it."""

    paused: Entry
    resumed: Entry | None
    norm: PauseNorm

    @property
    def facts(self) -> Paused:
        """The same as the law counts it."""
        told: TermPaused = self.paused.data
        resumed_on = None if self.resumed is None else self.resumed.on
        return Paused(told.ground, self.paused.on, told.until, resumed_on)

    def up_to(self, entry: Entry) -> "PauseTold":
        """Leave out a resumption that was told only after an entry."""
        known = self.resumed is not None and _told_by(self.resumed, entry)
        return self if known else self._replace(resumed=None)


class ExtensionTold(NamedTuple):
    """An extension, and how much of it the standard still allowed."""

    extended: Entry
    allowed: int

    @property
    def facts(self) -> Extended:
        """The same as the law counts it."""
        return _facts(self.extended)


class Moved(NamedTuple):
    """All that moves the end of one term."""

    pauses: Sequence[PauseTold]
    extensions: Sequence[ExtensionTold]

    @property
    def entries(self) -> list[Entry]:
        """What tells it."""
        told = [one for pause in self.pauses for one in (pause.paused, pause.resumed)]
        return [one for one in told if one is not None] + [one.extended for one in self.extensions]

    @property
    def course(self) -> Course:
        """The same as the law counts it."""
        return Course([one.facts for one in self.pauses], [one.facts for one in self.extensions])

    @property
    def nothing(self) -> bool:
        """Whether the term stands as it began."""
        return not self.pauses and not self.extensions

    def up_to(self, entry: Entry) -> "Moved":
        """Give what had moved it when an entry was told, with that entry."""
        pauses = [one.up_to(entry) for one in self.pauses if _told_by(one.paused, entry)]
        extensions = [one for one in self.extensions if _told_by(one.extended, entry)]
        return Moved(pauses, extensions)


NOTHING = Moved((), ())


def moved(file: CaseFile, contents: StandardContents) -> Moved:
    """Read out of a case what lawfully moved its term."""
    if not file.all(TermPaused, TermExtended):
        return NOTHING
    extensions = [one for one in extensions_told(file, contents) if one.allowed]
    return Moved(list(_pauses(file, contents)), extensions)


def _pauses(file: CaseFile, contents: StandardContents) -> Iterator[PauseTold]:
    """Give pauses on a listed ground, each with what its lane said first to end it."""
    resumptions = file.all(TermResumed)
    for paused in file.all(TermPaused):
        norm = pause_on(contents, paused.data.ground)
        if norm is not None and paused.lane in file.deliverers:
            ends = [one for one in resumptions if _ends(one, paused)]
            yield PauseTold(paused, min(ends, key=lambda one: one.seq, default=None), norm)


def _ends(resumed: Entry, paused: Entry) -> bool:
    later = resumed.lane == paused.lane and resumed.seq > paused.seq
    return later and resumed.data.ground == paused.data.ground


def extensions_told(file: CaseFile, contents: StandardContents) -> list[ExtensionTold]:
    """Give all extensions; of each is allowed what is left of the standard's sum, on its ground."""
    told = [one for one in file.all(TermExtended) if one.lane in file.deliverers]
    days = allowed(contents, [_facts(one) for one in told])
    return [ExtensionTold(one, some) for one, some in zip(told, days, strict=True)]


def _facts(extended: Entry) -> Extended:
    data: TermExtended = extended.data
    return Extended(data.ground, extended.on, data.length, data.unit)


def _told_by(one: Entry, entry: Entry) -> bool:
    """Say whether something had been told when an entry was: by its lane, or by its day."""
    return one.seq <= entry.seq if one.lane == entry.lane else one.on <= entry.on
