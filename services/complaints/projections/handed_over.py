"""Complaints that others send here and that their word alone does not make (19.1, protocol E3)."""

from typing import Any, Final

from events.complaints import ComplaintForwarded, ComplaintLodged
from events.envelope import Recorded
from events.intake_course import ComplaintHandedIn
from services.complaints.domain.addressed import id_at_stage
from services.complaints.domain.anothers_word import FIRST_STAGE
from services.todo_handed_over import HandingOver


def _stream(event: Recorded[Any]) -> str:
    """Name the stream here; of what goes beside the lanes only the sender's is known."""
    data: ComplaintForwarded | ComplaintHandedIn = event.data
    if isinstance(data, ComplaintHandedIn):
        return f"complaint-{id_at_stage(data.complaint_id, FIRST_STAGE)}"
    if data.complaint is None:
        return event.stream
    return f"complaint-{id_at_stage(data.complaint.complaint_id, data.complaint.stage)}"


def _sentence(event: Recorded[Any]) -> str:
    data: ComplaintForwarded | ComplaintHandedIn = event.data
    if isinstance(data, ComplaintForwarded) and data.complaint is None:
        return f"{event.lane} has sent a complaint on beside the lanes: lodge it when it is here"
    return (
        f"{event.lane} tells of a complaint that its word alone does not make: "
        "lodge it as the applicant has it"
    )


COMPLAINTS_SENT: Final = HandingOver(
    events=(ComplaintForwarded, ComplaintHandedIn),
    stream=_stream,
    comes=(ComplaintLodged,),
    goes=ComplaintForwarded,
    what="lodge_complaint",
    sentence=_sentence,
    article="19.4(1)",
)
