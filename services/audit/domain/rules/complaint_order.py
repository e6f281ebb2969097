"""19.2, 19.3: a complaint goes from stage to stage, and skips none."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from events.complaints import ComplaintDecided
from events.complaints import Verdict as Outcome
from events.law.complaint_terms import DELIVERER
from events.law.complaint_way import Way
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile
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
from services.audit.domain.rules.complaint_lanes import bodies_lanes
from services.audit.domain.rules.complaint_term import StageTerm, stage_terms
from services.audit.domain.rules.complaint_way import with_ways
from services.audit.domain.rules.facts import day_after, refs, signer

DISCONTENT: Final = (
    "The applicant may go on from a decision in the applicant's favour: 19.2 speaks of one who is "
    "not content with the central body's decision, «шешіміне қанағаттанбаған жағдайда»"
)
NO_LANE: Final = Undecidable(reason="the body of the stage before keeps no lane")
_SUBJECTIVE_FROM: Final = 3
"""Stages up to the second open if the complaint was not satisfied: an objective condition."""


@with_ways(ComplaintDecided)
def _skipped(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find decisions at a stage that nothing at the stage before has opened.

    An unsatisfied complaint opens it, one satisfied in part, and a term that passed in silence.
    """
    decided, number = stage.decided, _number(day, stage, way)
    if decided is None or number == 1:
        return
    before = _before(file, day, stage, number)
    if any(_opened(one, decided.on) for one in before):
        return
    lanes = _lanes(day, way, number - 1)
    if not lanes:
        yield NO_LANE
    elif not day.covers(lanes, decided.on):
        yield NotYet(until=day_after(day.day))
    else:
        satisfied = _satisfied(before, decided.on)
        yield Evidence(
            charged=signer(decided, day),
            began=decided.ref,
            subject=file.subject,
            event_ids=refs(stage.lodged, decided, *satisfied),
            reading=DISCONTENT if satisfied and number >= _SUBJECTIVE_FROM else None,
            article=way.article(number - 1),
        )


def _number(day: LedgerDay, stage: StageFile, way: Way) -> int:
    """Give the stage; a body of a later one, which decides as if it were earlier, skips as well."""
    agency = signer(stage.lodged, day)
    own = (at for at, one in enumerate(way.stages, 1) if one.agency == agency)
    return max(stage.stream.stage, next(own, 1))


def _before(file: CaseFile, day: LedgerDay, stage: StageFile, number: int) -> list[StageTerm]:
    """Give this complaint at the stage before, at bodies that had to examine it there."""
    found = (one for _, one in file.once(day, stage_terms) if isinstance(one, StageTerm))
    return [
        one
        for one in found
        if one.stage.stream.complaint_id == stage.stream.complaint_id
        and one.stage.stream.stage == number - 1
        and one.way.examines(signer(one.stage.lodged, day), number - 1)
    ]


def _opened(before: StageTerm, on: date) -> bool:
    decided, ended, due = before.stage.decided, before.stage.ended, before.term.due
    if decided is not None and decided.on <= on and decided.data.outcome is not Outcome.SATISFIED:
        return True
    return due < on and (ended is None or ended.on > due)


def _lanes(day: LedgerDay, way: Way, number: int) -> Sequence[str]:
    found = way.at(number)
    local = way.local_body if found.stage.body == DELIVERER else None
    agencies = {found.agency, *(() if local is None else (local,))}
    return [lane for agency in sorted(agencies) for lane in bodies_lanes(day, agency)]


def _satisfied(before: Sequence[StageTerm], on: date) -> list[Entry]:
    decided = (one.stage.decided for one in before)
    return [
        one
        for one in decided
        if one is not None and one.on <= on and one.data.outcome is Outcome.SATISFIED
    ]


COMPLAINT_STAGE_SKIPPED: Final[Rule[CaseFile]] = Rule(
    name="complaint_stage_skipped",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A stage was skipped.",
        kk="Шағым алдыңғы кезеңнен өтпей қаралды.",
        ru="Жалоба рассмотрена с пропуском стадии.",
    ),
    cites=kz("19.2, 19.3"),
    judge=_skipped,
)

RULES: Final = (COMPLAINT_STAGE_SKIPPED,)
