"""A PostgreSQL server to try things on: started, killed, paused, brought back with what it held."""

import hmac
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Final, Self

ADMIN: Final = "admin"
"""The superuser of a server that is ours."""

MAINTENANCE: Final = "postgres"
"""The database that every server has."""

START_SECONDS_MAX: Final = 60
"""A first start takes 2 to 4 s; a machine under load is given more."""

STOP_SECONDS_MAX: Final = 15
"""A stop in good order takes less than a second; then it is no longer waited for."""

ANSWER_SECONDS_MAX: Final = 2
"""For an answer to one who comes in; the smallest that libpq takes."""

LOOK_SECONDS: Final = 0.05
"""Between two looks whether something has come."""


class NoPostgres(Exception):
    """There is no way to a server here; each reason stands in it.

    Attributes:
        reasons: why each way is closed, in the order in which they were tried.
    """

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("no PostgreSQL: " + "; ".join(reasons))
        self.reasons = reasons


class ServerFailed(Exception):
    """A server that is ours did not do what it was told; the end of its log says why."""


class NotOurs(Exception):
    """A server at a given address is not ours to stop, kill, pause or empty."""


class PostgresServer(ABC):
    """One server; address, passwords and data stay the same until it is closed.

    Attributes:
        admin: a role that makes databases and roles; the superuser of a server that is ours.
        admin_password: its password, SCRAM-SHA-256; empty if a given DSN has none.
        log_path: what the server writes of itself; None at a given address.
        ours: whether it may be stopped, killed, paused and wiped.
    """

    admin: str = ADMIN
    admin_password: str
    log_path: Path | None = None
    ours: bool = True

    @abstractmethod
    def start(self) -> None:
        """Start, or start again on the same data and port; nothing if it runs.

        Returns when the administrator is let in, not when the port opens.

        Raises:
            ServerFailed: it ended, or let nobody in for `START_SECONDS_MAX`.
        """

    @abstractmethod
    def stop(self) -> None:
        """Stop in good order, and keep the data; nothing if it does not run."""

    @abstractmethod
    def kill(self) -> None:
        """End at once, as a crash does (SIGKILL), and keep the data."""

    @abstractmethod
    def pause(self) -> None:
        """Freeze: connections stay open and nobody answers (SIGSTOP)."""

    @abstractmethod
    def resume(self) -> None:
        """Let a frozen server go on (SIGCONT)."""

    @abstractmethod
    def wipe(self) -> None:
        """End, and lose all data: the next start is the first of an empty server."""

    @abstractmethod
    def address(self) -> str:
        """Give the DSN of the administrator, in the database from which others are made."""

    def dsn(self, database: str | None = None, role: str | None = None) -> str:
        """Give the words by which libpq comes in, password included.

        Args:
            database: by default the one of `address`.
            role: by default the administrator. Another one has the password of `password_of`,
                which `examples.postgres.databases` gives it.
        """
        from psycopg.conninfo import make_conninfo  # noqa: PLC0415 -- a development tool, not always there

        words = {} if database is None else {"dbname": database}
        if role is not None and role != self.admin:
            words |= {"user": role, "password": self.password_of(role)}
        return make_conninfo(self.address(), **words)

    def password_of(self, role: str) -> str:
        """Derive a role's password from the administrator's: nobody has to keep it."""
        return hmac.digest(self.admin_password.encode(), role.encode(), "sha256").hex()

    def answers(self) -> bool:
        """Say whether the administrator is let in now."""
        import psycopg  # noqa: PLC0415 -- a development tool, not always there

        try:
            psycopg.connect(self.address(), connect_timeout=ANSWER_SECONDS_MAX).close()
        except psycopg.OperationalError:
            return False
        return True

    def close(self) -> None:
        """End, and leave nothing behind but the log."""
        self.wipe()

    def __enter__(self) -> Self:
        """Start; what fails leaves nothing running."""
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


def pause_until(give_up: float) -> bool:
    """Wait for a look's time, and say whether there is time for another (`time.monotonic`)."""
    time.sleep(LOOK_SECONDS)
    return time.monotonic() < give_up
