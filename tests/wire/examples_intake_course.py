"""Examples of what else a window says: fees, papers, moves, complaints, outages."""

from datetime import date
from typing import Final

from events.common import Money
from events.complaints import About, Respondent
from events.intake import Applicant, Carrier
from events.intake_course import (
    ApplicationWithdrawn,
    CaseAtWindow,
    CaseTakenOver,
    CaseTransferred,
    ComplaintHandedIn,
    DocumentsSupplemented,
    FeeTaken,
    OutageRecorded,
    ResultReturned,
)
from events.law.complaint_path import TakenIn
from tests.wire.example import (
    BOTH,
    CASE,
    COMPLAINT,
    COMPLAINT_LANE,
    DELIVERER,
    DELIVERER_LANE,
    LODGED_AT,
    LODGED_ON,
    OTHER_WINDOW,
    OTHER_WINDOW_LANE,
    SEALED,
    TOLD,
    WINDOW,
    Example,
    readers,
)
from tests.wire.examples_intake import STREAM, VARIANT

FEE: Final = FeeTaken(
    on=LODGED_ON,
    at=LODGED_AT,
    amount=Money(minor=184_600, currency="KZT"),
    method="card",
    receipt_no="F-2024-31",
    sealed=(SEALED,),
)
SUPPLEMENTED: Final = DocumentsSupplemented(
    on=date(2024, 5, 7), documents=("diploma",), carrier=Carrier.PAPER, sealed=(SEALED,)
)
WITHDRAWN: Final = ApplicationWithdrawn(
    on=date(2024, 5, 7), applicants=("a-51c1",), sealed=(SEALED,)
)
AT_WINDOW: Final = CaseAtWindow(
    service_code="apostille",
    standard_edition="1",
    variant=VARIANT,
    applicants=(Applicant(applicant_id="a-51c0", kind="natural", citizenship="citizen"),),
    receipt_no="2024-000117",
    deliverer=DELIVERER,
    deliverer_lane=DELIVERER_LANE,
    told=TOLD,
    accepted_on=LODGED_ON,
    paid_on=LODGED_ON,
)
TRANSFERRED: Final = CaseTransferred(
    on=date(2024, 5, 7),
    to_agency=OTHER_WINDOW,
    to_lane=OTHER_WINDOW_LANE,
    reason="moved",
    case=AT_WINDOW,
)
TAKEN_OVER: Final = CaseTakenOver(
    on=date(2024, 5, 8),
    from_agency=OTHER_WINDOW,
    from_lane=OTHER_WINDOW_LANE,
    case=AT_WINDOW,
)
RETURNED: Final = ResultReturned(
    on=date(2024, 6, 11), carrier=Carrier.PAPER, to_lane=DELIVERER_LANE
)
HANDED_IN: Final = ComplaintHandedIn(
    on=date(2024, 5, 13),
    complaint_id=COMPLAINT,
    case_id=CASE,
    service_code="apostille",
    to_agency=DELIVERER,
    to_lane=COMPLAINT_LANE,
    respondent=Respondent(agency=DELIVERER, kind="deliverer"),
    about=(
        About(kind="decision", event=f"{DELIVERER_LANE}/delivery-{CASE}:5"),
        About(kind="item", item="8.1(8)"),
    ),
    medium="paper",
    taken_in=TakenIn(standard_edition="1", deliverer=DELIVERER),
    sealed=(SEALED,),
)
OUTAGE: Final = OutageRecorded(
    on=date(2024, 5, 6),
    from_at="2024-05-06T04:00:00Z",
    until_at="2024-05-06T05:30:00Z",
    services=("apostille",),
)

ALL_THREE: Final = readers(WINDOW, DELIVERER, OTHER_WINDOW)
EXAMPLES: Final = {
    "intake.fee_taken.v1": Example(stream=STREAM, to=BOTH, data=FEE),
    "intake.documents_supplemented.v1": Example(
        stream=STREAM,
        to=BOTH,
        causationid=f"{DELIVERER_LANE}/delivery-{CASE}:3",
        data=SUPPLEMENTED,
    ),
    "intake.application_withdrawn.v1": Example(stream=STREAM, to=BOTH, data=WITHDRAWN),
    "intake.case_transferred.v1": Example(stream=STREAM, to=ALL_THREE, data=TRANSFERRED),
    "intake.case_taken_over.v1": Example(
        stream=STREAM,
        to=ALL_THREE,
        causationid=f"{OTHER_WINDOW_LANE}/{STREAM}:5",
        data=TAKEN_OVER,
    ),
    "intake.result_returned.v1": Example(stream=STREAM, to=BOTH, data=RETURNED),
    "intake.complaint_handed_in.v1": Example(
        stream=f"complaint-{COMPLAINT}", to=BOTH, data=HANDED_IN
    ),
    "intake.outage_recorded.v1": Example(stream="outage-2024-05-06", to=WINDOW, data=OUTAGE),
}
