"""One good example of each thing that a deliverer says in the course of a case, and as a holder."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from events.common import Money
from events.law.norms import PauseEffect
from events.law.term import Unit
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.provider.domain import asking, extending, moving, pausing, restoring
from services.provider.domain.answering import Answering, answering_id
from services.provider.domain.commands_course import (
    AnswerInquiry,
    AskDocuments,
    ChangeHandOutPlace,
    ExtendTerm,
    ForwardCase,
    ReceiveInquiry,
    ReopenCase,
    RestoreRights,
    ResumeTerm,
)
from services.provider.domain.delivery import Delivery, Status
from tests.given import given, live
from tests.provider.examples import (
    ABSENT,
    CASE,
    DECIDED,
    PAUSE,
    REGISTERED,
    SENT,
    STANDARD,
)
from tests.provider.realm import (
    DELIVERER,
    EXAMINER_LANE,
    OTHER_CENTRE,
    OTHER_DELIVERER,
    OTHER_DELIVERY_LANE,
    OTHER_WINDOW_LANE,
)

ASK_APPLICANT: Final = AskDocuments(
    case_id=CASE,
    documents=("identity_document", "document_to_certify"),
    answer_by=date(2024, 5, 20),
    ground="documents_awaited",
)
RESUME: Final = ResumeTerm(case_id=CASE, ground="documents_awaited", effect=PauseEffect.CONTINUE)
EXTEND: Final = ExtendTerm(case_id=CASE, ground="expert_opinion", length=5, unit=Unit.WORKING_DAY)
MOVE: Final = ForwardCase(
    case_id=CASE, to_agency=OTHER_DELIVERER, to_lane=OTHER_DELIVERY_LANE, reason="not_competent"
)
CHANGE: Final = ChangeHandOutPlace(
    case_id=CASE, from_lane=WINDOW_LANE, window=OTHER_CENTRE, to_lane=OTHER_WINDOW_LANE
)
COMPLAINT: Final = "c-1"
CAUSE: Final = f"{EXAMINER_LANE}/complaint-{COMPLAINT}-1:3"
REOPEN: Final = ReopenCase(case_id=CASE, complaint_id=COMPLAINT, cause=CAUSE, by=date(2024, 7, 10))
RESTORE: Final = RestoreRights(
    case_id=CASE,
    complaint_id=COMPLAINT,
    cause=CAUSE,
    measures=("decision_changed", "fee_returned"),
    amount=Money(minor=100_000, currency="KZT"),
)
QUESTION: Final = f"{DELIVERY_LANE}/inquiry-i-1:1"
TAKE: Final = ReceiveInquiry(
    inquiry=QUESTION,
    case_id=CASE,
    asker=JUSTICE_ALMATY,
    kind="information",
    documents=("plan",),
    legal_basis="5.5(4)",
)
REPLY: Final = AnswerInquiry(inquiry=QUESTION, outcome="provided", documents=("plan",))


ELSEWHERE: Final = given(REGISTERED, *moving.forward(REGISTERED, MOVE, live(), DELIVERER))
REOPENED: Final = given(SENT, *restoring.reopen(SENT, REOPEN, live(), DELIVERER))
ASKED_APPLICANT: Final = given(
    REGISTERED, *asking.ask_documents(REGISTERED, ASK_APPLICANT, live(), STANDARD)
)
PAUSED: Final = given(ASKED_APPLICANT, *pausing.pause(ASKED_APPLICANT, PAUSE, live(), DELIVERER))
EXTENDED: Final = given(REGISTERED, *extending.extend(REGISTERED, EXTEND, live(), DELIVERER))
EVERY_STATUS: Final[Mapping[Status, Delivery]] = {
    Status.ABSENT: ABSENT,
    Status.REGISTERED: REGISTERED,
    Status.DECIDED: DECIDED,
    Status.SENT: SENT,
    Status.ELSEWHERE: ELSEWHERE,
}


NOT_ASKED: Final = Answering(answering_id=answering_id(QUESTION))
OPEN: Final = given(NOT_ASKED, *NOT_ASKED.receive(TAKE, live()))
REPLIED: Final = given(OPEN, *OPEN.answer(REPLY, live()))
