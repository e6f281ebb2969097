"""Cases by the numbers that people type, looked up in the ledger's tables on SQLite."""

from typing import Final

from events.log.adapters.sqlite_transaction import SqliteTransaction

FOUND_MAX: Final = 20
"""Cases shown for the beginning of an id: more is not an answer."""


def cases_numbered(tx: SqliteTransaction, number: str) -> list[str]:
    """Find cases by id, by the beginning of an id, by any number in the table; sorted.

    Capitals and small letters are one; outside ASCII, where a number has letters of one kind only.
    """
    rows = tx.all(
        "SELECT subject FROM case_number WHERE lower(number) IN (?, ?, ?)",
        *map(_folded, (number, number.lower(), number.upper())),
    )
    for beginning in {number, number.lower()}:
        rows += tx.all(
            "SELECT DISTINCT subject FROM case_event WHERE subject >= ? AND subject < ? "
            "ORDER BY subject LIMIT ?",
            beginning,
            f"{beginning}\U0010ffff",
            FOUND_MAX,
        )
    return sorted({row[0] for row in rows})


def _folded(text: str) -> str:
    """Write capitals of ASCII small, as the database's `lower` does."""
    return "".join(one.lower() if one.isascii() else one for one in text)
