"""What any agency may say of itself: a correction of its record, an answer to a finding (20)."""

import re
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from events.common import Act
from events.deciding import Command, Header
from events.envelope import Name
from events.exchange import FindingAnswered, RecordCorrected

CORRECTABLE: Final = ("on", "at", "documents", "documents_accepted", "carrier", "result_kind")
"""Fields of an event that a correction may name; what a person was told stays said."""
_FINDING: Final = re.compile(r"[0-9a-f]{64}")
POSITIONS: Final = ("accepted", "disputed")


class Correct(Command, frozen=True, kw_only=True):
    """A field of an earlier event of this lane was wrong."""

    case_id: Name
    corrects: Name
    field: Name
    value: Name
    ground: str


class AnswerFinding(Command, frozen=True, kw_only=True):
    """The charged agency answers a finding (20)."""

    finding_id: Name
    position: Name
    reasons: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()


class Corrections(Struct, frozen=True, kw_only=True):
    """Corrections of one case in this lane."""

    case_id: str

    def correct(self, command: Correct, by: Header) -> Sequence[Act]:
        """Correct a field; both verdicts stay visible."""
        by.form(
            command.field in CORRECTABLE,
            "field-unknown",
            f"{command.field!r} cannot be corrected; these can: {', '.join(CORRECTABLE)}",
        )
        by.law(bool(command.ground), "ground-missing", "A correction gives its ground", "24")
        corrected = RecordCorrected(
            **by.act(),
            case_id=command.case_id,
            corrects=command.corrects,
            field=command.field,
            value=command.value,
            ground=command.ground or "not recorded",
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
        by.form(
            command.position in POSITIONS,
            "position-unknown",
            f"A finding is {' or '.join(POSITIONS)}, not {command.position!r}",
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
