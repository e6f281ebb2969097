"""A Kafka broker to try things on: a server that every client of the product can come to."""

from typing import ClassVar, Final, Literal

from events.log.kafka.access import KafkaAccess
from examples.servers.server import NoServer, Server

ADMIN: Final = "admin"
"""The one super user (examples/broker/server.properties)."""


class NoBroker(NoServer):
    """There is no way to a broker here."""

    what: ClassVar[str] = "Kafka broker"


class Broker(Server):
    """One broker; see `Server`.

    Attributes:
        bootstrap: `host:port` of the client listener.
        admin_user, admin_password: the super user, SCRAM-SHA-512; the only user at first.
        security_protocol: `SASL_PLAINTEXT`, or `SASL_SSL` at a given address.
        ssl_cafile: the file with the authority that signed a given broker's certificate; or None.
    """

    bootstrap: str
    admin_user: str = ADMIN
    security_protocol: Literal["SASL_PLAINTEXT", "SASL_SSL"] = "SASL_PLAINTEXT"
    ssl_cafile: str | None = None

    def access(self) -> KafkaAccess:
        """Give the administrator's access, as every client of the product takes it."""
        return KafkaAccess(
            bootstrap=self.bootstrap,
            user=self.admin_user,
            password=self.admin_password,
            security_protocol=self.security_protocol,
            ssl_cafile=self.ssl_cafile,
        )
