"""19.6: an examination takes longer only for a check or for information, and by so many days."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Final

from events.complaints import CheckMade, ExaminationExtended
from events.exchange import InquirySent
from events.law.complaint_way import Way
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_term import StageTerm, with_terms
from services.audit.domain.rules.complaint_way import with_ways
from services.audit.domain.rules.facts import day_after, refs, signer


@with_ways(ExaminationExtended)
def _too_long(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find the extension with which all of them together pass the limit."""
    extended = stage.all(ExaminationExtended)
    sums = accumulate(one.data.by_days for one in extended)
    for one, days in zip(extended, sums, strict=True):
        if days > way.path.extension_days:
            yield _evidence(file, day, one, *extended)
            return


@with_ways(ExaminationExtended)
def _unfounded(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    for extended in stage.all(ExaminationExtended):
        if extended.data.ground not in way.path.extension_grounds:
            yield _evidence(file, day, extended)


@with_terms(ExaminationExtended)
def _unused(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find extensions on a ground of the law after which nobody checked or asked anything.

    Looked at once the examination is over, or its last day is.
    """
    stage, listed = term.stage, term.way.path.extension_grounds
    over = term.last if stage.ended is None else stage.ended.on
    for extended in stage.all(ExaminationExtended):
        if extended.data.ground not in listed or _used(file, stage, extended, over):
            continue
        if day.day <= over or not day.covers([stage.lane], over):
            yield NotYet(until=day_after(max(over, day.day)))
        else:
            yield _evidence(file, day, extended, stage.ended)


def _used(file: CaseFile, stage: StageFile, extended: Entry, until: date) -> bool:
    asked = [one for one in file.all(InquirySent) if one.lane == stage.lane]
    return any(extended.on <= one.on <= until for one in (*stage.all(CheckMade), *asked))


def _evidence(file: CaseFile, day: LedgerDay, extended: Entry, *shown: Entry | None) -> Evidence:
    return Evidence(
        charged=signer(extended, day),
        began=extended.ref,
        subject=file.subject,
        event_ids=refs(extended, *shown),
    )


EXTENSION_TOO_LONG: Final[Rule[CaseFile]] = Rule(
    name="extension_too_long",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The time was extended by more than ten working days.",
        kk="Шағымды қарау мерзімі он жұмыс күнінен артық ұзартылды.",
        ru="Срок рассмотрения жалобы продлён более чем на десять рабочих дней.",
    ),
    cites=kz("19.6"),
    judge=_too_long,
)

EXTENSION_UNFOUNDED: Final[Rule[CaseFile]] = Rule(
    name="extension_unfounded",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The time was extended for another purpose than the law allows.",
        kk="Мерзім заңда көзделмеген мақсатпен ұзартылды.",
        ru="Срок продлён с целью, не предусмотренной законом.",
    ),
    cites=kz("19.6"),
    judge=_unfounded,
)

EXTENSION_UNUSED: Final[Rule[CaseFile]] = Rule(
    name="extension_unused",
    kind=Kind.HINT,
    sentence=Sentence(
        en="The time was extended, and neither a check nor an inquiry followed.",
        kk="Мерзім ұзартылды, бірақ тексеру де, сұрау салу да жүргізілмеді.",
        ru="Срок продлён, но ни проверки, ни запроса не последовало.",
    ),
    cites=kz("19.6(1), 19.6(2)"),
    judge=_unused,
)

RULES: Final = (EXTENSION_TOO_LONG, EXTENSION_UNFOUNDED, EXTENSION_UNUSED)
