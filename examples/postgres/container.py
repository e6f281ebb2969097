"""A server in PostgreSQL's container image, from the same settings file as the programs."""

import time
from pathlib import Path
from typing import Final

from docker.models.containers import Container
from testcontainers.core.container import DockerContainer

from examples.broker.container import engine_obstacle
from examples.broker.settings import administrator_password, free_ports
from examples.postgres.server import (
    ADMIN,
    MAINTENANCE,
    START_SECONDS_MAX,
    STOP_SECONDS_MAX,
    PostgresServer,
    ServerFailed,
    pause_until,
)
from examples.postgres.settings import INITDB, SETTINGS, arguments

IMAGE: Final = "postgres:18"
MOUNTED: Final = "/etc/qyzmet/postgresql.conf"
PORT: Final = 5432
"""Inside the container; this machine's port is another one."""


def obstacle() -> str | None:
    """Say why no container can be run here; None if one can, its image then being there."""
    return engine_obstacle(IMAGE)


def command() -> list[str]:
    """Give what the image's entry point is told: the server, after the data folder is made."""
    return ["postgres", *arguments(MOUNTED, listen="*", port=PORT)]


def variables(password: str) -> dict[str, str]:
    """Give the variables by which the image's entry point makes the data folder."""
    return {
        "POSTGRES_USER": ADMIN,
        "POSTGRES_PASSWORD": password,
        "POSTGRES_DB": MAINTENANCE,
        "POSTGRES_INITDB_ARGS": " ".join(INITDB),
        "POSTGRES_HOST_AUTH_METHOD": "scram-sha-256",
    }


class ContainerServer(PostgresServer):
    """A server in a container on this machine's engine; see `PostgresServer`."""

    log_path: Path

    def __init__(self, folder: Path) -> None:
        (self._port,) = free_ports(1)
        self.admin_password = administrator_password(None)
        self.log_path = folder / "postgres.log"
        self._made: DockerContainer | None = None

    def address(self) -> str:
        """Give the administrator's DSN on this machine."""
        return (
            f"host=127.0.0.1 port={self._port} dbname={MAINTENANCE}"
            f" user={ADMIN} password={self.admin_password}"
        )

    def start(self) -> None:
        """Make the container, or start the one that there is."""
        if self._made is None:
            self._made = self._described()
            self._made.start()
        elif self._state() in ("running", "paused"):
            return
        else:
            self._container().start()
        self._wait()

    def stop(self) -> None:
        """Stop in good order; after `STOP_SECONDS_MAX` by force."""
        self._unpaused()
        if self._state() == "running":
            self._container().stop(timeout=STOP_SECONDS_MAX)

    def kill(self) -> None:
        """Kill; the container and its data stay."""
        self._unpaused()
        if self._state() == "running":
            self._container().kill()
            self._container().wait()

    def pause(self) -> None:
        """Freeze every process of the container."""
        self._container().pause()

    def resume(self) -> None:
        """Let the container go on."""
        self._container().unpause()

    def wipe(self) -> None:
        """Remove the container and its volumes; the log stays."""
        if self._made is not None:
            self._keep_log()
            self._made.stop()
            self._made = None

    def _described(self) -> DockerContainer:
        return (
            DockerContainer(IMAGE)
            .with_command(command())
            .with_envs(**variables(self.admin_password))
            .with_copy_into_container(SETTINGS, MOUNTED)
            .with_bind_ports(PORT, self._port)
        )

    def _container(self) -> Container:
        if self._made is None:
            raise ServerFailed("the server does not run")
        return self._made.get_wrapped_container()

    def _state(self) -> str:
        if self._made is None:
            return "absent"
        self._container().reload()
        return str(self._container().status)

    def _unpaused(self) -> None:
        if self._state() == "paused":
            self.resume()

    def _wait(self) -> None:
        """Wait until we are let in; the server that first makes the data listens to nobody."""
        give_up = time.monotonic() + START_SECONDS_MAX
        while not self.answers():
            if self._state() == "exited" or not pause_until(give_up):
                self._keep_log()
                raise ServerFailed(f"not started in {START_SECONDS_MAX} s, see {self.log_path}")
        self._keep_log()

    def _keep_log(self) -> None:
        self.log_path.write_text(bytes(self._container().logs()).decode(errors="replace"))
