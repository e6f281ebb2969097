"""Findings as the audit lane recorded them, as of any size of it."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from events.audit import FindingMade
from events.envelope import Recorded


class RecordedFinding(Struct, frozen=True, kw_only=True):
    """A finding's last version, as of a size."""

    made: FindingMade
    version: int
    stands: bool
    """False once a later fact has superseded it."""


def fold(events: Iterable[Recorded[Any]]) -> list[RecordedFinding]:
    """Fold findings made and superseded, sorted by (judged day, rule, finding id)."""
    found: dict[str, RecordedFinding] = {}
    for event in events:
        data = event.data
        if isinstance(data, FindingMade):
            found[data.finding_id] = RecordedFinding(made=data, version=event.version, stands=True)
        else:
            before = found[data.finding_id]
            found[data.finding_id] = RecordedFinding(
                made=before.made, version=event.version, stands=False
            )
    return _sorted(found.values())


def _sorted(found: Iterable[RecordedFinding]) -> list[RecordedFinding]:
    return sorted(found, key=lambda one: (one.made.judged_day, one.made.rule, one.made.finding_id))
