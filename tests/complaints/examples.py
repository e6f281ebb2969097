"""One good example of each thing that a body is asked or says: an apostille was refused."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.complaints import About, Respondent, Verdict
from events.law.complaint_path import TakenIn
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.complaints.application.knowing import competence
from services.complaints.domain import (
    answering,
    applicants_acts,
    examining,
    extending,
    receiving,
    restoring,
)
from services.complaints.domain.commands import (
    CheckRestoration,
    DecideComplaint,
    DemandRestoration,
    ExtendExamination,
    ForwardComplaint,
    LodgeComplaint,
    MakeCheck,
    NotifyExtension,
    NotifyOutcome,
    RegisterComplaint,
    ReportCourtAction,
    ReportCourtOutcome,
    SendDecision,
    WithdrawComplaint,
)
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from tests.complaints.realm import KNOWN, STAGE_1_LANE, STRANGER
from tests.given import TODAY, given, live

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
ID: Final = "c0a8e4b2d7f14c3a4f10433808ba46bd"
DUE: Final = date(2024, 5, 14)
"""Five working days from Friday 3 May: 4, 6, 10, 13, 14 (Saturday 4 is worked; 7 to 9 are off)."""
TELL_BY: Final = date(2024, 5, 6)
"""Three working days before: 13, 10, 6."""
YEARS_LATER: Final = date(2029, 1, 1)

LODGE: Final = LodgeComplaint(
    complaint_id=ID,
    stage=1,
    case_id=CASE,
    service_code="apostille",
    respondent=Respondent(agency=JUSTICE_ALMATY, kind="deliverer"),
    about=(About(kind="decision", event=f"{DELIVERY_LANE}/delivery-{CASE}:2"),),
    medium="paper",
    handed_in_at=WINDOW_LANE,
    received_on=TODAY,
    previous=f"{STAGE_1_LANE}/complaint-{ID}-0:4",
    taken_in=TakenIn(standard_edition="1", deliverer=JUSTICE_ALMATY),
)
REGISTER: Final = RegisterComplaint(complaint_id=ID, registration_no="C-9")
FORWARD: Final = ForwardComplaint(
    complaint_id=ID, to_agency=JUSTICE_ALMATY, to_lane=STAGE_1_LANE, reason="not_competent"
)
EXTEND: Final = ExtendExamination(
    complaint_id=ID, by_days=10, ground="information", reasons=("answer_awaited",)
)
NOTIFY: Final = NotifyExtension(complaint_id=ID, medium="paper", reasons_given=True)
CHECK: Final = MakeCheck(complaint_id=ID, on_site=True)
DECIDE: Final = DecideComplaint(
    complaint_id=ID,
    outcome=Verdict.SATISFIED,
    reasons_given=True,
    reasons=("ground_not_in_standard",),
    participation="took_part",
    measures=("result_issued",),
    measures_by=date(2024, 5, 20),
    unlawful_act=True,
    causes=("form_out_of_date",),
    contested_officers=("o-1111",),
)
SEND: Final = SendDecision(complaint_id=ID, medium="paper", tells_next_step=True)
OUTCOME: Final = NotifyOutcome(complaint_id=ID, summary=("ground_not_in_standard",))
DEMAND: Final = DemandRestoration(
    complaint_id=ID,
    to_agency=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
    measures=("result_issued",),
    by=date(2024, 5, 20),
)
RESTORED: Final = CheckRestoration(complaint_id=ID, timely=True, full=True)
WITHDRAW: Final = WithdrawComplaint(complaint_id=ID)
COURT: Final = ReportCourtAction(complaint_id=ID, court="almaty-administrative")
COURT_SAID: Final = ReportCourtOutcome(
    complaint_id=ID, court="almaty-administrative", outcome="overturned"
)

ABSENT: Final = Complaint(complaint_id=ID, stage=1)
LODGED: Final = given(ABSENT, *receiving.lodge(ABSENT, LODGE, live()))


def at(agency: str, lodged: Complaint = LODGED) -> Competence:
    """Say who must examine this complaint, as known at a body."""
    return competence(KNOWN, agency, lodged.lodged)


HERE: Final = at(JUSTICE_ALMATY)
ELSEWHERE: Final = at(STRANGER)
AT_THE_AUTHORITY: Final = at(AUTHORITY)
UNKNOWN: Final = Competence(agency=JUSTICE_ALMATY)

REGISTERED: Final = given(LODGED, *receiving.register(LODGED, REGISTER, live(), HERE))
GONE: Final = given(LODGED, *receiving.forward(LODGED, FORWARD, live(), ELSEWHERE, JUSTICE_ALMATY))
EXTENDED: Final = given(REGISTERED, *extending.extend(REGISTERED, EXTEND, live(), HERE))
DECIDED: Final = given(REGISTERED, *examining.decide(REGISTERED, DECIDE, live(), HERE))
REFUSED: Final = given(
    REGISTERED,
    *examining.decide(
        REGISTERED,
        replace(DECIDE, outcome=Verdict.REFUSED, unlawful_act=False),
        live(),
        HERE,
    ),
)
ANSWERED: Final = given(DECIDED, *answering.send_decision(DECIDED, SEND, live()))
DEMANDED: Final = given(
    ANSWERED, *restoring.demand(ANSWERED, DEMAND, live(), AT_THE_AUTHORITY, JUSTICE_ALMATY)
)
WITHDRAWN: Final = given(LODGED, *applicants_acts.withdraw(LODGED, WITHDRAW, live()))
EVERY_STATUS: Final = {
    Status.ABSENT: ABSENT,
    Status.LODGED: LODGED,
    Status.ELSEWHERE: GONE,
    Status.REGISTERED: REGISTERED,
    Status.DECIDED: DECIDED,
    Status.ANSWERED: ANSWERED,
    Status.WITHDRAWN: WITHDRAWN,
}


def but(*statuses: Status) -> list[Complaint]:
    """Give an example of every other state."""
    return [state for status, state in EVERY_STATUS.items() if status not in statuses]
