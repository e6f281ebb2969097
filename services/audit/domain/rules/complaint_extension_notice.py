"""19.6: the notice of an extension gives its reasons, and comes in the medium of the complaint."""

from collections.abc import Iterator
from typing import Final

from events.complaints import ExtensionNotified
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer


def _without_reasons(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for stage in file.once(day, stage_files):
        for notice in stage.all(ExtensionNotified):
            if not notice.data.reasons_given:
                yield _evidence(file, day, notice)


def _wrong_medium(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for stage in file.once(day, stage_files):
        for notice in stage.all(ExtensionNotified):
            if notice.data.medium != stage.lodged.data.medium:
                yield _evidence(file, day, notice, stage.lodged)


def _evidence(file: CaseFile, day: LedgerDay, notice: Entry, *shown: Entry) -> Evidence:
    return Evidence(
        charged=signer(notice, day),
        began=notice.ref,
        subject=file.subject,
        event_ids=refs(notice, *shown),
    )


EXTENSION_WITHOUT_REASONS: Final[Rule[CaseFile]] = Rule(
    name="extension_without_reasons",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The notice of the extension gave no reasons.",
        kk="Ұзарту себептері көрсетілмеген.",
        ru="Не указаны причины продления.",
    ),
    cites=kz("19.6"),
    judge=_without_reasons,
)

EXTENSION_WRONG_MEDIUM: Final[Rule[CaseFile]] = Rule(
    name="extension_wrong_medium",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The notice of the extension came in the wrong medium.",
        kk="Хабарлама шағымның нысанына сай емес.",
        ru="Уведомление направлено не в той форме, в которой подана жалоба.",
    ),
    cites=kz("19.6"),
    judge=_wrong_medium,
)

RULES: Final = (EXTENSION_WITHOUT_REASONS, EXTENSION_WRONG_MEDIUM)
