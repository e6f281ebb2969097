"""Who there is in the small realm, and what its case is: a window, a deliverer, the authority."""

from datetime import date
from typing import Final

from events.audit import LaneRegistration
from events.deciding import Command
from events.intake import Applicant, Signed
from events.law.norms import Document, StandardContents, Term
from events.law.reference import load_reference
from events.law.term import Unit
from events.law.variant import Applies, Variant
from events.provider import Outcome
from services.audit.domain.commands import AdoptCalendar, RegisterAgency
from services.home import Home
from services.intake.domain.commands import AcceptApplication, LodgeApplication
from services.provider.domain.commands import ApproveStandard, Decide, RecordRegistration

AUTHORITY: Final = "authority"
CENTRE: Final = "centre"
DELIVERER: Final = "deliverer"
ELSEWHERE: Final = "elsewhere"
"""An agency whose software does not run in this home."""

AUDIT: Final = "audit.authority"
WINDOW: Final = "intake.centre"
DELIVERY: Final = "provider.deliverer"
LANES: Final = {AUDIT: AUTHORITY, WINDOW: CENTRE, DELIVERY: DELIVERER}
_READERS: Final = {WINDOW: (DELIVERER,), DELIVERY: (CENTRE,), AUDIT: ()}
_ROLES: Final = {
    AUTHORITY: ("quality_authority",),
    CENTRE: ("centre",),
    DELIVERER: ("deliverer", "approver"),
}

REALM: Final = "kz-test"
ZONE: Final = "Asia/Almaty"
FIRST_DAY: Final = date(2024, 5, 3)
BEFORE: Final = "2024-05-02T06:00:00Z"
SERVICE: Final = "apostille"
DOCUMENTS: Final = ("application", "identity_document")

STANDARD: Final = StandardContents(
    deliverers=(DELIVERER,),
    approver=DELIVERER,
    name="Apostille",
    procedure="Taken in at a centre.",
    result_kinds=("e_document",),
    terms=(
        Term(
            term_id="result",
            applies_when=Applies(channel=("centre",)),
            length=3,
            unit=Unit.WORKING_DAY,
            calendar="kz",
        ),
    ),
    channels=("centre",),
    documents=tuple(Document(code=code) for code in DOCUMENTS),
    refusal_grounds=("unreliable_documents",),
    acceptance_refusal_grounds=("expired_document",),
    complaint_path="kz-19",
)


def registrations(home: Home) -> list[tuple[str, Command]]:
    """Register all agencies, each with its lane and its key for grants."""
    told: list[tuple[str, Command]] = []
    for lane, agency in LANES.items():
        registration = LaneRegistration(
            lane=lane, key=home.vkey(lane).text, first_day=FIRST_DAY, readers=_READERS[lane]
        )
        register = RegisterAgency(
            agency=agency,
            roles=_ROLES[agency],
            jurisdiction="kz",
            zone=ZONE,
            week="5",
            grant_key=home.grant_key(agency),
            lanes=(registration,),
        )
        told.append((f"register/{agency}", register))
    return told


def norms() -> list[tuple[str, Command]]:
    """Adopt the calendars of the time."""
    return [
        (f"calendar/{one.version}", AdoptCalendar(calendar=one))
        for one in load_reference("kz")
        if one.adopted_on < FIRST_DAY
    ]


def standard() -> list[tuple[str, Command]]:
    """Approve the standard and put it in use."""
    approve = ApproveStandard(
        service_code=SERVICE,
        edition="1",
        contents=STANDARD,
        act_no="order 1",
        effective_from=FIRST_DAY,
    )
    register = RecordRegistration(service_code=SERVICE, edition="1", registration_no="R-1")
    return [("standard/1", approve), ("standard/1/in-use", register)]


def lodge(case_id: str, applicant_id: str) -> LodgeApplication:
    return LodgeApplication(
        case_id=case_id,
        service_code=SERVICE,
        variant=Variant(channel="centre", form="electronic"),
        applicants=(Applicant(applicant_id=applicant_id, kind="natural", citizenship="citizen"),),
        language="kk",
        documents_presented=DOCUMENTS,
    )


def accept(case_id: str) -> AcceptApplication:
    return AcceptApplication(
        case_id=case_id,
        documents_accepted=DOCUMENTS,
        identified="identity_card",
        signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
        identifier="iin",
        receipt_no="A-2024-000117",
        deliverer=DELIVERER,
        to_lane=DELIVERY,
    )


def decide(case_id: str) -> Decide:
    return Decide(
        case_id=case_id, outcome=Outcome.GRANTED, reasons_given=True, result_kind="e_document"
    )
