"""Rebuilds the ledger's tables from the archive and judges every day again, to compare.

The rebuilt tables live in a temporary database that sees the stored file read-only beside it:
the same code fills them that filled the stored ones.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from events import codec
from events.audit import DayCounted, FindingMade, FindingSuperseded
from events.envelope import Recorded
from events.log.checking import Fault
from events.register import Register
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.application.deriving import derive
from services.audit.application.findings import put
from services.audit.application.judge import Judge
from services.audit.application.rebuilt import RebuiltTransaction, differences, rebuilding
from services.audit.domain.commands import RecordFinding
from services.audit.domain.evidence import RULES_EDITION
from services.audit.domain.judging import Change

SORTED: Final = ("case_event", "case_number", "lane_day", "identity", "oddity", "reader_count")
"""What follows from the archive alone."""
JUDGED: Final = ("claim", "agenda", "finding")
"""What follows from judging, too."""


def ledger_faults(path: Path, realm: str, audit_lane: str, register: Register) -> Iterator[Fault]:
    """Compare the stored ledger with what its evidence gives.

    Args:
        path: the audit instance's file.
        realm: the realm's name.
        audit_lane: the ledger's own lane.
        register: as the audit lane tells it.
    """
    with rebuilding(path) as (db, store):
        Ledger(store.tx).create()
        derive(store, realm, register, upto=store.tx.derived_to)
        yield from _judge_again(store.tx, audit_lane)
        tables = SORTED if _judging(store.tx) else SORTED + JUDGED
        yield from differences(db, audit_lane, tables)


def _judge_again(tx: RebuiltTransaction, audit_lane: str) -> Iterator[Fault]:
    judge = Judge(audit_lane)
    counted: dict[str, list[tuple[int, Recorded[DayCounted]]]] = {}
    for seq, event, judged_at in _judged_days(tx):
        days = counted.setdefault(event.data.jurisdiction, [])
        days.append((seq, event))
        outcome = judge.judge(tx, days)
        recorded = _recorded(tx, seq, judged_at, event.data.jurisdiction)
        yield from _compare(outcome.changes, recorded, audit_lane, judged_at)
        ledger = Ledger(tx)
        ledger.look_again(outcome.agenda)
        for _, raw, finding in recorded:
            _apply(ledger, raw, finding)


def _judging(tx: RebuiltTransaction) -> bool:
    """Say whether a day is counted and not judged yet: a crash left it half written."""
    rows = tx.all(
        "SELECT sum(topic = 'audit.day_counted.v1') > sum(topic = 'audit.day_judged.v1') "
        "FROM stored_events"
    )
    return bool(rows[0][0])


def _judged_days(tx: RebuiltTransaction) -> Iterator[tuple[int, Recorded[DayCounted], int]]:
    """Read the days that were judged, in the order of the audit lane: (counted, event, judged)."""
    rows = tx.all(
        "SELECT rowid, state FROM stored_events WHERE topic IN "
        "('audit.day_counted.v1', 'audit.day_judged.v1') ORDER BY rowid"
    )
    waiting: dict[tuple[str, Any], tuple[int, Recorded[DayCounted]]] = {}
    for seq, raw in rows:
        event = codec.read(raw)
        day = (event.data.jurisdiction, event.data.date)
        if isinstance(event.data, DayCounted):
            waiting[day] = (seq, event)
        elif day in waiting:
            yield *waiting.pop(day), seq


Recording = tuple[int, bytes, FindingMade | FindingSuperseded]


def _recorded(
    tx: RebuiltTransaction, after: int, before: int, jurisdiction: str
) -> list[Recording]:
    rows = tx.all(
        "SELECT rowid, state FROM stored_events WHERE rowid > ? AND rowid < ? AND topic IN "
        "('audit.finding_made.v1', 'audit.finding_superseded.v1') ORDER BY rowid",
        after,
        before,
    )
    found = [(seq, raw, codec.read(raw).data) for seq, raw in rows]
    return [one for one in found if one[2].jurisdiction == jurisdiction]


def _apply(ledger: Ledger, raw: bytes, finding: FindingMade | FindingSuperseded) -> None:
    if isinstance(finding, FindingMade):
        put(ledger, finding, raw)
    else:
        ledger.end_finding(finding.finding_id)


def _compare(
    changes: Sequence[Change], recorded: Sequence[Recording], lane: str, judged_at: int
) -> Iterator[Fault]:
    """Compare a day's findings; only within one edition of the rules."""
    editions = {one.rules_edition for _, _, one in recorded if isinstance(one, FindingMade)}
    if editions - {RULES_EDITION}:
        return
    again = {change.finding_id: _said(change) for change in changes}
    stored = {one.finding_id: (seq, _said(one)) for seq, _, one in recorded}
    for finding_id in sorted(again.keys() | stored.keys()):
        seq, said = stored.get(finding_id, (judged_at, None))
        if again.get(finding_id) != said:
            yield Fault(lane=lane, seq=seq, what=f"finding {finding_id} is not what rules give")


def _said(one: Change | FindingMade | FindingSuperseded) -> tuple[Any, ...]:
    """Give what a finding says, whether as command or as event."""
    if isinstance(one, RecordFinding | FindingMade):
        return (
            one.rule,
            one.citation,
            one.kind,
            one.reading,
            one.charged,
            one.subject,
            one.due_on,
            one.days_late,
            one.event_ids,
            one.calendar_version,
            one.judged_day,
        )
    return ("superseded", one.charged, one.judged_day)
