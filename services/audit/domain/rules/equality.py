"""4.2: foreign applicants get a service on the same terms as citizens."""

from collections.abc import Iterator
from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.documents import EXTRA_DOCUMENT_ASKED
from services.audit.domain.rules.fees import FEE_TAKEN_FOR_FREE_SERVICE, FEE_TOO_HIGH
from services.audit.domain.rules.refusal import REFUSAL_GROUND_UNLISTED

FOREIGN: Final = ("foreign", "stateless", "foreign_legal")
"""Classes of applicants whom 4.2 promises the terms of citizens and own legal persons."""
CONDITIONS: Final = (
    FEE_TOO_HIGH,
    FEE_TAKEN_FOR_FREE_SERVICE,
    EXTRA_DOCUMENT_ASKED,
    REFUSAL_GROUND_UNLISTED,
)
"""What may show a condition that the standard does not know (8.1(6)-(8))."""


def _unequal(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Point at what a foreign applicant met outside the standard; why, a person must ask."""
    applicants = () if file.lodged is None else file.lodged.data.applicants
    if any(one.citizenship in FOREIGN for one in applicants):
        for rule in CONDITIONS:
            yield from (one for one in rule.judge(file, day) if isinstance(one, Evidence))


UNEQUAL_TERMS: Final[Rule[CaseFile]] = Rule(
    name="unequal_terms",
    kind=Kind.HINT,
    sentence=Sentence(
        en="A foreign applicant met a condition outside the standard.",
        kk="Шетелдік алушыға стандартта жоқ шарт қойылды.",
        ru="Иностранному получателю поставлено условие, не предусмотренное стандартом.",
    ),
    cites=kz("4.2"),
    judge=_unequal,
)

RULES: Final = (UNEQUAL_TERMS,)
