"""Findings as the audit lane recorded them, as of any size of it."""

from collections.abc import Iterable

from msgspec import Struct

from events import codec
from events.audit import FindingMade
from events.log.adapters.sqlite_transaction import SqliteTransaction


class RecordedFinding(Struct, frozen=True, kw_only=True):
    """A finding's last version, as of a size."""

    made: FindingMade
    version: int
    stands: bool
    """False once a later fact has superseded it."""


def recorded(tx: SqliteTransaction, size: int) -> list[RecordedFinding]:
    """Fold the findings recorded up to a size, sorted by (judged day, rule, finding id)."""
    rows = tx.all(
        "SELECT state FROM stored_events WHERE rowid <= ? AND topic IN "
        "('audit.finding_made.v1', 'audit.finding_superseded.v1') ORDER BY rowid",
        size,
    )
    found: dict[str, RecordedFinding] = {}
    for (state,) in rows:
        event = codec.read(state)
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
