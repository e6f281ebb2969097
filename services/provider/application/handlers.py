"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from events.acts.shared import HANDLERS
from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from services.provider.application.with_norms import WithNorms
from services.provider.domain import delivering, restoring
from services.provider.domain.answering import Answering, answering_id
from services.provider.domain.commands import (
    ApproveStandard,
    CompleteStep,
    Decide,
    PauseTerm,
    RecordRegistration,
    RegisterCase,
    SendResult,
    StartStep,
)
from services.provider.domain.commands_course import (
    AnswerInquiry,
    AskDocuments,
    ChangeHandOutPlace,
    ExtendTerm,
    ForwardCase,
    ReceiveInquiry,
    ReopenCase,
    RestoreRights,
    ResumeTerm,
)
from services.provider.domain.standard import StandardEditions

Decision = Callable[[Any, Any, Header], Sequence[Act]]


def handlers(agency: str, known: Callable[[], Known]) -> Handlers:
    """Give the provider's handlers.

    Args:
        agency: whose provider it is.
        known: reads what the instance knows of agencies and norms now.
    """
    at = WithNorms(agency, known)
    norms: dict[type[Any], Decision] = {
        ApproveStandard: at.approve,
        RecordRegistration: StandardEditions.record_registration,
    }
    cases: dict[type[Any], Decision] = {
        **_PLAIN,
        PauseTerm: at.pause,
        ResumeTerm: at.resume,
        ExtendTerm: at.extend,
        AskDocuments: at.ask,
        Decide: at.decide,
        ForwardCase: at.forward,
        ChangeHandOutPlace: at.change_place,
        ReopenCase: at.reopen,
    }
    return {
        **_on("standard", "service_code", norms),
        **_on("delivery", "case_id", cases),
        **{kind: Handler(stream=_answering, decide=one) for kind, one in _HOLDER.items()},
        **HANDLERS,
    }


_PLAIN: Final[dict[type[Any], Decision]] = {
    RegisterCase: delivering.register,
    StartStep: delivering.start_step,
    CompleteStep: delivering.complete_step,
    RestoreRights: restoring.restore,
    SendResult: delivering.send,
}
"""Decisions on a case that need no norm."""

_HOLDER: Final[dict[type[Any], Decision]] = {
    ReceiveInquiry: Answering.receive,
    AnswerInquiry: Answering.answer,
}


def _answering(command: ReceiveInquiry | AnswerInquiry) -> str:
    return f"answering-{answering_id(command.inquiry)}"


def _on(category: str, id_: str, decisions: dict[type[Any], Decision]) -> Handlers:
    """Address commands to the stream `<category>-<the field that holds the id>`."""

    def stream(command: Any) -> str:  # noqa: ANN401 -- any command with that field
        return f"{category}-{getattr(command, id_)}"

    return {kind: Handler(stream=stream, decide=one) for kind, one in decisions.items()}
