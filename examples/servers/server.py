"""A server to try things on: started, killed, paused, brought back with what it held."""

import secrets
import socket
import time
from abc import ABC, abstractmethod
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, Final, Self

START_SECONDS_MAX: Final = 60
"""A start takes 2 to 5 s; a machine under load is given more."""

STOP_SECONDS_MAX: Final = 15
"""A stop in good order takes about a second; then it is no longer waited for."""

LOOK_SECONDS: Final = 0.05
"""Between two looks whether something has come."""

PASSWORD_BYTES: Final = 24
"""Of chance in an administrator's password: 192 bits."""


class NoServer(Exception):
    """There is no way to a server here; each reason stands in it.

    Attributes:
        reasons: why each way is closed, in the order in which they were tried.
    """

    what: ClassVar[str] = "server"

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(f"no {self.what}: " + "; ".join(reasons))
        self.reasons = reasons


class ServerFailed(Exception):
    """A server that is ours did not do what it was told; the end of its log says why."""


class NotOurs(Exception):
    """A server at a given address is not ours to stop, kill, pause or empty."""


class Server(ABC):
    """One server; address, passwords and data stay the same until it is closed.

    Attributes:
        admin_password: of the administrator.
        log_path: what the server writes of itself; None at a given address.
        ours: whether it may be stopped, killed, paused and wiped.
    """

    admin_password: str
    log_path: Path | None = None
    ours: bool = True

    @abstractmethod
    def start(self) -> None:
        """Start, or start again on the same data and ports; nothing if it runs.

        Returns when it serves, not when its port opens.

        Raises:
            ServerFailed: it ended, or does not serve after `START_SECONDS_MAX`.
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


def administrator_password(seed: str | None) -> str:
    """Draw a password; the same from the same seed, where a run is to be repeated."""
    if seed is None:
        return secrets.token_urlsafe(PASSWORD_BYTES)
    return sha256(seed.encode()).hexdigest()


def free_ports(count: int) -> list[int]:
    """Find loopback ports on which nobody listens now."""
    with ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]
