"""What follows at a deliverer from a decision on a complaint (policies 15 and 16; 19.4, 19.5)."""

from collections.abc import Iterator, Sequence
from datetime import date

from events.complaints import ComplaintDecided, Verdict
from events.complaints_after import RestorationDemanded
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from services.provider.domain.commands_course import ReopenCase
from services.provider.domain.restoring import NEW_DECISION


def decided(
    event: Recorded[ComplaintDecided], complaint: ComplaintDecided
) -> Iterator[Reaction | Ignored]:
    """Policy 15: a complaint that is satisfied, wholly or partly, may let the decision fall."""
    if complaint.outcome in (Verdict.SATISFIED, Verdict.PARTLY):
        yield _reopen(event, complaint.measures, complaint.measures_by)


def demanded(
    event: Recorded[RestorationDemanded], demand: RestorationDemanded
) -> Iterator[Reaction | Ignored]:
    """Policy 16: the quality authority demands that rights be restored."""
    yield _reopen(event, demand.measures, demand.by)


def _reopen(
    event: Recorded[ComplaintDecided] | Recorded[RestorationDemanded],
    measures: Sequence[str],
    by: date | None,
) -> Reaction | Ignored:
    """Reopen the case where a new decision is asked for; to restore rights is an officer's act."""
    if not any(one in NEW_DECISION for one in measures):
        return Ignored(because="no new decision is asked for: an officer restores the rights")
    command = ReopenCase(
        case_id=event.subject,
        complaint_id=_complaint_id(event.stream),
        cause=event.ref,
        by=by,
    )
    return Reaction(command=command, target=f"delivery-{event.subject}")


def _complaint_id(stream: str) -> str | None:
    """Take it out of `complaint-<id>-<stage>`; None if the stream is named otherwise."""
    category, _, rest = stream.partition("-")
    complaint_id = rest.rpartition("-")[0]
    return complaint_id if category == "complaint" and complaint_id else None
