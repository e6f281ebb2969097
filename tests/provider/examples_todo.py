"""What a deliverer has on its to-do list: cases so far, and what other lanes say to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from events.audit import FindingSuperseded
from events.common import Act, Told
from events.complaints import ComplaintDecided, Verdict
from events.complaints_after import RestorationDemanded
from events.envelope import Recorded
from events.intake import ApplicationAccepted, Signed
from events.law.norms import StandardContents
from events.law.variant import Variant
from events.provider_course import InquiryReceived
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.provider.domain import asking, delivering, pausing, restoring
from services.provider.projections.todo import todo
from services.todo import Office, Task
from tests.complaints.realm import STAGE_3_LANE, known
from tests.given import TODAY, live
from tests.provider import examples as e
from tests.provider import examples_course as c
from tests.provider.realm import DELIVERER
from tests.todo_events import said, tasks

DUE: Final = date(2024, 5, 10)
"""Three working days from Friday 3 May."""
TO_CENTRE: Final = date(2024, 5, 9)
"""A day before, a holiday or not."""
BY: Final = date(2024, 7, 10)
OFFICE: Final = Office(DELIVERY_LANE, JUSTICE_ALMATY, known(e.CONTENTS))
ACCEPTED: Final = ApplicationAccepted(
    on=TODAY,
    service_code=apostille.SERVICE,
    standard_edition=apostille.EDITION,
    variant=Variant(channel="centre", form="paper"),
    documents_accepted=apostille.DOCUMENTS,
    identified="identity_card",
    signed=Signed(by="applicant"),
    identifier="iin",
    receipt_no="A-117",
    deliverer=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
    told=Told(due_on=DUE, term_id="result-centre", norm_edition="apostille/1"),
)

REGISTERED: Final = tuple(delivering.register(e.ABSENT, e.REGISTER, live()))
DECIDED: Final = (*REGISTERED, *delivering.decide(e.REGISTERED, e.GRANT, live(), e.STANDARD))
SENT: Final = (*DECIDED, *delivering.send(e.DECIDED, e.SEND, live()))
REOPENED: Final = (*SENT, *restoring.reopen(e.SENT, c.REOPEN, live(), DELIVERER))
ASKED: Final = (
    *REGISTERED,
    *asking.ask_documents(e.REGISTERED, c.ASK_APPLICANT, live(), e.STANDARD),
)
PAUSED: Final = (*ASKED, *pausing.pause(c.ASKED_APPLICANT, e.PAUSE, live(), DELIVERER))
RECEIVED: Final = InquiryReceived(
    on=TODAY,
    inquiry="provider.other/inquiry-1:1",
    case_id=e.CASE,
    asker="other",
    kind="information",
    documents=("plan",),
    legal_basis="5.5(4)",
    told=Told(due_on=date(2024, 5, 4), term_id="inquiry", norm_edition="x/1"),
)
DEMAND: Final = RestorationDemanded(
    on=TODAY,
    to_agency=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
    measures=("decision_changed",),
    by=BY,
)
SATISFIED: Final = ComplaintDecided(
    on=TODAY,
    outcome=Verdict.SATISFIED,
    reasons_given=True,
    participation="none",
    measures=("fee_returned",),
    measures_by=date(2024, 5, 20),
)
SUPERSEDED: Final = FindingSuperseded(
    on=TODAY, finding_id="f" * 64, charged=JUSTICE_ALMATY, jurisdiction="kz", judged_day=TODAY
)


def own(*acts: Act) -> list[Recorded[Any]]:
    return said(DELIVERY_LANE, f"delivery-{e.CASE}", e.CASE, *acts)


def window(accepted: ApplicationAccepted = ACCEPTED) -> list[Recorded[Any]]:
    return said(WINDOW_LANE, f"application-{e.CASE}", e.CASE, accepted)


def complaint(*acts: Act, lane: str = STAGE_3_LANE) -> list[Recorded[Any]]:
    return said(lane, "complaint-c-1-3", e.CASE, *acts)


def listed(*events: Sequence[Recorded[Any]], office: Office = OFFICE) -> dict[str, Task]:
    return tasks(todo, office, *events)


def under(contents: StandardContents) -> Office:
    return Office(DELIVERY_LANE, JUSTICE_ALMATY, known(contents))
