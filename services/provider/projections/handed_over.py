"""Cases that a lane sends here and that are not registered on its word (8.1(10), protocol E3)."""

from typing import Any, Final

from events.envelope import Recorded
from events.intake import ApplicationForwarded
from events.provider import CaseRegistered
from events.provider_course import CaseForwarded
from services.todo_handed_over import HandingOver


def _stream(event: Recorded[Any]) -> str:
    return f"delivery-{event.subject}"


def _sentence(event: Recorded[Any]) -> str:
    return (
        f"{event.lane} sends a case whose id it did not make: register it if the applicant's "
        "window says so too"
    )


CASES_SENT: Final = HandingOver(
    events=(ApplicationForwarded,),
    stream=_stream,
    comes=(CaseRegistered,),
    goes=CaseForwarded,
    what="register_case",
    sentence=_sentence,
    article="8.1(10)",
)
