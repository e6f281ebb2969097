"""A broker in Apache Kafka's own container image, from the same properties file as the jars.

The image's own way, properties as `KAFKA_*` variables, cannot be taken: it formats the storage
without an administrator, and no later command can add the first one. So the file is copied in, and
the image's tools are called as its wrapper would call them.
"""

from pathlib import Path
from typing import Final

from testcontainers.core.container import DockerContainer

from examples.broker.broker import ADMIN, Broker
from examples.broker.settings import CLUSTER, PROPERTIES, STARTED, variables
from examples.servers.containers import InContainer
from examples.servers.server import administrator_password, free_ports

IMAGE: Final = "apache/kafka:4.3.1"
TOOLS: Final = "/opt/kafka/bin"
"""Where the image has Kafka's scripts."""
DATA: Final = "/var/lib/kafka/data"
"""A volume of the image, which its user may write."""
MOUNTED: Final = "/etc/qyzmet/server.properties"
CONTROLLER_PORT: Final = 9093
"""Inside the container; nobody outside comes to it."""
HEAP: Final = {"KAFKA_HEAP_OPTS": "-Xmx384m"}


def script(tools: str = TOOLS, properties: str = MOUNTED) -> str:
    """Give the shell script that formats the storage once and becomes the broker."""
    admin = f"SCRAM-SHA-512=[name={ADMIN},password=$BROKER_ADMIN_PASSWORD]"
    return (
        f"{tools}/kafka-storage.sh format --ignore-formatted --cluster-id {CLUSTER}"
        f' --config {properties} --add-scram "{admin}" && '
        f"exec {tools}/kafka-server-start.sh {properties}"
    )


class ContainerBroker(InContainer, Broker):
    """A broker in a container; see `Broker`."""

    def __init__(self, folder: Path, *, seed: str | None = None) -> None:
        (self._port,) = free_ports(1)
        self.bootstrap = f"127.0.0.1:{self._port}"
        self.admin_password = administrator_password(seed)
        self.log_path = folder / "broker.log"
        self._served = 0

    def serves(self) -> bool:
        """Say whether its log tells of a start that was not told of before."""
        starts = self.log().count(STARTED)
        new = starts > self._served
        self._served = starts
        return new

    def described(self) -> DockerContainer:
        """Describe the image's container, with our properties and script in it."""
        read = variables(
            listen=f"0.0.0.0:{self._port}",
            advertised=self.bootstrap,
            controller_port=CONTROLLER_PORT,
            data=DATA,
            password=self.admin_password,
        )
        return (
            DockerContainer(IMAGE, entrypoint=["bash", "-ec"])
            .with_command([script()])
            .with_envs(**HEAP, **read)
            .with_copy_into_container(PROPERTIES, MOUNTED)
            .with_bind_ports(self._port, self._port)
        )
