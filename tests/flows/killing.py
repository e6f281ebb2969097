"""Something done in a child process that is killed at one of its commits."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from traceback import print_exc

from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services import realm


class KillingStore(SqliteStore):
    """A store whose process dies at one of its write transactions."""

    left = 0
    """Transactions, of all the home's files together, until the process is killed."""
    before = False
    """Whether it dies before the last one is durable, or after."""

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


def killed(act: Callable[[], object], commit: int, *, before: bool = False) -> bool:
    """Do something in a child process; say whether it was killed before it was done.

    Args:
        act: opens its home itself.
        commit: the write transaction, from 1, at which the child is killed.
        before: kill before that transaction is durable.
    """
    child = os.fork()
    if child == 0:
        _do(act, commit, before=before)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL)
    return code != 0


def _do(act: Callable[[], object], commit: int, *, before: bool) -> None:
    KillingStore.left, KillingStore.before = commit, before
    realm.SqliteStore = KillingStore  # type: ignore[attr-defined]  # where files are opened
    try:
        act()
    except BaseException:  # noqa: BLE001 -- nothing may get back into the test runner's copy
        print_exc()
        os._exit(1)
    os._exit(0)
