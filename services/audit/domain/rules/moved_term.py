"""What moves the end of a term in a case: pauses and extensions that its standard allows (8.1(5)).

The days of others are counted back in. The term is the case's: what one deliverer lawfully told
moves it for the next, too. A pause ends at the latest when its deliverer has the case no more.
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
from services.audit.domain.rules.facts import told_by
from services.audit.domain.rules.having import had, left

Lanes = Sequence[str]


class PauseTold(NamedTuple):
    """A pause with what ended it, and the norm that allows it."""

    paused: Entry
    ended: Entry | None
    """The resumption, or that the case left its deliverer."""
    norm: PauseNorm

    @property
    def facts(self) -> Paused:
        """The same as the law counts it."""
        told: TermPaused = self.paused.data
        ended_on = None if self.ended is None else self.ended.on
        return Paused(told.ground, self.paused.on, told.until, ended_on)

    def up_to(self, entry: Entry) -> "PauseTold":
        """Leave out an end that was told only after an entry.

        What a deliverer tells on the day on which the window sends the case on comes before that.
        """
        ended = self.ended
        known = ended is not None and told_by(ended, entry)
        if known and ended is not None and ended.lane != entry.lane == self.paused.lane:
            known = ended.on < entry.on
        return self if known else self._replace(ended=None)


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
        told = [one for pause in self.pauses for one in (pause.paused, pause.ended)]
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
        pauses = [one.up_to(entry) for one in self.pauses if told_by(one.paused, entry)]
        extensions = [one for one in self.extensions if told_by(one.extended, entry)]
        return Moved(pauses, extensions)


NOTHING = Moved((), ())


def moved(file: CaseFile, contents: StandardContents, lanes: Lanes | None = None) -> Moved:
    """Read out of a case what lawfully moved its term.

    Args:
        file: the case.
        contents: of its standard.
        lanes: whose acts alone are known to who counts; None: of all deliverers.
    """
    if not file.all(TermPaused, TermExtended):
        return NOTHING
    known = file.deliverers if lanes is None else lanes
    extensions = [one for one in extensions_told(file, contents, known) if one.allowed]
    return Moved(list(_pauses(file, contents, known)), extensions)


def _pauses(file: CaseFile, contents: StandardContents, lanes: Lanes) -> Iterator[PauseTold]:
    """Give pauses on a listed ground, each with what ended it first."""
    for paused in file.all(TermPaused):
        norm = pause_on(contents, paused.data.ground)
        if norm is not None and paused.lane in lanes and had(file, paused):
            ends = [one for one in (_resumed(file, paused), left(file, paused)) if one is not None]
            yield PauseTold(paused, min(ends, key=lambda one: one.on, default=None), norm)


def _resumed(file: CaseFile, paused: Entry) -> Entry | None:
    ends = [one for one in file.all(TermResumed) if _ends(one, paused)]
    return min(ends, key=lambda one: one.seq, default=None)


def _ends(resumed: Entry, paused: Entry) -> bool:
    later = resumed.lane == paused.lane and resumed.seq > paused.seq
    return later and resumed.data.ground == paused.data.ground


def extensions_told(
    file: CaseFile, contents: StandardContents, lanes: Lanes
) -> list[ExtensionTold]:
    """Give the extensions of lanes that had the case.

    Of each is allowed what is left of the standard's sum, on its ground.
    """
    told = [one for one in file.all(TermExtended) if one.lane in lanes and had(file, one)]
    days = allowed(contents, [_facts(one) for one in told])
    return [ExtensionTold(one, some) for one, some in zip(told, days, strict=True)]


def _facts(extended: Entry) -> Extended:
    data: TermExtended = extended.data
    return Extended(data.ground, extended.on, data.length, data.unit)
