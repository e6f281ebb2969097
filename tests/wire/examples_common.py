"""Examples of what every service publishes."""

from datetime import date
from typing import Final

from events.common import DayClosed, EventRejected, LaneHeard, LanesHeard
from events.envelope import EVERYBODY
from events.exchange import (
    AnswerReceived,
    CaseDisclosed,
    DisclosedEvent,
    FindingAnswered,
    InquirySent,
    RecordCorrected,
)
from events.log.tree.checkpoint import seal
from events.log.tree.exact_base64 import to_base64
from events.log.tree.proofs import inclusion
from tests.log.lanes import Tree
from tests.wire import sample
from tests.wire.example import (
    AUTHORITY,
    CASE,
    CENTRAL_BODY,
    DELIVERER,
    DELIVERER_LANE,
    FINDING,
    HOLDER,
    LODGED_AT,
    LODGED_ON,
    TOLD,
    WINDOW_LANE,
    Example,
    digest,
    readers,
)

STREAM: Final = "inquiry-8c1f"
ANSWERED_ON: Final = date(2024, 5, 6)
SEQ: Final = 2
"""Of the disclosed event, the acceptance, in the sample lane of PROTOCOL.md."""

REJECTED: Final = EventRejected(
    on=LODGED_ON,
    lane=DELIVERER_LANE,
    size=12,
    root=digest("twelve"),
    count=1,
    leaves=(digest("eleventh"),),
    reason="names the member 'on' twice",
)
SENT: Final = InquirySent(
    on=LODGED_ON,
    at=LODGED_AT,
    case_id=CASE,
    holder=HOLDER,
    to_lane="provider.registry-office",
    kind="information",
    documents=("birth-record",),
    legal_basis="5.5(4)",
    told=TOLD,
)
ANSWERED: Final = AnswerReceived(
    on=ANSWERED_ON,
    case_id=CASE,
    outcome="provided",
    answer="provider.registry-office/answering-8c1f:2",
    documents=("birth-record",),
)
DISCLOSED: Final = CaseDisclosed(
    on=date(2024, 5, 21),
    case_id=CASE,
    to_agency=CENTRAL_BODY,
    to_lane="complaints.justice",
    events=(
        DisclosedEvent(
            lane=WINDOW_LANE,
            seq=SEQ,
            raw=to_base64(sample.EVENTS[SEQ - 1]),
            proof=tuple(
                to_base64(node)
                for node in inclusion(SEQ - 1, len(sample.EVENTS), Tree(sample.EVENTS).node)
            ),
            checkpoint=seal(sample.checkpoint(len(sample.EVENTS)), sample.SIGNER).decode(),
        ),
    ),
)
CORRECTED: Final = RecordCorrected(
    on=date(2024, 5, 7),
    case_id=CASE,
    corrects=f"{STREAM}:2",
    field="on",
    value="2024-05-05",
    ground="misread-date",
)
FINDING_ANSWERED: Final = FindingAnswered(
    on=date(2024, 5, 14),
    finding_id=FINDING,
    position="disputed",
    reasons=("result-in-time",),
    event_ids=(f"{DELIVERER_LANE}/delivery-{CASE}:6",),
)


def day_book(own: str) -> dict[str, Example]:
    """Give the example of each event by which an agency's lane closes its day."""
    heard = LaneHeard(lane=DELIVERER_LANE, size=12, root=digest("twelve"), events=3)
    return {
        "day_closed.v1": Example(
            stream="day-book",
            to=EVERYBODY,
            data=DayClosed(on=LODGED_ON, date=LODGED_ON),
        ),
        "lanes_heard.v1": Example(
            stream="heard-book", to=own, data=LanesHeard(on=LODGED_ON, lanes=(heard,))
        ),
    }


def every_service(own: str) -> dict[str, Example]:
    """Give the example of each event that any service may publish."""
    return {
        "event_rejected.v1": Example(
            stream="rejected-book",
            to=own,
            causationid=f"{DELIVERER_LANE}/delivery-{CASE}:1",
            data=REJECTED,
        ),
        "inquiry_sent.v1": Example(stream=STREAM, to=readers(own, HOLDER), data=SENT),
        "answer_received.v1": Example(
            stream=STREAM, to=readers(own, DELIVERER), causationid=ANSWERED.answer, data=ANSWERED
        ),
        "case_disclosed.v1": Example(
            stream=f"disclosure-{CASE}", to=readers(own, CENTRAL_BODY), data=DISCLOSED
        ),
        "record_corrected.v1": Example(
            stream=f"correction-{CASE}", to=readers(own, DELIVERER), data=CORRECTED
        ),
        "finding_answered.v1": Example(
            stream=f"answer-{FINDING}",
            to=readers(own, AUTHORITY),
            causationid=f"audit.kz/finding-{FINDING}:1",
            data=FINDING_ANSWERED,
        ),
    }
