"""Two standards with what a whole case meets: a document that a body holds, a fee, pauses, waits.

After the registers of service standards of the Republic of Kazakhstan (adilet); shortened, with
codes of the scenario's own. A fee of 1,846 tenge is half a month's index (MRP) of 2024.
"""

from datetime import date
from typing import Final

from events.common import Money
from events.deciding import Command
from events.law.norms import (
    Document,
    Extension,
    Fee,
    InquiryTerm,
    Pause,
    PauseEffect,
    StandardContents,
    Term,
    Waits,
)
from events.law.term import Unit
from events.law.variant import Applies
from examples.almaty.agencies import ARCHITECTURE
from examples.kazakhstan.agencies import JUSTICE, JUSTICE_ALMATY
from services.provider.domain.commands import ApproveStandard, RecordRegistration

ADDRESS: Final = "address-record"
LAND: Final = "land-act"
EDITION: Final = "1"
SITE_PLAN: Final = "site_plan"
CADASTRAL_PLAN: Final = "cadastral_plan"
BROUGHT: Final = ("application", "identity_document")
FEE: Final = Money(minor=184_600, currency="KZT")


def working_days(term_id: str, days: int, ends_at: str = "result") -> Term:
    """Give a term of working days by the calendar of Kazakhstan."""
    return Term(term_id=term_id, ends_at=ends_at, length=days, unit=Unit.WORKING_DAY, calendar="kz")


def _held(document: str, holder: str) -> tuple[Document, ...]:
    return (*(Document(code=code) for code in BROUGHT), Document(code=document, source=holder))


ADDRESS_RECORD: Final = StandardContents(
    deliverers=(JUSTICE_ALMATY,),
    approver=JUSTICE,
    name="Record of the address of real property",
    procedure="Taken in at a centre; the site plan is asked of its holder, never of the applicant.",
    result_kinds=("e_document", "paper", "register_record"),
    terms=(working_days("result-centre", 3), working_days("refusal", 2, "refusal")),
    pauses=(
        Pause(
            ground="documents_awaited",
            effect=PauseEffect.CONTINUE,
            length=30,
            unit=Unit.CALENDAR_DAY,
        ),
    ),
    extension=Extension(grounds=("site_visit",), length=5, unit=Unit.WORKING_DAY),
    channels=("centre", "own_window"),
    documents=_held(SITE_PLAN, ARCHITECTURE),
    fees=(Fee(applies_when=Applies(channel=("centre",)), amount=FEE),),
    refusal_grounds=("unreliable_documents", "sample_mismatch"),
    acceptance_refusal_grounds=("expired_document",),
    waits=Waits(applying=20, collecting=20),
    registration=working_days("registration", 1),
    storage=Term(term_id="storage", length=1, unit=Unit.MONTH, calendar="kz"),
    inquiries=(InquiryTerm(documents=(SITE_PLAN,), term=working_days("inquiry", 1)),),
    complaint_path="kz-19",
)

LAND_ACT: Final = StandardContents(
    deliverers=("kegen-akimat",),
    approver=JUSTICE,
    name="Act on the right to a plot of land",
    procedure="Taken in at a centre; the cadastral plan is asked of its holder.",
    result_kinds=("paper",),
    terms=(working_days("result-centre", 5),),
    channels=("centre",),
    documents=_held(CADASTRAL_PLAN, "kegen-land"),
    refusal_grounds=("unreliable_documents",),
    acceptance_refusal_grounds=("expired_document",),
    inquiries=(InquiryTerm(term=working_days("inquiry", 1)),),
    complaint_path="kz-19",
)


def norms() -> list[tuple[str, Command]]:
    """Approve and register both, as commands of the ministry's lane."""
    told: list[tuple[str, Command]] = []
    for code, contents in ((ADDRESS, ADDRESS_RECORD), (LAND, LAND_ACT)):
        approve = ApproveStandard(
            service_code=code,
            edition=EDITION,
            contents=contents,
            act_no=f"order on {code}",
            effective_from=date(2024, 4, 29),
        )
        register = RecordRegistration(
            service_code=code, edition=EDITION, registration_no=f"R-2024-{code}"
        )
        told += [(f"{code}/1", approve), (f"{code}/1/in-use", register)]
    return told
