"""Whether who is asked for something was shown that (24; protocol I3, C5)."""

from collections.abc import Iterator
from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import everywhere
from services.audit.domain.rules.facts import refs, signer


def _not_addressed(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find acts that name another lane while its agency is not shown them.

    Either they are not for it to read, or the register has it as no reader of the lane, so that
    no record of them is ever cut for it. They count for nothing else: nobody owes an answer to
    what it was never shown.
    """
    for act in file.unaddressed:
        yield Evidence(
            charged=signer(act, day), began=act.ref, subject=file.subject, event_ids=refs(act)
        )


NOT_ADDRESSED: Final[Rule[CaseFile]] = Rule(
    name="not_addressed",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An act that asks another agency for something was not addressed or not shipped to it.",
        kk="Басқа органнан әрекет сұраған жазба сол органға жолданбаған немесе жеткізілмеген.",
        ru="Запись, требующая действия другого органа, ему не адресована или не передана.",
    ),
    cites=everywhere("I3"),
    judge=_not_addressed,
)

RULES: Final = (NOT_ADDRESSED,)
