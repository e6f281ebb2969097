"""A Kafka broker to try things on: started, killed, paused, brought back with what it held."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Final, Literal, Self

from events.log.kafka.access import KafkaAccess

ADMIN: Final = "admin"
"""The one super user (examples/broker/server.properties)."""

START_SECONDS_MAX: Final = 60
"""A start takes 2 to 5 s; a machine under load is given more."""

STOP_SECONDS_MAX: Final = 15
"""A stop in good order takes about a second; then it is no longer waited for."""

LOOK_SECONDS: Final = 0.05
"""Between two looks into the log."""


class NoBroker(Exception):
    """There is no way to a broker here; each reason stands in it.

    Attributes:
        reasons: why each way is closed, in the order in which they were tried.
    """

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("no Kafka broker: " + "; ".join(reasons))
        self.reasons = reasons


class BrokerFailed(Exception):
    """A broker that is ours did not do what it was told; the end of its log says why."""


class NotOurs(Exception):
    """A broker at a given address is not ours to stop, kill, pause or empty."""


class Broker(ABC):
    """One broker; ports, password and data stay the same until it is closed.

    Attributes:
        bootstrap: `host:port` of the client listener.
        admin_user, admin_password: the super user, SCRAM-SHA-512; the only user at first.
        security_protocol: `SASL_PLAINTEXT`, or `SASL_SSL` at a given address.
        ssl_cafile: the file with the authority that signed a given broker's certificate; or None.
        log_path: what the broker writes of itself; None at a given address.
        ours: whether it may be stopped, killed, paused and wiped.
    """

    bootstrap: str
    admin_user: str = ADMIN
    admin_password: str
    security_protocol: Literal["SASL_PLAINTEXT", "SASL_SSL"] = "SASL_PLAINTEXT"
    ssl_cafile: str | None = None
    log_path: Path | None = None
    ours: bool = True

    @abstractmethod
    def start(self) -> None:
        """Start, or start again on the same data and ports; nothing if it runs.

        Returns when the broker says that it has started, not when its port opens.

        Raises:
            BrokerFailed: it ended, or said nothing in `START_SECONDS_MAX`.
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
        """Let a frozen broker go on (SIGCONT)."""

    @abstractmethod
    def wipe(self) -> None:
        """End, and lose all data: the next start is the first of an empty broker."""

    def access(self) -> KafkaAccess:
        """Give the administrator's access, as every client of the product takes it."""
        return KafkaAccess(
            bootstrap=self.bootstrap,
            user=self.admin_user,
            password=self.admin_password,
            security_protocol=self.security_protocol,
            ssl_cafile=self.ssl_cafile,
        )

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
