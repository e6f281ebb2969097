"""A process that may not outlive us: however we end, it ends."""

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

LEASHED: Final = """
exec 3<&0
{
    read -r _ <&3
    { read -r own </proc/$$/task/$$/children; } 2>/dev/null
    kill -9 $$
    kill -CONT $own 2>/dev/null
} &
exec "$@" 3<&- </dev/null
"""
"""Becomes the command, beside a watch that kills it when the shell's first input ends.

That input ends when its other end, which only we hold, is gone: at our end, be it by SIGKILL.
Linux's parent-death signal would come too early: when the thread that started the command ends.
What the command has started is let go on, if it was frozen: else it could not see that end.
"""


class Child:
    """A command that runs from now on in a session of its own, apart from a terminal's Ctrl-C.

    Args:
        command: program and arguments.
        variables: its whole environment.
        log: the file to whose end it writes.
        user: the numbers of the user and the group under whom it runs; by default ours.
        folder: in which it runs; by default in ours.
    """

    def __init__(
        self,
        command: list[str],
        variables: Mapping[str, str],
        log: Path,
        *,
        user: tuple[int, int] | None = None,
        folder: Path | None = None,
    ) -> None:
        uid, gid = user or (None, None)
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 -- a fixed script; the command is ours
                ["/bin/sh", "-c", LEASHED, "sh", *command],
                env=variables,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd=folder,
                user=uid,
                group=gid,
                extra_groups=() if user else None,
            )
        self.pid: Final = self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it has not ended, be it frozen."""
        return self._process.poll() is None

    @property
    def code(self) -> int | None:
        """How it ended: 0 is well, negative is a signal; None while it runs."""
        return self._process.poll()

    def tell(self, sent: signal.Signals) -> None:
        """Send the command a signal; nothing if it has ended."""
        self._process.send_signal(sent)

    def ended_within(self, seconds: float) -> bool:
        """Wait for its end for a while, and say whether it came."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return not self.runs

    def end(self) -> None:
        """Kill it and its watch, and wait until it is gone; nothing if both are."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.communicate()
