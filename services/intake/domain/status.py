"""How far an application is at its window.

absent -> lodged -> refused
                 -> accepted -> with deliverer -> ready -> closed
                             ------------------> ready: at a deliverer's own counter
ready -> unclaimed: nobody came
ready, closed, unclaimed -> with deliverer: reopened
lodged, accepted, with deliverer -> withdrawn
with deliverer -> elsewhere: handed over to another window
absent, elsewhere -> with deliverer: taken over from another window
"""

from enum import StrEnum
from typing import Any, Final

from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
)
from events.intake_course import (
    ApplicationWithdrawn,
    CaseTakenOver,
    CaseTransferred,
    ResultReturned,
)

REOPENED: Final = "reopened"
"""The notice that the deliverer decides anew (5.5(8)); with it a second result is awaited."""


class Status(StrEnum):
    """How far the application is; also the stage that an applicant is told (17.4)."""

    ABSENT = "absent"
    LODGED = "lodged"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    WITH_DELIVERER = "with_deliverer"
    READY = "ready"
    CLOSED = "closed"
    UNCLAIMED = "unclaimed"
    WITHDRAWN = "withdrawn"
    ELSEWHERE = "elsewhere"


CAME: Final = (Status.READY, Status.CLOSED, Status.UNCLAIMED)
"""The result has come to this window."""


def status_after(status: Status, event: Any) -> Status:  # noqa: ANN401 -- any event of the stream
    """Say what an event makes of an application; most change nothing."""
    match event:
        case NoticeGiven(kind=kind):
            return Status.WITH_DELIVERER if kind == REOPENED and status in CAME else status
        case ApplicationWithdrawn(applicants=applicants):
            return status if applicants else Status.WITHDRAWN
        case _:
            return _AFTER.get(type(event), status)


_AFTER: Final[dict[type[Any], Status]] = {
    ApplicationLodged: Status.LODGED,
    ApplicationAccepted: Status.ACCEPTED,
    AcceptanceRefused: Status.REFUSED,
    ApplicationForwarded: Status.WITH_DELIVERER,
    ResultReceived: Status.READY,
    ResultHandedOut: Status.CLOSED,
    ResultReturned: Status.UNCLAIMED,
    CaseTransferred: Status.ELSEWHERE,
    CaseTakenOver: Status.WITH_DELIVERER,
}
