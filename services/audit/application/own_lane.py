"""From the own lane to the tables: findings and sizes accepted, as recorded last; silent lanes."""

from typing import Final

from events.audit import DayCounted, FindingMade, FindingSuperseded, LanesAccepted
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import Position
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.adapters.sqlite_own import Own
from services.audit.application.deriving import cursor
from services.audit.domain.rulebook import LANE_RULES
from services.audit.domain.rules.lanes import LANE_SILENT

FOLLOWED: Final = (DayCounted, FindingMade, FindingSuperseded, LanesAccepted)
_ON_LANES: Final = {rule.name for rule in LANE_RULES}


def follow_own(tx: SqliteTransaction, lane: str) -> None:
    """Bring the tables up to all that the authority has said."""
    tables, after, size = LedgerTables(tx), tx.position(cursor(lane)), tx.size()
    for own in tables.said(after, size, *FOLLOWED):
        tell(tables, own)
    if size > after:
        tx.track(Position(lane=cursor(lane), seq=size))


def tell(tables: LedgerTables, own: Own) -> None:
    """Bring the tables up to one event of the own lane."""
    match data := own.event.data:
        case DayCounted():
            tables.add_silent(data.date, data.silent)
        case FindingMade():
            tables.put_finding(data.finding_id, file_of(data), data.jurisdiction, own.raw)
        case FindingSuperseded():
            tables.end_finding(data.finding_id)
        case LanesAccepted():
            tables.accept((lane.lane, lane.size) for lane in data.lanes)
        case _:
            pass


def file_of(finding: FindingMade) -> str:
    """Name the file that a finding is on: the lane whose conduct it is about, else the case.

    Its subject is often another: the case of a backdated entry, the lane that somebody heard.
    """
    if finding.rule not in _ON_LANES or finding.rule == LANE_SILENT.name:
        return finding.subject
    return finding.event_ids[0].partition("/")[0]
