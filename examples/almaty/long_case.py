"""One case from the window to the last stage of a complaint, and its rights restored (model, 4).

Accepted on Friday 3 May 2024 for three working days, decided and handed out in time; the applicant
complains of the decision on 13 May, is refused at the first stage, left in silence at the second,
and satisfied at the third, which demands a new decision by 10 July.
"""

import hashlib
from collections.abc import Mapping
from typing import Final, NamedTuple

from events.common import Money
from events.complaints import About, Respondent
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from events.provider import Outcome
from examples.almaty import agencies as a
from examples.almaty.standards import ADDRESS, BROUGHT, FEE, SITE_PLAN
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from examples.kazakhstan.cases import DESK, HALL, Mint, Step
from services.driver import Personal
from services.intake.domain.commands import (
    AcceptApplication,
    HandOutResult,
    LodgeApplication,
)
from services.intake.domain.commands_course import HandInComplaint, TakeFee
from services.provider.domain.commands import Decide
from services.provider.domain.commands_course import AnswerInquiry

IIN: Final = "760308140711"
NUMBER: Final = "000119"
RECEIPT: Final = f"A-2024-{NUMBER}"
LODGING: Final = f"desk4/{NUMBER}"
PERSON: Final[Mapping[str, bytes]] = {
    "applicant.iin": IIN.encode(),
    "applicant.name": "Үлгі Азаматқызы".encode(),
    "applicant.phone": b"+7 700 000 00 00",
}
"""Nobody's: an invented number with a right check digit, a name that says "sample"."""
ARCHIVE: Final = f"{a.ARCHITECTURE}/archive/o-4b77"


class Ids(NamedTuple):
    """The ids of the case, its applicant, its complaint and what the lanes make of them."""

    case_id: str
    applicant_id: str
    complaint_id: str

    @property
    def inquiry(self) -> str:
        """The question for the site plan, as the deliverer's lane names it."""
        registered = f"{DELIVERY_LANE}/delivery-{self.case_id}:1"
        id_ = hashlib.sha256(f"{registered}\n{SITE_PLAN}".encode()).hexdigest()[:32]
        return f"{DELIVERY_LANE}/inquiry-{id_}:1"

    @property
    def decision(self) -> str:
        """The decision that is complained of."""
        return f"{DELIVERY_LANE}/delivery-{self.case_id}:2"


def ids(mint: Mint) -> Ids:
    """Mint the ids at the window.

    Args:
        mint: of the window's lane; (command id, name) -> id.
    """
    return Ids(
        mint(LODGING, "case"), mint(LODGING, "applicant"), mint(f"{LODGING}/complaint", "complaint")
    )


def delivery(mint: Mint) -> list[Step]:
    """Give the acts of officers up to the complaint; what policies do follows by itself."""
    known = ids(mint)
    return [*_taken_in(known), *_delivered(known)]


def _taken_in(known: Ids) -> list[Step]:
    fee = TakeFee(
        case_id=known.case_id,
        amount=Money(minor=FEE.minor, currency=FEE.currency),
        method="card",
        receipt_no=f"F-{NUMBER}",
    )
    accept_id, person = f"{LODGING}/accept", Personal(known.applicant_id, PERSON)
    return [
        Step("2024-05-03T05:05:00Z", WINDOW_LANE, HALL, LODGING, _lodge(known), person),
        Step("2024-05-03T05:05:20Z", WINDOW_LANE, HALL, f"{LODGING}/fee", fee),
        Step("2024-05-03T05:05:40Z", WINDOW_LANE, HALL, accept_id, _accept(known), person),
    ]


def _lodge(known: Ids) -> LodgeApplication:
    applicant = Applicant(applicant_id=known.applicant_id, kind="natural", citizenship="citizen")
    return LodgeApplication(
        case_id=known.case_id,
        service_code=ADDRESS,
        variant=Variant(channel="centre", form="electronic"),
        applicants=(applicant,),
        language="kk",
        documents_presented=BROUGHT,
        ticket_at="2024-05-03T04:51:00Z",
        called_at="2024-05-03T05:04:00Z",
    )


def _accept(known: Ids) -> AcceptApplication:
    """Accept it with the officer's signature, on the applicant's written consent (14.4)."""
    return AcceptApplication(
        case_id=known.case_id,
        documents_accepted=BROUGHT,
        identified="identity_card",
        signed=Signed(by="officer", eds_algorithm="gost-2015", verified=True),
        identifier="iin",
        consent_on="2024-05-03",
        receipt_no=RECEIPT,
        deliverer=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
    )


def _delivered(known: Ids) -> list[Step]:
    answer = AnswerInquiry(inquiry=known.inquiry, outcome="provided", documents=(SITE_PLAN,))
    decide = Decide(
        case_id=known.case_id,
        outcome=Outcome.GRANTED,
        reasons_given=True,
        result_kind="e_document",
    )
    hand_out = HandOutResult(
        case_id=known.case_id,
        carrier=Carrier.ELECTRONIC,
        to="applicant",
        identified="identity_card",
        ticket_at="2024-05-10T08:41:00Z",
        called_at="2024-05-10T08:55:00Z",
    )
    at_desk, at_window = f"decide/{known.case_id}", f"hand-out/{known.case_id}"
    complaint = _complaint(known)
    return [
        Step("2024-05-04T04:30:00Z", a.HOLDER_LANE, ARCHIVE, f"answer/{known.inquiry}", answer),
        Step("2024-05-06T06:30:00Z", DELIVERY_LANE, DESK, at_desk, decide),
        Step("2024-05-10T09:00:00Z", WINDOW_LANE, HALL, at_window, hand_out),
        Step("2024-05-13T05:10:00Z", WINDOW_LANE, HALL, f"{LODGING}/complaint", complaint),
    ]


def _complaint(known: Ids) -> HandInComplaint:
    return HandInComplaint(
        complaint_id=known.complaint_id,
        case_id=known.case_id,
        service_code=ADDRESS,
        to_agency=JUSTICE_ALMATY,
        to_lane=a.FIRST_STAGE,
        respondent=Respondent(agency=JUSTICE_ALMATY, kind="deliverer"),
        about=(About(kind="decision", event=known.decision),),
        medium="electronic",
    )
