"""A server that somebody else runs, at an address given by the environment."""

from collections.abc import Mapping

from psycopg.conninfo import conninfo_to_dict

from examples.postgres.server import NotOurs, PostgresServer
from examples.postgres.settings import DSN


class GivenServer(PostgresServer):
    """A server that is used and never touched; see `PostgresServer`."""

    ours = False

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._dsn = environ[DSN]
        self._words = conninfo_to_dict(self._dsn)
        self.admin = str(self._words.get("user", ""))
        self.admin_password = str(self._words.get("password", ""))

    def address(self) -> str:
        """Give the DSN as it was given."""
        return self._dsn

    def start(self) -> None:
        """Nothing: it runs, or its clients say that it does not."""

    def stop(self) -> None:
        """Refused."""
        raise self._refusal("stopped")

    def kill(self) -> None:
        """Refused."""
        raise self._refusal("killed")

    def pause(self) -> None:
        """Refused."""
        raise self._refusal("paused")

    def resume(self) -> None:
        """Refused."""
        raise self._refusal("resumed")

    def wipe(self) -> None:
        """Refused."""
        raise self._refusal("wiped")

    def close(self) -> None:
        """Nothing: it is not ours."""

    def _refusal(self, told: str) -> NotOurs:
        host = self._words.get("host", "its default address")
        return NotOurs(f"the server at {host} ({DSN}) is not ours to be {told}")
