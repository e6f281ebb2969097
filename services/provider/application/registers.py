"""The registers of a holder's own systems, where they answer by themselves (5.5(4))."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from events.words import InquiryOutcome


class RegisterAnswer(NamedTuple):
    """What the registers say to a question."""

    outcome: InquiryOutcome
    """`provided` or `not_held`."""
    documents: tuple[str, ...]
    """Codes of what is provided."""


class Registers(Protocol):
    """A holder's registers: the same question gets the same answer, on every redelivery."""

    def answer(self, case_id: str, documents: Sequence[str]) -> RegisterAnswer | None:
        """Answer a question.

        Args:
            case_id: for which case the documents are asked.
            documents: their codes.

        Returns:
            None if not all of them are in registers that answer by themselves.
        """
        ...
