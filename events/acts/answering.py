"""What any agency may say of itself: a correction of its record, an answer to a finding (20)."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from msgspec import Struct

from events.acts.corrected import fits
from events.clear import Code, CodeOrNone, Codes, EventId, Id, Ref
from events.common import Act
from events.deciding import Command, Header
from events.exchange import FindingAnswered, RecordCorrected
from events.words import NOT_RECORDED, Correctable, Position

_FINDING: Final = re.compile(r"[0-9a-f]{64}")


class Correct(Command, frozen=True, kw_only=True):
    """A field of an earlier event of this lane was wrong."""

    case_id: Id
    corrects: EventId
    field: Correctable
    value: Codes
    ground: CodeOrNone


class AnswerFinding(Command, frozen=True, kw_only=True):
    """The charged agency answers a finding (20)."""

    finding_id: Id
    position: Position
    reasons: tuple[Code, ...] = ()
    event_ids: tuple[Ref, ...] = ()


class Corrections(Struct, frozen=True, kw_only=True):
    """Corrections of one case in this lane."""

    case_id: str

    def correct(self, command: Correct, by: Header) -> Sequence[Act]:
        """Correct a field; both verdicts stay visible."""
        by.law(bool(command.ground), "ground-missing", "A correction gives its ground", "24")
        by.form(
            fits(command.field, command.value),
            "value-of-another-type",
            f"The value is none that the field `{command.field}` may have",
            "22.1",
        )
        corrected = RecordCorrected(
            **by.act(),
            case_id=command.case_id,
            corrects=command.corrects,
            field=command.field,
            value=command.value,
            ground=command.ground or NOT_RECORDED,
        )
        return [corrected]

    def evolve(self, event: Any) -> "Corrections":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self


class FindingAnswers(Struct, frozen=True, kw_only=True):
    """What this agency has said of one finding."""

    finding_id: str

    def answer(self, command: AnswerFinding, by: Header) -> Sequence[Act]:
        """Answer; an agency may answer again."""
        by.form(
            _FINDING.fullmatch(command.finding_id) is not None,
            "finding-id-malformed",
            f"{command.finding_id!r} is not the whole id of a finding: 64 hex digits",
        )
        by.law(
            command.position != "disputed" or bool(command.reasons),
            "reason-missing",
            "Who disputes a finding says why",
            "20",
        )
        answered = FindingAnswered(
            **by.act(),
            finding_id=command.finding_id,
            position=command.position,
            reasons=command.reasons,
            event_ids=command.event_ids,
        )
        return [answered]

    def evolve(self, event: Any) -> "FindingAnswers":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self


class Answerer(NamedTuple):
    """Who answers findings: only those that charge it, as it was told of them."""

    agency: str
    charged: Callable[[str], str | None]
    """Finding id -> the agency that it charges; None if the lane was told of no such finding."""

    def answer(self, state: FindingAnswers, command: AnswerFinding, by: Header) -> Sequence[Act]:
        """Answer; an answer told afterwards may be older than what the lane was told."""
        answered = state.answer(command, by)
        if by.transcribed:
            return answered
        charged, short = self.charged(command.finding_id), command.finding_id[:12]
        by.form(
            charged is not None,
            "finding-unknown",
            f"Finding {short} is not known here: it has not come, or it charges another agency",
            "20",
        )
        by.form(
            charged == self.agency,
            "not-charged",
            f"Finding {short} charges {charged}: {self.agency} has nothing to answer",
            "20",
        )
        return answered
