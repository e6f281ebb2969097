"""One good example of each thing beside a case: a complaint, an outage."""

from typing import Final

from events.complaints import About, Respondent
from events.law.complaint_path import TakenIn
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.intake.domain.commands_course import HandInComplaint, RecordOutage
from services.intake.domain.complaint import ComplaintAtWindow
from services.intake.domain.outage import Outage
from tests.given import made_at
from tests.intake.examples import CASE
from tests.intake.realm import COMPLAINTS_LANE, HERE

COMPLAINT: Final = made_at(HERE, "complaint 1")
NO_COMPLAINT: Final = ComplaintAtWindow(complaint_id=COMPLAINT)
HAND_IN: Final = HandInComplaint(
    complaint_id=COMPLAINT,
    case_id=CASE,
    to_agency=JUSTICE_ALMATY,
    to_lane=COMPLAINTS_LANE,
    respondent=Respondent(agency=JUSTICE_ALMATY, kind="deliverer"),
    about=(About(kind="decision", event=f"provider.justice-almaty/delivery-{CASE}:5"),),
    medium="paper",
)
TAKEN_IN: Final = TakenIn(standard_edition="1", deliverer=JUSTICE_ALMATY)
"""How the request complained of was taken in here."""
NO_OUTAGE: Final = Outage(outage_id="2024-05-03-1")
RECORD: Final = RecordOutage(
    outage_id="2024-05-03-1",
    from_at="2024-05-03T04:00:00Z",
    until_at="2024-05-03T05:30:00Z",
    services=("apostille",),
)
