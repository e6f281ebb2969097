"""A broker that somebody else runs, at an address given by the environment."""

from collections.abc import Mapping

from examples.broker.broker import ADMIN, Broker, NotOurs

ADDRESS = "KAFKA_BOOTSTRAP"
PASSWORD = "KAFKA_ADMIN_PASSWORD"  # noqa: S105 -- the variable's name
USER = "KAFKA_ADMIN_USER"
TLS = "KAFKA_TLS"
"""Set to anything: TLS, by this machine's authorities unless `KAFKA_SSL_CAFILE` names one."""
AUTHORITY = "KAFKA_SSL_CAFILE"


class GivenBroker(Broker):
    """A broker that is used and never touched; see `Broker`."""

    ours = False

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.bootstrap = environ[ADDRESS]
        self.admin_user = environ.get(USER, ADMIN)
        self.admin_password = environ[PASSWORD]
        self.ssl_cafile = environ.get(AUTHORITY)
        if self.ssl_cafile or environ.get(TLS):
            self.security_protocol = "SASL_SSL"

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
        return NotOurs(f"the broker at {self.bootstrap} ({ADDRESS}) is not ours to be {told}")
