"""What is stored against what is made again: rows of tables, findings of a day."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from events.audit import FindingMade, FindingSuperseded
from events.log.checking import Fault
from services.audit.application.recorded_days import RecordedDay
from services.audit.domain.commands import RecordFinding
from services.audit.domain.judging import Change

_SAID: Final = (
    "rule",
    "rules_edition",
    "citation",
    "kind",
    "reading",
    "charged",
    "subject",
    "due_on",
    "days_late",
    "event_ids",
    "calendar_version",
    "judged_day",
)


class Compared(NamedTuple):
    """A table, or the part of it that is compared."""

    table: str
    columns: str = "*"
    but: str = ""
    """A column: rows in which it is one of `of` are left out."""
    of: Sequence[str] = ()

    def differences(self, db: sqlite3.Connection, lane: str) -> Iterator[Fault]:
        """Compare stored rows with rebuilt ones; name one of each that has no other."""
        marks = ", ".join("?" * len(self.of))
        where = f"WHERE {self.but} NOT IN ({marks})" if self.of else ""
        for one, other in (("main", "stored"), ("stored", "main")):
            row = db.execute(
                f"SELECT {self.columns} FROM {one}.{self.table} {where} "  # noqa: S608 -- own names
                f"EXCEPT SELECT {self.columns} FROM {other}.{self.table} {where} LIMIT 1",
                (*self.of, *self.of),
            ).fetchone()
            if row is not None:
                said = "is missing from" if one == "main" else "does not belong in"
                yield Fault(lane=lane, seq=0, what=f"{_brief(row)} {said} {self.table}")


def _brief(row: Sequence[Any]) -> str:
    return ", ".join(str(value) for value in row if not isinstance(value, bytes))


def finding_faults(changes: Sequence[Change], day: RecordedDay, lane: str) -> Iterator[Fault]:
    """Compare what rules give on a day with what was recorded on it.

    Args:
        changes: what they give.
        day: as recorded.
        lane: the audit lane.
    """
    again = {change.finding_id: _said(change) for change in changes}
    findings = [(own.seq, own.event.data) for own in day.findings]
    stored = {one.finding_id: (seq, _said(one)) for seq, one in findings}
    for finding_id in sorted(again.keys() | stored.keys()):
        seq, said = stored.get(finding_id, (day.end, None))
        if again.get(finding_id) != said:
            yield Fault(lane=lane, seq=seq, what=f"finding {finding_id} is not what rules give")


def _said(one: Change | FindingMade | FindingSuperseded) -> tuple[Any, ...]:
    """Give what a finding says, whether as command or as event."""
    if isinstance(one, RecordFinding | FindingMade):
        return tuple(getattr(one, name) for name in _SAID)
    return ("superseded", one.charged, one.judged_day)
