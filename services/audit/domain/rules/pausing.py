"""8.1(5): a term is paused or extended as its standard says, and not otherwise.

What is beyond the standard is counted back in (`moved_term.py`). Beyond it is also a pause told to
last longer than the standard lets it, and an extension beyond the standard's sum: both are acts
that the standard does not know. A pause that was resumed late is no act: its days only count.
"""

from collections.abc import Iterator
from typing import Final

from events.law.calendar_view import CalendarView
from events.law.course import pause_limit
from events.law.norms import Pause, StandardContents
from events.law.predicates import pause_on
from events.law.working_days import CalendarGap
from events.provider import TermPaused
from events.provider_course import TermExtended
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import refs, signer, standard_of
from services.audit.domain.rules.moved_term import extensions_told
from services.audit.domain.rules.service_deadline import service_deadline
from services.audit.domain.rules.term_count import TermCount


def _unfounded(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find pauses and extensions on a ground, or for a time, outside the standard."""
    told = [one for one in file.all(TermPaused, TermExtended) if one.lane in file.deliverers]
    standard = standard_of(file, day) if told else None
    if isinstance(standard, Undecidable):
        yield standard
    elif standard is not None:
        deadline = file.once(day, service_deadline)
        count = deadline.counting if isinstance(deadline, Deadline) else None
        pauses = _pauses(file, day, standard.contents, count)
        beyond = (*pauses, *_extensions(file, standard.contents))
        for one in beyond:
            yield Evidence(
                charged=signer(one, day), began=one.ref, subject=file.subject, event_ids=refs(one)
            )


def _pauses(
    file: CaseFile, day: LedgerDay, contents: StandardContents, count: TermCount | None
) -> Iterator[Entry]:
    for paused in file.all(TermPaused):
        norm = pause_on(contents, paused.data.ground)
        told_here = paused.lane in file.deliverers
        if told_here and (norm is None or _too_long(paused, norm, day, count)):
            yield paused


def _too_long(paused: Entry, norm: Pause, day: LedgerDay, count: TermCount | None) -> bool:
    """Say whether a pause was told to last beyond its limit, by either calendar.

    They are the one known when the pause was told (protocol H7), and the latest. Where no calendar
    counts the limit, it is not said.
    """
    until = paused.data.until
    if until is None or count is None:
        return False
    try:
        views, week = (_known(paused, day, count), count.latest), count.term.term.week
        limits = [pause_limit(norm, paused.on, view, week) for view in views]
    except (CalendarGap, ValueError, OverflowError):
        return False
    return all(limit is not None and until > limit for limit in limits)


def _known(paused: Entry, day: LedgerDay, count: TermCount) -> CalendarView:
    told, calendars = paused.data.told, count.term.calendars(day.norms.calendars)
    version = None if told is None else told.calendar_version
    return calendars.known_when_told(version or "", paused.on)


def _extensions(file: CaseFile, contents: StandardContents) -> Iterator[Entry]:
    """Give what is beyond the standard's sum; what another deliverer told, none needs to know."""
    for lane in file.deliverers:
        for told in extensions_told(file, contents, (lane,)):
            if told.allowed < told.extended.data.length:
                yield told.extended


PAUSE_UNFOUNDED: Final[Rule[CaseFile]] = Rule(
    name="pause_unfounded",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The term was paused or extended on a ground, or for a time, outside the standard.",
        kk="Мерзім стандартта көзделмеген негізбен немесе уақытқа тоқтатылды не ұзартылды.",
        ru="Срок приостановлен или продлён по основанию или на время, "
        "не предусмотренные стандартом.",
    ),
    cites=kz("8.1(5)"),
    judge=_unfounded,
)

RULES: Final = (PAUSE_UNFOUNDED,)
