"""What of a lane is asked for from outside, on SQLite: its streams, and how far a reader's go."""

from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction


def streams(tx: SqliteTransaction, category: str, after: str, limit: int) -> list[tuple[str, int]]:
    """List streams of a category by name, each with its version.

    Args:
        tx: a snapshot of the lane's store.
        category: as `application`.
        after: the id after which the list goes on; empty: from the first.
        limit: at most so many.
    """
    rows = tx.all(
        "SELECT originator_id, max(originator_version) FROM stored_events "
        "WHERE originator_id > ? AND originator_id < ? "
        "GROUP BY originator_id ORDER BY originator_id LIMIT ?",
        f"{category}-{after}",
        f"{category}.",  # The character after the hyphen: where the category's streams end.
        limit,
    )
    return [(row[0], row[1]) for row in rows]


def due_to(tx: SqliteTransaction, reader: str | None) -> int:
    """Say where a reader's last record of this lane ends (protocol D1); 0 if there is none.

    Args:
        tx: a snapshot of the lane's store.
        reader: an agency; None reads the whole lane.
    """
    if reader is None:
        return tx.size()
    rows = tx.all("SELECT max(size) FROM audience WHERE reader IN (?, ?)", reader, EVERYBODY)
    return rows[0][0] or 0
