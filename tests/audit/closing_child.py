"""A child process that closes one ledger day and is killed at one commit: `HOME DAY COMMIT`."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from events.log.adapters.sqlite_store import SqliteStore, SqliteTransaction
from examples.kazakhstan.agencies import JURISDICTION
from services import realm
from tests.flows.kz_days import CLOSER


class KillingStore(SqliteStore):
    """A store whose process dies after one of its write transactions."""

    left = 0
    """Transactions, of all the home's files together, until the process is killed."""

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """Begin as the store does; kill after the last one that is left."""
        with super().transaction() as tx:
            yield tx
        KillingStore.left -= 1
        if KillingStore.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    home, day, commit = sys.argv[1:]
    KillingStore.left = int(commit)
    realm.SqliteStore = KillingStore  # type: ignore[attr-defined]  # the fault is put where files open
    closing = realm.Realm(Path(home)).closing
    closing.close(JURISDICTION, date.fromisoformat(day), actor=CLOSER, time=f"{day}T18:59:59Z")


if __name__ == "__main__":
    main()
