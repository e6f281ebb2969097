"""The acts that every service has: their aggregates and the commands that go to them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from events.acts.answering import (
    Answerer,
    AnswerFinding,
    Correct,
    Corrections,
    FindingAnswers,
)
from events.acts.disclosing import DiscloseCase, Discloser, Disclosures
from events.acts.inquiry import Inquiry, NoteAnswer, SendInquiry
from events.acts.keys import AskKey, ConfirmErasure, EraseSubject, GrantKey, Key
from events.acts.reading import Readings, ReadPersonalData
from events.deciding import Handler
from events.known import Known

EMPTY: Final[Mapping[str, Callable[[str], Any]]] = {
    "inquiry": lambda inquiry_id: Inquiry(inquiry_id=inquiry_id),
    "correction": lambda case_id: Corrections(case_id=case_id),
    "answer": lambda finding_id: FindingAnswers(finding_id=finding_id),
    "key": lambda key_id: Key(key_id=key_id),
    "reading": lambda case_id: Readings(case_id=case_id),
    "disclosure": lambda case_id: Disclosures(case_id=case_id),
}
"""Stream category -> the state of a stream without events."""

HANDLERS: Final[Mapping[type[Any], Handler[Any, Any]]] = {
    SendInquiry: Handler(stream=lambda c: f"inquiry-{c.inquiry_id}", decide=Inquiry.send),
    NoteAnswer: Handler(stream=lambda c: f"inquiry-{c.inquiry_id}", decide=Inquiry.note_answer),
    Correct: Handler(stream=lambda c: f"correction-{c.case_id}", decide=Corrections.correct),
    AnswerFinding: Handler(stream=lambda c: f"answer-{c.finding_id}", decide=FindingAnswers.answer),
    GrantKey: Handler(stream=lambda c: f"key-{c.key_id}", decide=Key.grant),
    AskKey: Handler(stream=lambda c: f"key-{c.key_id}", decide=Key.ask),
    EraseSubject: Handler(stream=lambda c: f"key-{c.key_id}", decide=Key.erase),
    ConfirmErasure: Handler(stream=lambda c: f"key-{c.key_id}", decide=Key.confirm),
    ReadPersonalData: Handler(stream=lambda c: f"reading-{c.case_id}", decide=Readings.read),
}


def disclosing(
    realm: str, agency: str, known: Callable[[], Known]
) -> Mapping[type[Any], Handler[Any, Any]]:
    """Give the handler of the one act that asks who is who.

    Args:
        realm: the first part of every source.
        agency: whose lane it is.
        known: reads what the instance knows of agencies now.
    """
    decide = Discloser(realm, agency, known).disclose
    return {DiscloseCase: Handler(stream=lambda c: f"disclosure-{c.case_id}", decide=decide)}


def answering(
    agency: str, charged: Callable[[str], str | None]
) -> Mapping[type[Any], Handler[Any, Any]]:
    """Give the handler of the one act that asks what the lane was told of a finding.

    Args:
        agency: whose lane it is.
        charged: finding id -> the agency that it charges; None if the lane was told of none.
    """
    decide = Answerer(agency, charged).answer
    return {AnswerFinding: Handler(stream=lambda c: f"answer-{c.finding_id}", decide=decide)}
