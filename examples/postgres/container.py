"""A server in PostgreSQL's container image, from the same settings file as the programs."""

from pathlib import Path
from typing import Final

from testcontainers.core.container import DockerContainer

from examples.postgres.server import ADMIN, MAINTENANCE, PostgresServer
from examples.postgres.settings import INITDB, SETTINGS, arguments
from examples.servers.containers import InContainer
from examples.servers.server import administrator_password, free_ports

IMAGE: Final = "postgres:18"
MOUNTED: Final = "/etc/qyzmet/postgresql.conf"
PORT: Final = 5432
"""Inside the container; this machine's port is another one."""


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


class ContainerServer(InContainer, PostgresServer):
    """A server in a container; see `PostgresServer`."""

    def __init__(self, folder: Path) -> None:
        (self._port,) = free_ports(1)
        self.admin_password = administrator_password(None)
        self.log_path = folder / "postgres.log"

    def address(self) -> str:
        """Give the administrator's DSN on this machine."""
        return (
            f"host=127.0.0.1 port={self._port} dbname={MAINTENANCE}"
            f" user={ADMIN} password={self.admin_password}"
        )

    def serves(self) -> bool:
        """Say whether we are let in; the server that first makes the data listens to nobody."""
        return self.answers()

    def described(self) -> DockerContainer:
        """Describe the image's container, with our settings in it."""
        return (
            DockerContainer(IMAGE)
            .with_command(command())
            .with_envs(**variables(self.admin_password))
            .with_copy_into_container(SETTINGS, MOUNTED)
            .with_bind_ports(PORT, self._port)
        )
