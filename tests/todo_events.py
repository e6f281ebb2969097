"""What a lane has said, as its to-do list reads it, and the tasks that come of it."""

from collections.abc import Iterable
from typing import Any

from events import codec
from events.audit import CitedNorm, FindingMade
from events.catalogue import wire_name
from events.common import Act
from events.envelope import Recorded
from events.words import FindingKind
from examples.kazakhstan.agencies import AUDIT_LANE
from services.todo import Fold, Office, Task
from tests.given import TODAY


def said(lane: str, stream: str, case: str, *acts: Act) -> list[Recorded[Any]]:
    """Record acts in one stream of a lane, in their order."""
    return [
        codec.record(
            wire_name(lane.partition(".")[0], act),
            id=f"{stream}:{version}",
            source=f"kz-test/{lane}",
            subject=case,
            time="2024-05-03T05:05:00Z",
            actor="agency/unit/o-7f31",
            to="*",
            data=act,
        )
        for version, act in enumerate(acts, 1)
    ]


def tasks(fold: Fold, office: Office, *events: Iterable[Recorded[Any]]) -> dict[str, Task]:
    """Give the open tasks by their code; two of one code fail the test."""
    found = list(fold([one for some in events for one in some], office))
    by_code = {task.what: task for task in found}
    assert len(by_code) == len(found), found
    return by_code


def finding(charged: str, finding_id: str = "f" * 64) -> FindingMade:
    """Give a finding of a late service."""
    return FindingMade(
        on=TODAY,
        finding_id=finding_id,
        rule="service_term_missed",
        rules_edition="1",
        citation=CitedNorm(act="kz-draft-1579-2012", article="5.5(1)"),
        kind=FindingKind.BREACH,
        certainty="certain",
        charged=charged,
        subject="5d0e4c61",
        due_on=TODAY,
        days_late=None,
        event_ids=(),
        calendar_version=None,
        jurisdiction="kz",
        judged_day=TODAY,
    )


def judged(*acts: Act) -> list[Recorded[Any]]:
    """Record acts of the ledger on one finding."""
    return said(AUDIT_LANE, "finding-f", "5d0e4c61", *acts)
