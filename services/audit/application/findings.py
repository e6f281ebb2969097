"""The table of findings: each as recorded last, by the file that it is on."""

from typing import Final

from events.audit import FindingMade
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.domain.commands import RecordFinding, SupersedeFinding
from services.audit.domain.judging import Change
from services.audit.domain.rulebook import LANE_RULES
from services.audit.domain.rules.lanes import LANE_SILENT

_ON_LANES: Final = {rule.name for rule in LANE_RULES}


def file_of(finding: RecordFinding | FindingMade) -> str:
    """Name the file that a finding is on: the lane whose conduct it is about, else the case.

    Its subject is often another: the case of a backdated entry, the lane that somebody heard.
    """
    if finding.rule not in _ON_LANES or finding.rule == LANE_SILENT.name:
        return finding.subject
    return finding.event_ids[0].partition("/")[0]


def put(ledger: Ledger, finding: RecordFinding | FindingMade, raw: bytes) -> None:
    """Bring the table up to a recorded finding.

    Args:
        ledger: the tables.
        finding: what it says.
        raw: the bytes of its event.
    """
    ledger.put_finding(finding.finding_id, file_of(finding), raw, stands=True)


def project(tx: SqliteTransaction, ledger: Ledger, change: Change) -> None:
    """Bring the table of findings up to what was recorded."""
    if isinstance(change, SupersedeFinding):
        ledger.end_finding(change.finding_id)
        return
    recorded = tx.last(f"finding-{change.finding_id}")
    if recorded is not None:
        put(ledger, change, recorded)
