"""A broker in Apache Kafka's own container image, from the same properties file as the jars.

The image's own way, properties as `KAFKA_*` variables, cannot be taken: it formats the storage
without an administrator, and no later command can add the first one. So the file is copied in, and
the image's tools are called as its wrapper would call them.
"""

import gc
import time
import warnings
from contextlib import closing
from pathlib import Path
from typing import Final

import docker
from docker.errors import DockerException, ImageNotFound
from docker.models.containers import Container
from docker.models.images import ImageCollection
from testcontainers.core.container import DockerContainer

from examples.broker.broker import (
    ADMIN,
    LOOK_SECONDS,
    START_SECONDS_MAX,
    STOP_SECONDS_MAX,
    Broker,
    BrokerFailed,
)
from examples.broker.settings import (
    CLUSTER,
    PROPERTIES,
    STARTED,
    administrator_password,
    free_ports,
    variables,
)

IMAGE: Final = "apache/kafka:4.3.1"
TOOLS: Final = "/opt/kafka/bin"
"""Where the image has Kafka's scripts."""
DATA: Final = "/var/lib/kafka/data"
"""A volume of the image, which its user may write."""
MOUNTED: Final = "/etc/qyzmet/server.properties"
CONTROLLER_PORT: Final = 9093
"""Inside the container; nobody outside comes to it."""
HEAP: Final = {"KAFKA_HEAP_OPTS": "-Xmx384m"}

PROBE_SECONDS: Final = 5
"""For an engine's answer; one that runs answers in milliseconds."""


def script(tools: str = TOOLS, properties: str = MOUNTED) -> str:
    """Give the shell script that formats the storage once and becomes the broker."""
    admin = f"SCRAM-SHA-512=[name={ADMIN},password=$BROKER_ADMIN_PASSWORD]"
    return (
        f"{tools}/kafka-storage.sh format --ignore-formatted --cluster-id {CLUSTER}"
        f' --config {properties} --add-scram "{admin}" && '
        f"exec {tools}/kafka-server-start.sh {properties}"
    )


def engine_obstacle(image: str = IMAGE) -> str | None:
    """Say why no container can be run here; None if one can, its image then being there."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", ResourceWarning
        )  # docker leaves its socket to the collector
        reason = _asked(image)
        gc.collect()
    return reason


def _asked(image: str) -> str | None:
    try:
        with closing(docker.from_env(timeout=PROBE_SECONDS)) as engine:
            engine.ping()
        with closing(docker.from_env()) as engine:
            _have_image(engine.images, image)
    except (DockerException, OSError) as problem:
        return str(problem)
    return None


def _have_image(images: ImageCollection, image: str) -> None:
    try:
        images.get(image)
    except ImageNotFound:
        images.pull(image)


class ContainerBroker(Broker):
    """A broker in a container on this machine's engine; see `Broker`."""

    log_path: Path

    def __init__(self, folder: Path, *, seed: str | None = None) -> None:
        (self._port,) = free_ports(1)
        self.bootstrap = f"127.0.0.1:{self._port}"
        self.admin_password = administrator_password(seed)
        self.log_path = folder / "broker.log"
        self._made: DockerContainer | None = None

    def start(self) -> None:
        """Make the container, or start the one that there is."""
        if self._made is None:
            self._made = self._described()
            self._made.start()
            self._wait(self._container(), 1)
        elif self._state() not in ("running", "paused"):
            starts = self._log().count(STARTED)
            self._container().start()
            self._wait(self._container(), starts + 1)

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

    def _container(self) -> Container:
        if self._made is None:
            raise BrokerFailed("the broker does not run")
        return self._made.get_wrapped_container()

    def _state(self) -> str:
        if self._made is None:
            return "absent"
        self._container().reload()
        return str(self._container().status)

    def _unpaused(self) -> None:
        if self._state() == "paused":
            self.resume()

    def _wait(self, container: Container, starts: int) -> None:
        give_up = time.monotonic() + START_SECONDS_MAX
        while self._log().count(STARTED) < starts:
            container.reload()
            if container.status == "exited" or time.monotonic() > give_up:
                self._keep_log()
                raise BrokerFailed(f"not started in {START_SECONDS_MAX} s, see {self.log_path}")
            time.sleep(LOOK_SECONDS)
        self._keep_log()

    def _log(self) -> str:
        return bytes(self._container().logs()).decode(errors="replace")

    def _keep_log(self) -> None:
        self.log_path.write_text(self._log())
