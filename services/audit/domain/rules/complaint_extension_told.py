"""19.6: who complained is told of an extension three working days before the original term."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from events.complaints import ExaminationExtended
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_count import notice_of
from services.audit.domain.rules.complaint_term import StageTerm, with_terms
from services.audit.domain.rules.facts import day_after, refs, signer

DAY_COUNTS: Final = (
    "The third working day before the last day is in time: 19.6 «келгенге дейін үш жұмыс күнінен "
    "кешіктірмей» does not ask for three clear days"
)


@with_terms(ExaminationExtended)
def _told_late(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find notices after the last day to tell; on the day that strictly is too late, arguable."""
    for extended in term.stage.all(ExaminationExtended):
        notice = notice_of(term.stage, extended)
        if notice is None or notice.on <= term.term.tell_by_strictly:
            continue
        certain = notice.on > term.term.tell_by
        due = term.term.tell_by if certain else term.term.tell_by_strictly
        reading = None if certain else DAY_COUNTS
        yield _evidence(file, day, term, extended, due, notice=notice, reading=reading)


@with_terms(ExaminationExtended)
def _not_told(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find extensions of which nothing was told, unless the examination had ended by then."""
    stage, due = term.stage, term.term.tell_by
    for extended in stage.all(ExaminationExtended):
        owed = max(due, extended.on)
        if notice_of(stage, extended) or (stage.ended is not None and stage.ended.on <= owed):
            continue
        if day.day <= owed or not day.covers([stage.lane], owed):
            yield NotYet(until=day_after(max(owed, day.day)))
        else:
            yield _evidence(file, day, term, extended, due)


def _evidence(
    file: CaseFile,
    day: LedgerDay,
    term: StageTerm,
    extended: Entry,
    due: date,
    *,
    notice: Entry | None = None,
    reading: str | None = None,
) -> Evidence:
    return Evidence(
        charged=signer(extended, day),
        began=extended.ref,
        subject=file.subject,
        event_ids=refs(term.stage.lodged, extended, notice),
        due_on=due,
        days_late=None if notice is None else (notice.on - due).days,
        calendar_version=term.term.calendar_version,
        reading=reading,
    )


EXTENSION_NOTICE_LATE: Final[Rule[CaseFile]] = Rule(
    name="extension_notice_late",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The applicant was told of the extension late.",
        kk="Ұзарту туралы мерзім келгенге дейін кемінде үш жұмыс күні бұрын хабарланбады.",
        ru="О продлении сообщено позднее чем за три рабочих дня до срока.",
    ),
    cites=kz("19.6"),
    judge=_told_late,
)

EXTENSION_NOT_TOLD: Final[Rule[CaseFile]] = Rule(
    name="extension_not_told",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The applicant was not told of the extension.",
        kk="Ұзарту туралы хабарланбады.",
        ru="О продлении не сообщено.",
    ),
    cites=kz("19.6"),
    judge=_not_told,
)

RULES: Final = (EXTENSION_NOTICE_LATE, EXTENSION_NOT_TOLD)
