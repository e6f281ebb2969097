"""8.1(5): what the term of a case counts from, and whether its windows tell that as it is.

A deliverer counts dates from what its window told, and the next window passes it on: so who tells
a wrong start answers for it, and not who counted rightly from that.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from events.intake import ApplicationForwarded
from events.intake_course import CaseTransferred, FeeTaken
from events.law.course_told import begins_on
from events.law.deadlines import NoTerm, ServiceTerm, term_of
from events.law.norm_book import Standard
from events.law.variant import TermStart
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import (
    Evidence,
    Kind,
    NotYet,
    Rule,
    Sentence,
    Undecidable,
    Verdict,
)
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import day_after, refs, signer, standard_of, told_by


class StartTold(NamedTuple):
    """What a window told another lane that the term counts from."""

    told: Entry
    start: TermStart


def starts_told(file: CaseFile) -> Iterator[StartTold]:
    """Give what the case's windows told deliverers and each other."""
    for told in file.all(ApplicationForwarded, CaseTransferred):
        data = told.data
        start = data.start if isinstance(data, ApplicationForwarded) else data.case.start
        if start is not None and told.lane in file.windows:
            yield StartTold(told, start)


def start_of(file: CaseFile, accepted: Entry, up_to: Entry | None = None) -> TermStart:
    """Give what the term counts from, by what had been told when an entry was, or by all.

    The last fee before acceptance counts; what was taken after it only if nothing was before.
    """
    taken = [one for one in file.all(FeeTaken) if one.lane in file.windows]
    paid = [one for one in taken if up_to is None or told_by(one, up_to)]
    before = [one for one in paid if one.lane == accepted.lane and one.seq < accepted.seq]
    counts = before[-1:] or paid[:1]
    return TermStart(
        variant=accepted.data.variant,
        accepted_on=accepted.on,
        paid_on=counts[0].on if counts else None,
    )


class _Begins(NamedTuple):
    term: ServiceTerm
    on: date


def _differs(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find a start by which another term counts, or from another day, than the case's own."""
    accepted, told = file.accepted, list(starts_told(file))
    standard = standard_of(file, day) if told else None
    if isinstance(standard, Undecidable):
        yield standard
    if accepted is None or standard is None or isinstance(standard, Undecidable):
        return
    for one in told:
        if _is_right(file, accepted, one, standard):
            continue
        if day.covers(file.windows, one.told.on):
            yield _evidence(file, day, accepted, one.told)
        else:  # A window that is not heard up to that day may have taken the fee.
            yield NotYet(until=day_after(day.day))


def _is_right(file: CaseFile, accepted: Entry, one: StartTold, standard: Standard) -> bool:
    """Say whether a start is so, or was when it was told, or is what its window was told itself."""
    true = (start_of(file, accepted), start_of(file, accepted, one.told))
    brought = [other.start for other in starts_told(file) if _hands_over(other.told, one.told.lane)]
    begins = _begins(standard, one.start)
    as_told = begins is not None and begins.term.as_told
    return as_told or begins in [_begins(standard, other) for other in (*true, *brought)]


def _hands_over(told: Entry, lane: str) -> bool:
    return isinstance(told.data, CaseTransferred) and told.data.to_lane == lane


def _begins(standard: Standard, start: TermStart) -> _Begins | None:
    """Give the term and its first day; None while it has not begun, or where there is none."""
    try:
        term = term_of(standard, start.variant)
        return _Begins(term, begins_on(term, start))
    except NoTerm:
        return None


def _evidence(file: CaseFile, day: LedgerDay, accepted: Entry, told: Entry) -> Evidence:
    return Evidence(
        charged=signer(told, day),
        began=told.ref,
        subject=file.subject,
        event_ids=refs(accepted, *_fees(file), told),
    )


def _fees(file: CaseFile) -> Sequence[Entry]:
    return [one for one in file.all(FeeTaken) if one.lane in file.windows]


START_DIFFERS: Final[Rule[CaseFile]] = Rule(
    name="start_differs",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The window told a wrong start of the term.",
        kk="Қабылдау орны мерзімнің басталуын қате хабарлады.",
        ru="Пункт приёма сообщил неверное начало срока.",
    ),
    cites=kz("8.1(5)"),
    judge=_differs,
)

RULES: Final = (START_DIFFERS,)
