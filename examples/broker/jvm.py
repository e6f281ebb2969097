"""A broker from Apache Kafka's jars, on a Java that pip installed."""

import shutil
import signal
import time
from pathlib import Path
from typing import Final

from examples.broker.broker import ADMIN, Broker
from examples.broker.settings import CLUSTER, LOGGING, PROPERTIES, STARTED, variables
from examples.servers.child import Child
from examples.servers.server import (
    LOOK_SECONDS,
    START_SECONDS_MAX,
    STOP_SECONDS_MAX,
    ServerFailed,
    administrator_password,
    free_ports,
)

FLAGS: Final = (
    "-Xmx384m",  # 192 MB do not suffice
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # starts sooner, and is quick enough for one machine
    "--sun-misc-unsafe-memory-access=allow",  # else Java 25 warns of Kafka's use at each start
    f"-Dlog4j2.configurationFile={LOGGING}",
)
RECORD_SECONDS_MAX: Final = 120
"""For a stop that records: 4 s on an idle machine, five times that under load."""

TAIL_CHARACTERS: Final = 2000
"""Of the log, in an error."""


class JavaBroker(Broker):
    """A broker as a child process; see `Broker`.

    Args:
        folder: where its data and its log go; must be there.
        java: the runtime.
        jars: all that Kafka needs (examples/broker/jars.py).
        seed: of the administrator's password; a random one without it.
        loaded: classes as they are after a start (examples/broker/loaded.py), for quicker ones.
        records: write such a file when the broker stops; this takes a while.
    """

    log_path: Path

    def __init__(
        self,
        folder: Path,
        *,
        java: Path,
        jars: list[Path],
        seed: str | None = None,
        loaded: Path | None = None,
        records: Path | None = None,
    ) -> None:
        port, controller_port = free_ports(2)
        self.bootstrap = f"127.0.0.1:{port}"
        self.admin_password = administrator_password(seed)
        self.log_path = folder / "broker.log"
        self._data = folder / "data"
        quicker = [f"-XX:AOTCache={loaded}"] if loaded else []
        self._java = [str(java), *FLAGS, *quicker, "-cp", ":".join(map(str, jars))]
        self._records = [f"-XX:AOTCacheOutput={records}"] if records else []
        self._variables = variables(
            listen=self.bootstrap,
            advertised=self.bootstrap,
            controller_port=controller_port,
            data=str(self._data),
            password=self.admin_password,
        )
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Format the data folder if it is not there, start, and wait for the word in the log."""
        if self._child and self._child.runs:
            return
        if not self._data.exists():
            self._format()
        told = self._log_size()
        self._child = self._run(*self._records, "kafka.Kafka", str(PROPERTIES))
        self._wait(self._child, told)

    def stop(self) -> None:
        """Stop in good order; after `STOP_SECONDS_MAX` by force."""
        if self._child is not None:
            self._child.tell(signal.SIGCONT)
            self._child.tell(signal.SIGTERM)
            self._child.ended_within(RECORD_SECONDS_MAX if self._records else STOP_SECONDS_MAX)
        self.kill()

    def kill(self) -> None:
        """End at once; the data stay as they are."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def pause(self) -> None:
        """Freeze the process."""
        self._running().tell(signal.SIGSTOP)

    def resume(self) -> None:
        """Let the process go on."""
        self._running().tell(signal.SIGCONT)

    def wipe(self) -> None:
        """Kill, and delete the data; the log stays."""
        self.kill()
        shutil.rmtree(self._data, ignore_errors=True)

    def _running(self) -> Child:
        if self._child is None or not self._child.runs:
            raise ServerFailed("the broker does not run")
        return self._child

    def _format(self) -> None:
        admin = f"SCRAM-SHA-512=[name={ADMIN},password={self.admin_password}]"
        formatting = self._run(
            "kafka.tools.StorageTool",
            *("format", "--cluster-id", CLUSTER, "--config", str(PROPERTIES)),
            *("--add-scram", admin),
        )
        ended = formatting.ended_within(START_SECONDS_MAX)
        formatting.end()
        if not ended or formatting.code != 0:
            self.wipe()
            raise ServerFailed(f"its storage could not be formatted: {self._tail()}")

    def _run(self, *arguments: str) -> Child:
        return Child([*self._java, *arguments], self._variables, self.log_path)

    def _wait(self, child: Child, told: int) -> None:
        give_up = time.monotonic() + START_SECONDS_MAX
        while STARTED not in self._log_after(told):
            if not child.runs or time.monotonic() > give_up:
                self.kill()
                raise ServerFailed(f"not started in {START_SECONDS_MAX} s: {self._tail()}")
            time.sleep(LOOK_SECONDS)

    def _log_size(self) -> int:
        return self.log_path.stat().st_size if self.log_path.exists() else 0

    def _log_after(self, told: int) -> str:
        return self.log_path.read_bytes()[told:].decode(errors="replace")

    def _tail(self) -> str:
        return self._log_after(0)[-TAIL_CHARACTERS:]
