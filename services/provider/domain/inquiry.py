"""An inquiry as its asker tells it; the holder's half is in the holder's lane (5.5(4))."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act, AnswerReceived, InquirySent
from events.deciding import Header
from services.provider.domain.commands import NoteAnswer, SendInquiry


class Inquiry(Struct, frozen=True, kw_only=True):
    """Asked of whom, and whether answered."""

    inquiry_id: str
    holder: str | None = None
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
            kind=command.kind,
            documents=command.documents,
            legal_basis=command.legal_basis or "not recorded",
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
        return [AnswerReceived(**by.act(), case_id=command.case_id, outcome=command.outcome)]

    def evolve(self, event: Any) -> "Inquiry":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case InquirySent(holder=holder):
                return replace(self, holder=holder)
            case AnswerReceived():
                return replace(self, answered=True)
            case _:
                return self
