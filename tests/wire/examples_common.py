"""Examples of what every service publishes."""

from datetime import date
from typing import Final

from events.common import (
    AnswerReceived,
    DayClosed,
    EventRejected,
    InquirySent,
    LaneHeard,
    LanesHeard,
)
from events.envelope import EVERYBODY
from tests.wire.example import (
    CASE,
    DELIVERER,
    DELIVERER_LANE,
    LODGED_AT,
    LODGED_ON,
    TOLD,
    Example,
    digest,
)

HOLDER: Final = "registry-office"


def day_book(own: str) -> dict[str, Example]:
    """Give the example of each event by which an agency's lane closes its day."""
    heard = LaneHeard(lane=DELIVERER_LANE, size=12, root=digest("twelve"), events=3)
    return {
        "day_closed.v1": Example(
            stream="day-book",
            to=EVERYBODY,
            data=DayClosed(on=date(2024, 5, 4), date=LODGED_ON),
        ),
        "lanes_heard.v1": Example(
            stream="heard-book", to=own, data=LanesHeard(on=date(2024, 5, 4), lanes=(heard,))
        ),
    }


def every_service(own: str) -> dict[str, Example]:
    """Give the example of each event that any service may publish."""
    rejected = EventRejected(
        on=LODGED_ON,
        lane=DELIVERER_LANE,
        size=12,
        root=digest("twelve"),
        count=1,
        leaves=(digest("eleventh"),),
        reason="names the member 'on' twice",
    )
    sent = InquirySent(
        on=LODGED_ON,
        at=LODGED_AT,
        case_id=CASE,
        holder=HOLDER,
        kind="documents",
        documents=("birth-record",),
        legal_basis="5.5(4)",
        told=TOLD,
    )
    answered = AnswerReceived(on=date(2024, 5, 6), case_id=CASE, outcome="given")
    asked_of = " ".join(sorted({own, HOLDER}))
    return {
        "event_rejected.v1": Example(
            stream="rejected-book",
            to=own,
            causationid=f"{DELIVERER_LANE}/delivery-{CASE}:1",
            data=rejected,
        ),
        "inquiry_sent.v1": Example(stream="inquiry-8c1f", to=asked_of, data=sent),
        "answer_received.v1": Example(
            stream="inquiry-8c1f",
            to=" ".join(sorted({own, DELIVERER})),
            data=answered,
        ),
    }
