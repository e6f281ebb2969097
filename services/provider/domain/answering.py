"""The holder's half of an inquiry: a question of another agency, answered once (5.5(4), 16.1(2)).

The asker's half is in the asker's lane (`events/acts/inquiry.py`), so neither can deny it.
"""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act
from events.deciding import Header, refuse
from events.provider_course import InquiryAnswered, InquiryReceived
from services.provider.domain.commands_course import AnswerInquiry, ReceiveInquiry

PROVIDED: Final = "provided"
NOT_HELD: Final = "not_held"
REFUSED: Final = "refused"
_ID_HEX: Final = 32
"""128 bits: two questions never meet in one stream."""


def answering_id(inquiry: str) -> str:
    """Name the stream of a question: by its reference, which holds the asker's lane.

    The asker's own inquiry id would not do: another lane could send that id first, and so take
    the place of the question.

    Args:
        inquiry: `<lane>/<event id>` of the question.
    """
    return hashlib.sha256(inquiry.encode()).hexdigest()[:_ID_HEX]


class Answering(Struct, frozen=True, kw_only=True):
    """A question at its holder: open, then answered."""

    answering_id: str
    received: InquiryReceived | None = None
    answered: bool = False

    @property
    def asker(self) -> str | None:
        """The agency that asks."""
        return None if self.received is None else self.received.asker

    def receive(self, command: ReceiveInquiry, by: Header) -> Sequence[Act]:
        """Note that the question is here."""
        by.form(self.received is None, "inquiry-known", f"{command.inquiry} is here already")
        received = InquiryReceived(
            **by.act(),
            inquiry=command.inquiry,
            case_id=command.case_id,
            asker=command.asker,
            kind=command.kind,
            documents=command.documents,
            legal_basis=command.legal_basis,
            told=command.told,
        )
        return [received]

    def answer(self, command: AnswerInquiry, by: Header) -> Sequence[Act]:
        """Answer it."""
        received = self.received
        if received is None:
            raise refuse("not-the-holder", f"{command.inquiry} was not sent to this lane", "5.5(4)")
        self._may_answer(command, by)
        answered = InquiryAnswered(
            **by.act(),
            inquiry=received.inquiry,
            case_id=received.case_id,
            to_lane=received.inquiry.partition("/")[0],
            outcome=command.outcome,
            ground=command.ground,
            documents=command.documents,
            sealed=command.sealed,
        )
        return [answered]

    def _may_answer(self, command: AnswerInquiry, by: Header) -> None:
        by.form(not self.answered, "already-answered", f"{command.inquiry} is answered")
        by.law(
            command.outcome != REFUSED or bool(command.ground),
            "refusal-without-ground",
            "Who refuses information names the ground",
            "5.5(4)",
        )

    def evolve(self, event: Any) -> "Answering":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case InquiryReceived():
                return replace(self, received=event)
            case InquiryAnswered():
                return replace(self, answered=True)
            case _:
                return self
