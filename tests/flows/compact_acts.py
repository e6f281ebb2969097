"""What officers do in the compact play, each with the little that the play does not vary."""

import hashlib
from datetime import date
from typing import Final, NamedTuple

from events.common import Money
from events.complaints import About, Respondent, Verdict
from events.deciding import Command
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from events.provider import Outcome
from events.words import Form
from examples.almaty import agencies as a
from examples.almaty.standards import ADDRESS, BROUGHT, FEE, SITE_PLAN
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.complaints.domain.commands import DecideComplaint, DemandRestoration, LodgeComplaint
from services.intake.domain.commands import AcceptApplication, HandOutResult, LodgeApplication
from services.intake.domain.commands_course import HandInComplaint, TakeFee, TransferCase
from services.provider.domain.commands import Decide
from services.provider.domain.commands_course import AnswerInquiry, RestoreRights
from tests.given import made_at

WINDOWS: Final = {
    "paused": WINDOW_LANE,
    "moved": WINDOW_LANE,
    "paper": WINDOW_LANE,
    "disputed": a.SECOND_WINDOW,
    "withdrawn": a.SECOND_WINDOW,
    "left": a.SECOND_WINDOW,
    "undecided": a.OWN_WINDOW,
}
"""Case -> the window that it comes to."""
CASES: Final = {case: made_at(lane, case) for case, lane in WINDOWS.items()}
"""Case -> its id."""
COMPLAINT: Final = made_at(a.SECOND_WINDOW, "complaint")
MEASURE: Final = "decision_changed"
RESPONDENT: Final = Respondent(agency=JUSTICE_ALMATY, kind="deliverer")


class Deed(NamedTuple):
    """What an officer of a lane does."""

    lane: str
    command: Command


def applicant_of(case: str) -> str:
    """Give the id of the one who asks."""
    return hashlib.sha256(f"{case}, applicant".encode()).hexdigest()[:16]


def taken_in(case: str, *, form: Form = "electronic") -> list[Deed]:
    """Lodge, pay and accept; what is electronic goes on by itself."""
    lane = WINDOWS[case]
    channel = "own_window" if lane == a.OWN_WINDOW else "centre"
    applicant = Applicant(applicant_id=applicant_of(case), kind="natural", citizenship="citizen")
    lodge = LodgeApplication(
        case_id=CASES[case],
        service_code=ADDRESS,
        variant=Variant(channel=channel, form=form),
        applicants=(applicant,),
        language="kk",
        documents_presented=BROUGHT,
    )
    money = Money(minor=FEE.minor, currency=FEE.currency)
    fee = TakeFee(case_id=CASES[case], amount=money, method="card", receipt_no=f"F-1-{case}")
    accept = AcceptApplication(
        case_id=CASES[case],
        documents_accepted=BROUGHT,
        identified="identity_card",
        signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
        identifier="iin",
        receipt_no=f"A-1-{case}",
        deliverer=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
    )
    paid = [fee] if channel == "centre" else []
    return [Deed(lane, one) for one in (lodge, *paid, accept)]


def transferred(case: str, lane: str, agency: str, to_lane: str) -> Deed:
    moved = TransferCase(
        case_id=CASES[case], to_agency=agency, to_lane=to_lane, reason="moved_house"
    )
    return Deed(lane, moved)


def answered(case: str) -> Deed:
    """Answer the question for the site plan, which bears an id that follows from the case."""
    registered = f"{DELIVERY_LANE}/delivery-{CASES[case]}:1"
    id_ = hashlib.sha256(f"{registered}\n{SITE_PLAN}".encode()).hexdigest()[:32]
    inquiry = f"{DELIVERY_LANE}/inquiry-{id_}:1"
    answer = AnswerInquiry(inquiry=inquiry, outcome="provided", documents=(SITE_PLAN,))
    return Deed(a.HOLDER_LANE, answer)


def decided(case: str, kind: str = "e_document") -> Deed:
    decide = Decide(
        case_id=CASES[case], outcome=Outcome.GRANTED, reasons_given=True, result_kind=kind
    )
    return Deed(DELIVERY_LANE, decide)


def handed_out(case: str, lane: str, carrier: Carrier = Carrier.ELECTRONIC) -> Deed:
    hand_out = HandOutResult(
        case_id=CASES[case], carrier=carrier, to="applicant", identified="identity_card"
    )
    return Deed(lane, hand_out)


def complained(case: str, lane: str, agency: str, to_lane: str) -> Deed:
    hand_in = HandInComplaint(
        complaint_id=COMPLAINT,
        case_id=CASES[case],
        service_code=ADDRESS,
        to_agency=agency,
        to_lane=to_lane,
        respondent=RESPONDENT,
        about=(decision_of(case),),
        medium="electronic",
    )
    return Deed(lane, hand_in)


def escalated(case: str, stage: int, lane: str) -> Deed:
    lodge = LodgeComplaint(
        complaint_id=COMPLAINT,
        stage=stage,
        case_id=CASES[case],
        service_code=ADDRESS,
        respondent=RESPONDENT,
        about=(decision_of(case),),
        medium="electronic",
    )
    return Deed(lane, lodge)


def decision_of(case: str) -> About:
    """Name the decision of a case that was registered, then decided."""
    return About(kind="decision", event=f"{DELIVERY_LANE}/delivery-{CASES[case]}:2")


def ruled(stage: int, lane: str, outcome: Verdict, by: date | None = None) -> Deed:
    ruling = DecideComplaint(
        complaint_id=COMPLAINT,
        stage=stage,
        outcome=outcome,
        reasons_given=True,
        reasons=("plan_read_again",),
        participation="offered",
        measures=() if by is None else (MEASURE,),
        measures_by=by,
        unlawful_act=by is not None,
        causes=() if by is None else ("plan_not_checked",),
    )
    return Deed(lane, ruling)


def demanded(by: date) -> Deed:
    demand = DemandRestoration(
        complaint_id=COMPLAINT,
        stage=3,
        to_agency=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
        measures=(MEASURE,),
        by=by,
    )
    return Deed(a.LAST_STAGE, demand)


def restored(case: str, cause: str) -> Deed:
    restore = RestoreRights(
        case_id=CASES[case], complaint_id=COMPLAINT, cause=cause, measures=(MEASURE,)
    )
    return Deed(DELIVERY_LANE, restore)
