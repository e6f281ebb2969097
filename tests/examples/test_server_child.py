"""A broker's process ends with whoever started it, however that ends."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from examples.servers.child import Child

MILLISECONDS_MAX: Final = 10_000
"""For the start or the end of a process on a machine under load."""

STARTER: Final = """
import sys, threading
from pathlib import Path
from examples.servers.child import Child

def start():
    print(Child(["sleep", "60"], {}, Path(sys.argv[1])).pid, flush=True)

thread = threading.Thread(target=start)
thread.start()
thread.join()
sys.stdin.read()
"""
"""Starts a command from a thread that then ends, and waits."""


def readable(descriptor: int) -> bool:
    """Wait until there is something to read, or until a process, be it none of ours, has ended."""
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    return bool(waiting.poll(MILLISECONDS_MAX))


def test_it_lives_on_after_the_thread_and_ends_with_the_process_that_started_it(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", STARTER, str(tmp_path / "log")]
    with subprocess.Popen(  # noqa: S603 -- this Python on a fixed program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout is not None
        child = os.pidfd_open(int(starter.stdout.readline()))
        lived_on = not select.select([child], [], [], 0)[0]

        starter.send_signal(signal.SIGKILL)

        assert lived_on
        assert readable(child)
        os.close(child)


def test_ended_it_leaves_no_watch_behind(tmp_path: Path) -> None:
    log = tmp_path / "log"
    os.mkfifo(log)
    said = os.open(log, os.O_RDONLY | os.O_NONBLOCK)
    child = Child(["sh", "-c", "echo runs; exec sleep 60"], {}, log)
    assert readable(said)
    watches = [os.pidfd_open(pid) for pid in started_by(child.pid)]

    child.end()

    assert child.code == -signal.SIGKILL
    assert [readable(watch) for watch in watches] == [True]
    for opened in (said, *watches):
        os.close(opened)


def started_by(parent: int) -> list[int]:
    """List the processes that a process has started."""
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def test_frozen_it_still_ends(tmp_path: Path) -> None:
    child = Child(["sleep", "60"], {}, tmp_path / "log")

    child.tell(signal.SIGSTOP)
    child.end()

    assert not child.runs


def test_what_it_says_goes_to_the_end_of_its_log(tmp_path: Path) -> None:
    for word in ("one", "two"):
        child = Child(["echo", word], {}, tmp_path / "log")
        assert child.ended_within(MILLISECONDS_MAX / 1000)
        child.end()

    assert (tmp_path / "log").read_text() == "one\ntwo\n"
