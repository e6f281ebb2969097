"""19.2, 19.3, 19.5: every body examines a complaint within its working days (T-stage)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_term import StageTerm, with_terms
from services.audit.domain.rules.facts import day_after, open_from, refs, signer

DECISION_ENDS: Final = (
    "The decision ends the examination, not its sending to the applicant: "
    "19.2 «қарауға» does not say what ends it"
)
NOT_COMPETENT: Final = (
    "The term binds the body that 19.2, 19.3 and 19.5 name: "
    "for another one the law sets no time to send the complaint on"
)


@with_terms()
def _late(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find a complaint that was not answered, withdrawn or sent on by the last day.

    Silence is no event: it is found when the body has closed that day. A withdrawal after it heals
    nothing, and court moves nothing (19.8).
    """
    stage, due = term.stage, term.term.due
    if stage.ended is not None and stage.ended.on <= due:
        return
    if day.day <= due or not day.covers([stage.lane], due):
        yield NotYet(until=day_after(max(due, day.day)))
        return
    still_open = open_from(day, [stage.lane])
    yield _breach(file, day, term, still_open)
    if stage.ended is None and still_open <= term.last:  # Certain only after that date, too.
        yield NotYet(until=day_after(max(term.last, day.day)))


def _breach(file: CaseFile, day: LedgerDay, term: StageTerm, still_open: date) -> Evidence:
    stage, due, ended = term.stage, term.term.due, term.stage.ended
    return Evidence(
        charged=signer(stage.lodged, day),
        began=stage.lodged.ref,
        subject=file.subject,
        event_ids=refs(stage.lodged, stage.registered, *term.term.moved_by, stage.decided, ended),
        due_on=due,
        days_late=None if ended is None else (ended.on - due).days,
        calendar_version=term.term.calendar_version,
        reading=_reading(day, term, still_open),
        article=term.way.article(stage.stream.stage),
    )


def _reading(day: LedgerDay, term: StageTerm, still_open: date) -> str | None:
    """Name the fewest readings under which there is no breach; None if it is certain."""
    stage = term.stage
    if not term.way.examines(signer(stage.lodged, day), stage.stream.stage):
        return NOT_COMPETENT
    ended_on = _on(stage.ended, still_open)
    kept = [term.kept(ended_on), term.kept(_on(stage.decided, ended_on), DECISION_ENDS)]
    fewest = min((one for one in kept if one is not None), key=len, default=None)
    return None if fewest is None else ". ".join(fewest)


def _on(act: Entry | None, otherwise: date) -> date:
    return otherwise if act is None else act.on


COMPLAINT_STAGE_LATE: Final[Rule[CaseFile]] = Rule(
    name="complaint_stage_late",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The complaint was not examined within the term of the law.",
        kk="Шағым заңда белгіленген мерзімде қаралмады.",
        ru="Жалоба не рассмотрена в установленный законом срок.",
    ),
    cites=kz("19.2, 19.3, 19.5"),
    judge=_late,
)

RULES: Final = (COMPLAINT_STAGE_LATE,)
