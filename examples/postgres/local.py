"""A server from the programs of a package that pip installed."""

import signal
import time
from pathlib import Path
from typing import Final

from examples.postgres.account import Account
from examples.postgres.place import Place
from examples.postgres.server import ADMIN, MAINTENANCE, PostgresServer
from examples.postgres.settings import INITDB, arguments
from examples.postgres.workers import Workers
from examples.servers.child import Child
from examples.servers.server import (
    START_SECONDS_MAX,
    STOP_SECONDS_MAX,
    ServerFailed,
    free_ports,
    pause_until,
)

ENVIRONMENT: Final = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}
"""All of it: nobody's `PG...` variables change what runs."""

STILL_HELD: Final = ("is still in use", '"postmaster.pid" already exists')
"""What a start says while processes of a server that was killed have not ended yet."""

HELD_SECONDS_MAX: Final = 15
"""For these to end, and for the system to take note of it: that of an orphan takes some seconds."""

TAIL_CHARACTERS: Final = 2000
"""Of the log, in an error."""


class LocalServer(PostgresServer):
    """A server as a child process; see `PostgresServer`.

    Args:
        folder: where its data and its log go; must be there. Data that lie there are taken up.
        programs: the folder with `initdb` and `postgres`.
        user: under whom it runs; None: under ours.
    """

    log_path: Path

    def __init__(self, folder: Path, *, programs: Path, user: Account | None) -> None:
        (self._port,) = free_ports(1)
        self.log_path = folder / "postgres.log"
        self.programs: Final = programs
        self._user = user
        self._place = Place(folder, user)
        self.admin_password = self._place.password()
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The number of its first process while it runs."""
        return self._child.pid if self._child else None

    @property
    def cluster(self) -> Path:
        """Its data folder, as PostgreSQL's tools take it."""
        return self._place.cluster

    def address(self) -> str:
        """Give the administrator's DSN on this machine."""
        return (
            f"host=127.0.0.1 port={self._port} dbname={MAINTENANCE}"
            f" user={ADMIN} password={self.admin_password}"
        )

    def start(self) -> None:
        """Make the data folder if it is not there, start, and wait until we are let in."""
        if self._child and self._child.runs:
            return
        self.kill()  # the watch of one that ended by itself
        self._place.make(self.admin_password)
        if not self.cluster.exists():
            self._make_cluster()
        give_up = time.monotonic() + HELD_SECONDS_MAX
        while not self._started():
            if not pause_until(give_up):
                raise ServerFailed(f"its data are held by another: {self._tail()}")

    def stop(self) -> None:
        """Stop in good order; after `STOP_SECONDS_MAX` by force."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End every process at once; the data stay as they are."""
        if self._child is not None:
            workers = Workers(self._child.pid)
            self._child.end()
            workers.tell(signal.SIGKILL)
            workers.wait()
            self._child = None

    def pause(self) -> None:
        """Freeze the first process, then those that it has."""
        first = self._running()
        first.tell(signal.SIGSTOP)
        Workers(first.pid).tell(signal.SIGSTOP)

    def resume(self) -> None:
        """Let every process go on."""
        first = self._running()
        Workers(first.pid).tell(signal.SIGCONT)
        first.tell(signal.SIGCONT)

    def wipe(self) -> None:
        """End without writing anything more, and delete the data; the log stays."""
        self._end(signal.SIGQUIT)
        self._place.wipe()

    def _end(self, told: signal.Signals) -> None:
        if self._child is not None and self._child.runs:
            self.resume()
            self._child.tell(told)
            self._child.ended_within(STOP_SECONDS_MAX)
        self.kill()

    def _running(self) -> Child:
        if self._child is None or not self._child.runs:
            raise ServerFailed("the server does not run")
        return self._child

    def _make_cluster(self) -> None:
        aside = self._place.empty()
        password = f"--pwfile={self._place.password_file}"
        made = self._run("initdb", "-D", str(aside), "-U", ADMIN, password, "--no-sync", *INITDB)
        ended = made.ended_within(START_SECONDS_MAX)
        made.end()
        if not ended or made.code != 0:
            raise ServerFailed(f"its data folder could not be made: {self._tail()}")
        aside.rename(self.cluster)

    def _started(self) -> bool:
        """Start once; False if the processes of one that was killed have not all ended yet.

        Raises:
            ServerFailed: it ended for another reason, or lets nobody in.
        """
        told = self.log_path.stat().st_size if self.log_path.exists() else 0
        words = arguments(str(self._place.settings), listen="127.0.0.1", port=self._port)
        socketless = ("-c", "unix_socket_directories=")
        self._child = self._run("postgres", "-D", str(self.cluster), *words, *socketless)
        give_up = time.monotonic() + START_SECONDS_MAX
        while not self.answers():
            if not self._child.runs or not pause_until(give_up):
                self.kill()
                if any(word in self._log_after(told) for word in STILL_HELD):
                    return False
                raise ServerFailed(f"not started in {START_SECONDS_MAX} s: {self._tail()}")
        return True

    def _run(self, program: str, *words: str) -> Child:
        command = [str(self.programs / program), *words]
        user = None if self._user is None else (self._user.uid, self._user.gid)
        return Child(command, ENVIRONMENT, self.log_path, user=user, folder=self._place.path)

    def _log_after(self, told: int) -> str:
        return self.log_path.read_bytes()[told:].decode(errors="replace")

    def _tail(self) -> str:
        return self._log_after(0)[-TAIL_CHARACTERS:]
