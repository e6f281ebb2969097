"""The findings that the audit lane has recorded up to any size of it."""

from events.audit import FindingMade, FindingSuperseded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.projections.recorded import RecordedFinding, fold


def recorded(tx: SqliteTransaction, size: int) -> list[RecordedFinding]:
    """Read the findings recorded up to a size, sorted by (judged day, rule, finding id)."""
    said = LedgerTables(tx).said(0, size, FindingMade, FindingSuperseded)
    return fold(own.event for own in said)
