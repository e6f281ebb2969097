"""Cases that a window hands over here and that are not taken on its word (1(4), protocol E3)."""

from typing import Any, Final

from events.envelope import Recorded
from events.intake import ApplicationLodged
from events.intake_course import CaseTakenOver, CaseTransferred
from services.todo_handed_over import HandingOver


def _stream(event: Recorded[Any]) -> str:
    return f"application-{event.subject}"


def _sentence(event: Recorded[Any]) -> str:
    data: CaseTransferred = event.data
    return (
        f"{event.lane} hands over receipt {data.case.receipt_no}, a case whose id it did not make: "
        "take it over if the window before says so too"
    )


CASES_HANDED_OVER: Final = HandingOver(
    events=(CaseTransferred,),
    stream=_stream,
    comes=(ApplicationLodged, CaseTakenOver),
    goes=CaseTransferred,
    what="take_over",
    sentence=_sentence,
    article="1(4)",
)
