"""The book of a jurisdiction's ledger days, read from the audit lane."""

from events import codec
from events.audit import DayCounted
from events.envelope import Recorded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.domain.ledger import Ledger


def ledger_state(tx: SqliteTransaction, jurisdiction: str) -> Ledger:
    """Say how far a jurisdiction's ledger is."""
    state = Ledger(jurisdiction=jurisdiction)
    stream = f"ledger-{jurisdiction}"
    for raw in tx.history([stream]).get(stream, ()):
        state = state.evolve(codec.read(raw).data)
    return state


def counted_days(
    tx: SqliteTransaction, jurisdiction: str
) -> list[tuple[int, Recorded[DayCounted]]]:
    """Read the days counted in a jurisdiction, ascending, each with its seq."""
    rows = tx.all(
        "SELECT rowid, state FROM stored_events WHERE originator_id = ? "
        "AND topic = 'audit.day_counted.v1' ORDER BY rowid",
        f"ledger-{jurisdiction}",
    )
    return [(row[0], codec.read(row[1])) for row in rows]
