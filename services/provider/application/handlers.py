"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from events.common import Act
from events.deciding import Handler, Header
from events.known import APPROVER, Known
from events.law.norm_book import Standard
from events.log.reading.policies import Handlers
from services.provider.domain import delivering
from services.provider.domain.commands import (
    ApproveStandard,
    CompleteStep,
    Decide,
    NoteAnswer,
    PauseTerm,
    RecordRegistration,
    RegisterCase,
    SendInquiry,
    SendResult,
    StartStep,
)
from services.provider.domain.delivery import Delivery
from services.provider.domain.inquiry import Inquiry
from services.provider.domain.standard import StandardEditions

Decision = Callable[[Any, Any, Header], Sequence[Act]]


def handlers(agency: str, known: Callable[[], Known]) -> Handlers:
    """Give the provider's handlers.

    Args:
        agency: whose provider it is.
        known: reads what the instance knows of agencies and norms now.
    """
    at = _WithNorms(agency, known)
    norms: dict[type[Any], Decision] = {
        ApproveStandard: at.approve,
        RecordRegistration: StandardEditions.record_registration,
    }
    cases: dict[type[Any], Decision] = {
        RegisterCase: delivering.register,
        StartStep: delivering.start_step,
        CompleteStep: delivering.complete_step,
        PauseTerm: at.pause,
        Decide: at.decide,
        SendResult: delivering.send,
    }
    return {
        **_on("standard", "service_code", norms),
        **_on("delivery", "case_id", cases),
        **_on("inquiry", "inquiry_id", _INQUIRIES),
    }


_INQUIRIES: Final[dict[type[Any], Decision]] = {
    SendInquiry: Inquiry.send,
    NoteAnswer: Inquiry.note_answer,
}


class _WithNorms(NamedTuple):
    """The decisions that ask what the agency may do and which standard governs the case."""

    agency: str
    known: Callable[[], Known]

    def approve(
        self, state: StandardEditions, command: ApproveStandard, by: Header
    ) -> Sequence[Act]:
        may = APPROVER in self.known().register.agencies[self.agency].roles
        return state.approve(command, by, may_approve=may)

    def pause(self, state: Delivery, command: PauseTerm, by: Header) -> Sequence[Act]:
        return delivering.pause(state, command, by, self._standard(state))

    def decide(self, state: Delivery, command: Decide, by: Header) -> Sequence[Act]:
        return delivering.decide(state, command, by, self._standard(state))

    def _standard(self, state: Delivery) -> Standard | None:
        case = state.registered
        if case is None:
            return None
        return self.known().norms.standard(case.service_code, case.standard_edition)


def _on(category: str, id_: str, decisions: dict[type[Any], Decision]) -> Handlers:
    """Address commands to the stream `<category>-<the field that holds the id>`."""

    def stream(command: Any) -> str:  # noqa: ANN401 -- any command with that field
        return f"{category}-{getattr(command, id_)}"

    return {kind: Handler(stream=stream, decide=one) for kind, one in decisions.items()}
