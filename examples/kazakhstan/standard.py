"""The standard of the scenario's service: an apostille, shortened to what the plain case needs.

After the rules of the Ministry of Justice on the apostille (order 58 of 27 May 2020); the term of
three working days and the codes are the scenario's own.
"""

from datetime import date
from typing import Final

from events.law.norms import Document, StandardContents, Term
from events.law.term import Unit
from events.law.variant import Applies
from examples.kazakhstan.agencies import JUSTICE, JUSTICE_ALMATY
from services.provider.domain.commands import ApproveStandard, RecordRegistration

SERVICE: Final = "apostille"
EDITION: Final = "1"
DOCUMENTS: Final = ("application", "identity_document", "document_to_certify")

CONTENTS: Final = StandardContents(
    deliverers=(JUSTICE_ALMATY,),
    approver=JUSTICE,
    name="Apostille on official documents of bodies of justice",
    procedure="Taken in at a centre or by the portal; decided by the territorial body of justice.",
    result_kinds=("e_document", "paper"),
    terms=(
        Term(
            term_id="result-centre",
            applies_when=Applies(channel=("centre",)),
            length=3,
            unit=Unit.WORKING_DAY,
            calendar="kz",
        ),
        Term(
            term_id="result-portal",
            applies_when=Applies(channel=("portal",)),
            length=1,
            unit=Unit.WORKING_DAY,
            calendar="kz",
        ),
    ),
    channels=("centre", "portal"),
    documents=tuple(Document(code=code) for code in DOCUMENTS),
    refusal_grounds=("unreliable_documents", "sample_mismatch"),
    acceptance_refusal_grounds=("expired_document",),
    complaint_path="kz-19",
)


def approve() -> ApproveStandard:
    """Approve the edition (7.1)."""
    return ApproveStandard(
        service_code=SERVICE,
        edition=EDITION,
        contents=CONTENTS,
        act_no="order 58",
        effective_from=date(2024, 4, 29),
    )


def register() -> RecordRegistration:
    """Record its registration (7.2)."""
    return RecordRegistration(service_code=SERVICE, edition=EDITION, registration_no="R-2024-58")
