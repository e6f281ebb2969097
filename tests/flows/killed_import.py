"""A child process that imports a log and is killed at one commit: `HOME LOG COMMIT WHEN`.

WHEN is `before` the commit is durable, or `after`.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.log.adapters.sqlite_store import SqliteStore, SqliteTransaction
from services import realm
from tests.flows.homes import import_log


class KillingStore(SqliteStore):
    """A store whose process dies at one of its write transactions."""

    left = 0
    """Transactions, of all the home's files together, until the process is killed."""
    before = False

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        """Begin as the store does; kill at the end of the last one that is left."""
        KillingStore.left -= 1
        with super().transaction() as tx:
            yield tx
            if self.before:
                self._kill_if_last()
        self._kill_if_last()

    def _kill_if_last(self) -> None:
        if KillingStore.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    home, log, commit, when = sys.argv[1:]
    KillingStore.left, KillingStore.before = int(commit), when == "before"
    realm.SqliteStore = KillingStore  # type: ignore[attr-defined]  # the fault is put where files open
    import_log(Path(home), Path(log).read_text("utf-8"))


if __name__ == "__main__":
    main()
