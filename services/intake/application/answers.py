"""The answer to a question that this window has asked (5.5(4))."""

from collections.abc import Sequence
from typing import Any

from events.acts.inquiry import NoteAnswer
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.provider_course import InquiryAnswered

_INQUIRY = "inquiry-"


def note_answer(event: Recorded[Any], lane: str) -> Sequence[Reaction | Ignored]:
    """Policy 5: note the answer at the question it names, which must be of this lane."""
    data: InquiryAnswered = event.data
    asker, _, question = data.inquiry.partition("/")
    stream = question.rpartition(":")[0]
    if asker != lane or not stream.startswith(_INQUIRY):
        return [Ignored(because=f"{data.inquiry} is no question of {lane}")]
    command = NoteAnswer(
        inquiry_id=stream.removeprefix(_INQUIRY),
        case_id=data.case_id,
        outcome=data.outcome,
        answer=event.ref,
        documents=data.documents,
    )
    return [Reaction(command=command, target=stream)]
