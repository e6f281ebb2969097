"""The tables are made by one edition of the rules; another one makes them anew.

What is sorted, and which event types can be read, belongs to an edition as its rules do. So nothing
is patched after an upgrade: an event that could not be read when it came stands in its place in the
tables that are made anew, and on the next ledger day all files are judged again.
"""

from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.store import Position
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.deriving import DERIVED, cursor
from services.audit.application.own_lane import follow_own
from services.audit.domain.evidence import RULES_EDITION


def make_tables(tx: SqliteTransaction, own_lane: str) -> bool:
    """Create the tables; if another edition had made them, make them anew.

    Returns:
        Whether they are new, so that the archive must be derived from the beginning.
    """
    tables = LedgerTables(tx)
    if made_at(tx):
        tables.create()
        return False
    tables.drop(positions=DERIVED)
    tables.create()
    follow_own(tx, own_lane)
    tx.track(Position(lane=cursor(RULES_EDITION), seq=tx.size()))
    return True


def made_at(tx: SqliteTransaction) -> int:
    """Give the own lane's size when this edition made the tables; 0 if it has not, or at no event.

    What was judged before is to be judged again: its agenda stood in the former tables.
    """
    return tx.position(cursor(RULES_EDITION))
