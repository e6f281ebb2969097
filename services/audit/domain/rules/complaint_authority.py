"""19.5(2), 19.5(3): the quality authority demands that rights be restored, and watches that."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from events.complaints import ComplaintDecided
from events.complaints_after import RestorationChecked, RestorationDemanded
from events.law.complaint_way import Way
from events.law.counting import months_on
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import (
    Evidence,
    Kind,
    NotYet,
    Rule,
    Sentence,
    Verdict,
)
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_asked import Asked, by_decision, by_demands
from services.audit.domain.rules.complaint_way import with_ways
from services.audit.domain.rules.facts import day_after, refs, signer

HALF_A_YEAR: Final = 6
"""Months within which a check is looked for; the law sets no time."""
NO_TIME: Final = "The check may still come: 19.5(3) sets no time for it"


@with_ways(ComplaintDecided)
def _not_demanded(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find an unlawful act that the authority established without demanding anything.

    The law sets no time, so a later demand heals it.
    """
    decided = stage.decided
    if decided is None or not decided.data.unlawful_act or not _is_authority(day, stage, way):
        return
    if stage.first(RestorationDemanded) is not None:
        return
    if day.day <= decided.on or not day.covers([stage.lane], decided.on):
        yield NotYet(until=day_after(max(decided.on, day.day)))
        return
    yield Evidence(
        charged=signer(decided, day),
        began=decided.ref,
        subject=file.subject,
        event_ids=refs(decided),
    )


@with_ways(ComplaintDecided)
def _not_checked(file: CaseFile, day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Verdict]:
    """Find demands, or else decisions with measures, of which the authority did not see the end."""
    for asked in _watched(day, stage, way):
        met, checked = asked.met(file, day), _check_of(asked)
        in_time = met is not None and met.on <= asked.by
        begun = met.on if met is not None and in_time else asked.by
        due = _half_a_year_after(begun)
        if checked is not None and checked.on <= due:
            continue
        if day.day <= due or not day.covers([stage.lane], due):
            yield NotYet(until=day_after(max(due, day.day)))
            continue
        yield Evidence(
            charged=signer(asked.entry, day),
            began=asked.entry.ref,
            subject=file.subject,
            event_ids=refs(asked.entry, met, checked),
            due_on=due,
            days_late=None if checked is None else (checked.on - due).days,
            reading=NO_TIME,
        )


def _watched(day: LedgerDay, stage: StageFile, way: Way) -> Sequence[Asked]:
    decision = by_decision(day, stage, way) if _is_authority(day, stage, way) else None
    return list(by_demands(day, stage, way)) or ([] if decision is None else [decision])


def _check_of(asked: Asked) -> Entry | None:
    checks = asked.stage.all(RestorationChecked)
    return next((one for one in checks if one.on >= asked.entry.on), None)


def _half_a_year_after(begun: date) -> date:
    """Anybody may tell a day next to the last of all dates: nothing comes half a year after it."""
    try:
        return months_on(begun, HALF_A_YEAR)
    except ValueError:
        return date.max


def _is_authority(day: LedgerDay, stage: StageFile, way: Way) -> bool:
    return way.is_last_word(signer(stage.lodged, day), stage.stream.stage)


RESTORATION_NOT_DEMANDED: Final[Rule[CaseFile]] = Rule(
    name="restoration_not_demanded",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="An unlawful act was found and no demand sent.",
        kk="Заңсыз әрекет анықталса да, құқықты қалпына келтіру талабы жіберілмеді.",
        ru="При установлении незаконного действия требование о восстановлении прав не направлено.",
    ),
    cites=kz("19.5(2)"),
    judge=_not_demanded,
)

RESTORATION_NOT_CHECKED: Final[Rule[CaseFile]] = Rule(
    name="restoration_not_checked",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="Restoration was not checked.",
        kk="Шағымның қанағаттандырылуы бақыланбады.",
        ru="Удовлетворение жалобы не проконтролировано.",
    ),
    cites=kz("19.5(3)"),
    judge=_not_checked,
)

RULES: Final = (RESTORATION_NOT_DEMANDED, RESTORATION_NOT_CHECKED)
