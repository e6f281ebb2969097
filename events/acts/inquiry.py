"""An inquiry as its asker tells it; the holder's half is in the holder's lane (5.5(4)).

Every service may ask: a deliverer for documents, a body that examines a complaint for information.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.clear import CitationOrNone, Code, Id, LaneName, Ref
from events.common import Act, Told
from events.deciding import Command, Header
from events.exchange import AnswerReceived, InquirySent
from events.words import NOT_RECORDED


class SendInquiry(Command, frozen=True, kw_only=True):
    """Another agency is asked for what it holds (5.5(4), 16.1(2))."""

    inquiry_id: Id
    case_id: Id
    holder: Id
    to_lane: LaneName | None = None
    kind: Code
    documents: tuple[Code, ...] = ()
    legal_basis: CitationOrNone
    told: Told | None = None


class NoteAnswer(Command, frozen=True, kw_only=True):
    """The answer to an inquiry has come."""

    inquiry_id: Id
    case_id: Id
    outcome: Code
    answer: Ref | None = None
    """`<lane>/<event id>` of the answer; None where it came otherwise than by a lane."""
    documents: tuple[Code, ...] = ()


class Inquiry(Struct, frozen=True, kw_only=True):
    """Asked of whom, and whether answered."""

    inquiry_id: str
    holder: str | None = None
    to_lane: str | None = None
    case_id: str = ""
    answered: bool = False

    def send(self, command: SendInquiry, by: Header) -> Sequence[Act]:
        """Ask."""
        by.form(self.holder is None, "inquiry-exists", f"Inquiry {self.inquiry_id} is sent")
        by.law(
            bool(command.legal_basis),
            "basis-missing",
            "Name the article or the standard's item",
            "5.5(4)",
        )
        sent = InquirySent(
            **by.act(),
            case_id=command.case_id,
            holder=command.holder,
            to_lane=command.to_lane,
            kind=command.kind,
            documents=command.documents,
            legal_basis=command.legal_basis or NOT_RECORDED,
            told=command.told,
        )
        return [sent]

    def note_answer(self, command: NoteAnswer, by: Header) -> Sequence[Act]:
        """Note the answer; one told afterwards may answer a question that was not recorded."""
        by.form(
            by.transcribed or (self.holder is not None and not self.answered),
            "no-open-inquiry",
            f"Inquiry {self.inquiry_id} is not open here",
        )
        asked_of_nobody = self.holder is None  # Then it is told afterwards.
        by.form(
            command.answer is None
            or asked_of_nobody
            or command.answer.partition("/")[0] == self.to_lane,
            "not-the-holder",
            f"{command.answer} is not from the lane that inquiry {self.inquiry_id} was sent to",
            "5.5(4)",
        )
        received = AnswerReceived(
            **by.act(),
            case_id=self.case_id or command.case_id,  # The own word where there is one.
            outcome=command.outcome,
            answer=command.answer,
            documents=command.documents,
        )
        return [received]

    def evolve(self, event: Any) -> "Inquiry":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case InquirySent():
                return replace(
                    self, holder=event.holder, to_lane=event.to_lane, case_id=event.case_id
                )
            case AnswerReceived():
                return replace(self, answered=True)
            case _:
                return self
