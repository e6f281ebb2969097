"""A finding: one stream per duty; a late fact adds a version, nothing is deleted (22.1)."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from events.audit import FindingMade, FindingReviewed, FindingSuperseded
from events.common import Act
from events.deciding import Header, refuse
from events.words import NOT_RECORDED
from services.audit.domain.commands import RecordFinding, ReviewFinding, SupersedeFinding

CERTAIN: Final = "certain"
ARGUABLE: Final = "arguable"


class Finding(Struct, frozen=True, kw_only=True):
    """A finding as recorded last."""

    finding_id: str
    made: FindingMade | None = None
    stands: bool = False

    def record(self, command: RecordFinding, by: Header) -> Sequence[Act]:
        """Record the finding, or a new version of it."""
        made = FindingMade(
            **by.act(),
            finding_id=self.finding_id,
            rule=command.rule,
            rules_edition=command.rules_edition,
            citation=command.citation,
            kind=command.kind,
            certainty=CERTAIN if command.reading is None else ARGUABLE,
            reading=command.reading,
            charged=command.charged,
            subject=command.subject,
            due_on=command.due_on,
            days_late=command.days_late,
            event_ids=command.event_ids,
            calendar_version=command.calendar_version,
            jurisdiction=command.jurisdiction,
            judged_day=command.judged_day,
        )
        return [made]

    def supersede(self, command: SupersedeFinding, by: Header) -> Sequence[Act]:
        """Take the finding away."""
        by.form(self.stands, "no-such-finding", f"Finding {self.finding_id} does not stand")
        superseded = FindingSuperseded(
            **by.act(),
            finding_id=self.finding_id,
            charged=command.charged,
            jurisdiction=command.jurisdiction,
            judged_day=command.judged_day,
        )
        return [superseded]

    def review(self, command: ReviewFinding, by: Header) -> Sequence[Act]:
        """Note what an officer thinks of it; it stands as it was found (20)."""
        made = self.made
        if made is None:
            raise refuse("no-such-finding", f"Finding {self.finding_id} was never made")
        by.law(bool(command.reason), "reason-missing", "A review names its reason", "20")
        reviewed = FindingReviewed(
            **by.act(),
            finding_id=self.finding_id,
            verdict=command.verdict,
            reason=command.reason or NOT_RECORDED,
            charged=made.charged,
            jurisdiction=made.jurisdiction,
        )
        return [reviewed]

    def evolve(self, event: Any) -> "Finding":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case FindingMade():
                return Finding(finding_id=self.finding_id, made=event, stands=True)
            case FindingSuperseded():
                return Finding(finding_id=self.finding_id, made=self.made, stands=False)
            case _:
                return self
