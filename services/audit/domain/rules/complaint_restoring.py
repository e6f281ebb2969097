"""19.4(3), 19.5(2): infringed rights are restored, by the day that a decision or a demand sets."""

from collections.abc import Iterator
from typing import Final

from events.complaints import ComplaintDecided
from events.complaints_after import RestorationDemanded
from events.law.complaint_way import Way
from events.law.working_days import CalendarGap
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile
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
from services.audit.domain.rules.complaint_asked import Asked, by_decision, by_demands
from services.audit.domain.rules.complaint_lanes import providers_lanes
from services.audit.domain.rules.complaint_way import with_ways
from services.audit.domain.rules.facts import day_after, refs

NO_CASE: Final = Undecidable(reason="rights are restored in a case, and the complaint names none")
NO_LANE: Final = Undecidable(reason="who must restore rights keeps no lane")


@with_ways(ComplaintDecided)
def _not_restored(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find measures of a decision in the applicant's favour that were not taken by its day."""
    asked = by_decision(day, stage, way)
    if asked is not None:
        yield from _judged(file, day, asked)


@with_ways(RestorationDemanded)
def _not_met(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find demands of the quality authority that were not met by their day."""
    for asked in by_demands(day, stage, way):
        yield from _judged(file, day, asked)


def _judged(file: CaseFile, day: LedgerDay, asked: Asked) -> Iterator[Verdict]:
    """Judge by the lanes of who owes it, and of the body, which may say that it was done."""
    lanes = providers_lanes(day, asked.agency)
    if file.lodged is None or not lanes:
        yield NO_CASE if file.lodged is None else NO_LANE
        return
    try:
        due, calendar = asked.due(file, day)
    except (CalendarGap, OverflowError) as gap:
        yield Undecidable(reason=str(gap))
        return
    met = asked.met(file, day)
    if met is not None and met.on <= due:
        return
    if day.day <= due or not day.covers([*lanes, asked.stage.lane], due):
        yield NotYet(until=day_after(max(due, day.day)))
        return
    yield Evidence(
        charged=asked.agency,
        began=asked.entry.ref,
        subject=file.subject,
        event_ids=refs(asked.entry, met),
        due_on=due,
        days_late=None if met is None else (met.on - due).days,
        calendar_version=calendar.versions_between(asked.entry.on, due),
    )


RIGHTS_NOT_RESTORED: Final[Rule[CaseFile]] = Rule(
    name="rights_not_restored",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="Infringed rights were not restored.",
        kk="Бұзылған құқықтар қалпына келтірілмеді.",
        ru="Нарушенные права не восстановлены.",
    ),
    cites=kz("19.4(3)"),
    judge=_not_restored,
)

DEMAND_NOT_MET: Final[Rule[CaseFile]] = Rule(
    name="demand_not_met",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The demand was not met.",
        kk="Құқықтарды қалпына келтіру туралы талап орындалмады.",
        ru="Требование о восстановлении прав не исполнено.",
    ),
    cites=kz("19.5(2)"),
    judge=_not_met,
)

RULES: Final = (RIGHTS_NOT_RESTORED, DEMAND_NOT_MET)
