"""A server in a container on this machine's engine, whichever server it is."""

import gc
import time
import warnings
from abc import abstractmethod
from contextlib import closing
from pathlib import Path
from typing import Final

import docker
from docker.errors import DockerException, ImageNotFound
from docker.models.containers import Container
from docker.models.images import ImageCollection
from testcontainers.core.container import DockerContainer

from examples.servers.server import (
    START_SECONDS_MAX,
    STOP_SECONDS_MAX,
    Server,
    ServerFailed,
    pause_until,
)

PROBE_SECONDS: Final = 5
"""For an engine's answer; one that runs answers in milliseconds."""


def engine_obstacle(image: str) -> str | None:
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


class InContainer(Server):
    """A server in a container; see `Server`."""

    log_path: Path
    _made: DockerContainer | None = None

    @abstractmethod
    def described(self) -> DockerContainer:
        """Describe the container."""

    @abstractmethod
    def serves(self) -> bool:
        """Say whether it serves now that it was started."""

    def start(self) -> None:
        """Make the container, or start the one that there is."""
        if self._made is None:
            self._made = self.described()
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

    def log(self) -> str:
        """Give all that it has written of itself, over all its starts."""
        return bytes(self._container().logs()).decode(errors="replace")

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
        give_up = time.monotonic() + START_SECONDS_MAX
        while not self.serves():
            if self._state() == "exited" or not pause_until(give_up):
                self._keep_log()
                raise ServerFailed(f"not started in {START_SECONDS_MAX} s, see {self.log_path}")
        self._keep_log()

    def _keep_log(self) -> None:
        self.log_path.write_text(self.log())
