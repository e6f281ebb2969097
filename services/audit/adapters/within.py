"""What all groups of tables share: the transaction in which they are read and written."""

from events.log.adapters.sqlite_transaction import SqliteTransaction


class Within:
    """Tables within one transaction."""

    def __init__(self, tx: SqliteTransaction) -> None:
        self._tx = tx
