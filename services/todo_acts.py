"""What the officers at any lane may have to do: answer a finding, wait for an answer."""

from collections.abc import Iterator
from typing import Any, Final

from events.audit import FindingMade, FindingReviewed, FindingSuperseded
from events.envelope import Recorded
from events.exchange import AnswerReceived, FindingAnswered, InquirySent
from events.register import Register
from services.todo import Office, Task

BASES: Final = {
    "information": "5.5(4)",
    "agreement": "7.1, 7.3, 10.4",
    "complaint": "19.6(2)",
    "control": "22.5",
    "assessment": "5.4(12)",
}
"""Kind of an inquiry -> the article under which it is answered."""
FINDING: Final = "answer_finding"
"""The code of the task to answer a finding: it may be done, and has no day."""
DISMISSED: Final = "dismissed"
_ANSWERING: Final = ("provider", "intake", "complaints")
"""Where an agency with several lanes finds its findings: at the first of these."""


def basis(kind: str) -> str:
    """Give the article of an inquiry; of a kind that the law does not know, that on information."""
    return BASES.get(kind, BASES["information"])


class SharedActs:
    """Collects what makes such tasks; add every event, then ask for the tasks."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._asked: dict[str, Recorded[InquirySent]] = {}
        """Own stream -> the question in it, while it is open."""
        self._standing: dict[str, Recorded[FindingMade]] = {}
        self._answered: set[str] = set()
        """Findings that the agency has answered, at whichever of its lanes."""

    def add(self, event: Recorded[Any]) -> None:
        """Take one event in, of this lane or of another."""
        office = self._office
        match event.data:
            case InquirySent() if event.lane == office.lane:
                self._asked[event.stream] = event
            case AnswerReceived() if event.lane == office.lane:
                self._asked.pop(event.stream, None)
            case FindingAnswered(finding_id=id_):
                if office.known.register.agency_id(event.lane) == office.agency:
                    self._answered.add(id_)
            case _ if event.lane == office.known.audit_lane:
                self._judged(event)
            case _:
                pass

    def _judged(self, event: Recorded[Any]) -> None:
        match event.data:
            case FindingMade(finding_id=id_, charged=charged) if charged == self._office.agency:
                self._standing[id_] = event
            case FindingSuperseded(finding_id=id_):
                self._standing.pop(id_, None)
            case FindingReviewed(finding_id=id_, verdict=verdict) if verdict == DISMISSED:
                self._standing.pop(id_, None)
            case _:
                pass

    def tasks(self) -> Iterator[Task]:
        """Give the tasks."""
        for asked in self._asked.values():
            yield self._await_answer(asked)
        if answering_lane(self._office.known.register, self._office.agency) == self._office.lane:
            for id_, made in self._standing.items():
                if id_ not in self._answered:
                    yield self._answer_finding(made)

    def _await_answer(self, asked: Recorded[InquirySent]) -> Task:
        data: InquirySent = asked.data
        what = f" for {', '.join(data.documents)}" if data.documents else f" ({data.kind})"
        return self._office.task(
            "await_answer",
            f"{data.holder} was asked{what} and has not answered",
            asked,
            due_on=None if data.told is None else data.told.due_on,
            article=basis(data.kind),
            waits_for=data.holder,
            case_id=data.case_id,
        )

    def _answer_finding(self, made: Recorded[FindingMade]) -> Task:
        data: FindingMade = made.data
        return self._office.task(
            FINDING,
            f"Finding {data.finding_id[:12]} ({data.rule}, {data.citation.article}) stands: "
            "you may accept or dispute it",
            made,
            article="20",
            case_id=data.subject,
        )


def answering_lane(register: Register, agency: str) -> str | None:
    """Name the lane of an agency at which its findings are listed; None if it has none."""
    lanes = [
        (_ANSWERING.index(service), lane.lane)
        for lane in register.lanes.values()
        if lane.agency == agency
        and not lane.historic
        and (service := lane.lane.partition(".")[0]) in _ANSWERING
    ]
    return min(lanes)[1] if lanes else None
