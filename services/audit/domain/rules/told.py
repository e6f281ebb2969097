"""4.1(1): what the applicant is told is right."""

from collections.abc import Iterator
from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import TERM_OF_STANDARD, edition_cited, kz
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import refs, signer
from services.audit.domain.rules.service_deadline import with_deadline
from services.audit.domain.rules.told_later import told_later

CITES: Final = {**kz("4.1(1)"), "nl": TERM_OF_STANDARD}
AS_TOLD: Final = Undecidable(reason="the norm leaves the date to what the applicant is told")


@with_deadline
def _told_wrong(file: CaseFile, day: LedgerDay, deadline: Deadline) -> Iterator[Verdict]:
    """Find a date told that is not the lawful one by the calendar known that day."""
    if deadline.known is None:
        yield AS_TOLD
        return
    accepted, lawful = deadline.accepted, deadline.lawful
    if accepted.data.told.due_on != lawful:
        yield Evidence(
            charged=signer(accepted, day),
            began=accepted.ref,
            subject=file.subject,
            event_ids=refs(accepted),
            due_on=lawful,
            calendar_version=deadline.known.versions_between(accepted.on, lawful),
            norm_edition=edition_cited(CITES, day.jurisdiction, deadline.standard),
        )
    yield from told_later(file, day, deadline)


TOLD_WRONG: Final[Rule[CaseFile]] = Rule(
    name="told_wrong",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The applicant was told a wrong due date.",
        kk="Алушыға қате мерзім хабарланды.",
        ru="Получателю сообщён неверный срок.",
    ),
    cites=CITES,
    judge=_told_wrong,
)
