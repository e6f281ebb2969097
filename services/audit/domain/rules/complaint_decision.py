"""19.4, 19.5(1): a decision on a complaint has reasons, reaches the applicant, looks for causes."""

from collections.abc import Iterator
from typing import Final

from events.complaints import ComplaintDecided
from events.law.complaint_way import Way
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_term import StageTerm, with_terms
from services.audit.domain.rules.complaint_way import with_ways
from services.audit.domain.rules.facts import day_after, open_from, refs, signer


def _without_reasons(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for stage in file.once(day, stage_files):
        for decided in stage.all(ComplaintDecided):
            if not decided.data.reasons_given:
                yield _evidence(file, day, decided)


@with_terms(ComplaintDecided)
def _not_sent(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find decisions that are still not sent when the stage's term is over.

    What is sent late is late in its stage; a complaint withdrawn by then needs no answer.
    """
    stage, decided = term.stage, term.stage.decided
    if decided is None or stage.sent is not None:
        return
    due = max(term.term.due, decided.on)
    if stage.ended is not None and stage.ended.on <= due:
        return
    if day.day <= due or not day.covers([stage.lane], due):
        yield NotYet(until=day_after(max(due, day.day)))
        return
    still_open = open_from(day, [stage.lane])
    kept = term.kept(still_open)
    yield Evidence(
        charged=signer(decided, day),
        began=decided.ref,
        subject=file.subject,
        event_ids=refs(stage.lodged, decided),
        due_on=due,
        calendar_version=term.term.calendar_version,
        reading=None if kept is None else ". ".join(kept),
    )
    if still_open <= term.last:  # Certain only after that date, too.
        yield NotYet(until=day_after(max(term.last, day.day)))


@with_ways(ComplaintDecided)
def _causes_not_studied(
    file: CaseFile, day: LedgerDay, stage: StageFile, way: Way
) -> Iterator[Verdict]:
    for decided in stage.all(ComplaintDecided):
        last = way.is_last_word(signer(decided, day), stage.stream.stage)
        if last and not decided.data.causes:
            yield _evidence(file, day, decided)


def _evidence(file: CaseFile, day: LedgerDay, decided: Entry) -> Evidence:
    return Evidence(
        charged=signer(decided, day),
        began=decided.ref,
        subject=file.subject,
        event_ids=refs(decided),
    )


DECISION_WITHOUT_REASONS: Final[Rule[CaseFile]] = Rule(
    name="decision_without_reasons",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The decision on the complaint has no reasons.",
        kk="Шағым бойынша шешім дәлелденбеген.",
        ru="Решение по жалобе не мотивировано.",
    ),
    cites=kz("19.4"),
    judge=_without_reasons,
)

DECISION_NOT_SENT: Final[Rule[CaseFile]] = Rule(
    name="decision_not_sent",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The decision was not sent to the applicant.",
        kk="Шағым бойынша шешім алушыға жіберілмеді.",
        ru="Решение по жалобе не направлено получателю.",
    ),
    cites=kz("19.4"),
    judge=_not_sent,
)

CAUSES_NOT_STUDIED: Final[Rule[CaseFile]] = Rule(
    name="causes_not_studied",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The causes were not studied.",
        kk="Шағымды қанағаттандырмау себептері зерделенбеді.",
        ru="Причины неудовлетворения жалобы не изучены.",
    ),
    cites=kz("19.5(1)"),
    judge=_causes_not_studied,
)

RULES: Final = (DECISION_WITHOUT_REASONS, DECISION_NOT_SENT, CAUSES_NOT_STUDIED)
