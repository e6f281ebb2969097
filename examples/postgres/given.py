"""A server that somebody else runs, at an address given by the environment."""

from collections.abc import Mapping

from psycopg.conninfo import conninfo_to_dict

from examples.postgres.server import PostgresServer
from examples.postgres.settings import DSN
from examples.servers.untouched import Untouched


class GivenServer(Untouched, PostgresServer):
    """A server that is used and never touched; see `PostgresServer`."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._dsn = environ[DSN]
        self._words = conninfo_to_dict(self._dsn)
        self.admin = str(self._words.get("user", ""))
        self.admin_password = str(self._words.get("password", ""))

    def address(self) -> str:
        """Give the DSN as it was given."""
        return self._dsn

    def name(self) -> str:
        """Name it by its host, never by its DSN, which has a password."""
        host = self._words.get("host", "its default address")
        return f"the server at {host} ({DSN})"
