"""A server that somebody else runs: it is used and never touched."""

from abc import abstractmethod

from examples.servers.server import NotOurs, Server


class Untouched(Server):
    """A server at an address given by the environment; see `Server`."""

    ours = False

    @abstractmethod
    def name(self) -> str:
        """Name the server, its address and the variable that gives it."""

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
        return NotOurs(f"{self.name()} is not ours to be {told}")
