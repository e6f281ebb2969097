"""A PostgreSQL server to try things on: a server that takes a DSN for each database and role."""

import hmac
from abc import abstractmethod
from typing import ClassVar, Final

from examples.servers.server import NoServer, Server

ADMIN: Final = "admin"
"""The superuser of a server that is ours."""

MAINTENANCE: Final = "postgres"
"""The database that every server has."""

ANSWER_SECONDS_MAX: Final = 2
"""For an answer to one who comes in; the smallest that libpq takes."""


class NoPostgres(NoServer):
    """There is no way to a server here."""

    what: ClassVar[str] = "PostgreSQL"


class PostgresServer(Server):
    """One server; see `Server`.

    Attributes:
        admin: a role that makes databases and roles; the superuser of a server that is ours.
        admin_password: its password, SCRAM-SHA-256; empty if a given DSN has none.
    """

    admin: str = ADMIN

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
