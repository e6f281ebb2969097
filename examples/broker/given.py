"""A broker that somebody else runs, at an address given by the environment."""

from collections.abc import Mapping

from examples.broker.broker import ADMIN, Broker
from examples.servers.untouched import Untouched

ADDRESS = "KAFKA_BOOTSTRAP"
PASSWORD = "KAFKA_ADMIN_PASSWORD"  # noqa: S105 -- the variable's name
USER = "KAFKA_ADMIN_USER"
TLS = "KAFKA_TLS"
"""Set to anything: TLS, by this machine's authorities unless `KAFKA_SSL_CAFILE` names one."""
AUTHORITY = "KAFKA_SSL_CAFILE"


class GivenBroker(Untouched, Broker):
    """A broker that is used and never touched; see `Broker`."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.bootstrap = environ[ADDRESS]
        self.admin_user = environ.get(USER, ADMIN)
        self.admin_password = environ[PASSWORD]
        self.ssl_cafile = environ.get(AUTHORITY)
        if self.ssl_cafile or environ.get(TLS):
            self.security_protocol = "SASL_SSL"

    def name(self) -> str:
        """Name it by its address."""
        return f"the broker at {self.bootstrap} ({ADDRESS})"
