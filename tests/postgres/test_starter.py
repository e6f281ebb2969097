"""A server's processes end with whoever started it, however that ends; its data can be taken up."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import psycopg
import pytest

from examples.postgres.local import LocalServer
from examples.servers.server import ServerFailed
from tests.postgres.own_server import ended, own_server

STARTER: Final = """
import sys
from pathlib import Path
from examples.postgres.finding import from_programs

server = from_programs(Path(sys.argv[1]))
server.start()
if sys.argv[2] == "frozen":
    server.pause()
print(server.pid, flush=True)
sys.stdin.read()
"""
"""Starts a server, may freeze it, and waits."""


def started_by(parent: int) -> list[int]:
    """List the processes that a process has started."""
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


@pytest.mark.parametrize("state", ["running", "frozen"])
def test_it_ends_with_its_starter_and_another_takes_up_its_data(tmp_path: Path, state: str) -> None:
    heir = own_server(tmp_path)  # skips before anything is started
    command = [sys.executable, "-c", STARTER, str(tmp_path), state]
    with subprocess.Popen(  # noqa: S603 -- this Python on a fixed program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout is not None
        first = int(starter.stdout.readline())
        processes = [os.pidfd_open(pid) for pid in (first, *started_by(first))]

        starter.send_signal(signal.SIGKILL)

        assert len(processes) > 2
        assert all(ended(process) for process in processes)
    for process in processes:
        os.close(process)

    heir = own_server(tmp_path)
    with heir, psycopg.connect(heir.dsn()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_stopped_it_is_taken_up_under_the_same_password_and_wiped_it_is_empty(
    tmp_path: Path,
) -> None:
    first = own_server(tmp_path)
    first.start()
    make_table(first)
    first.stop()

    second = own_server(tmp_path)
    second.start()
    taken_up = has_table(second)
    second.wipe()
    gone = not (tmp_path / "data").exists()
    second.start()
    empty = not has_table(second)
    second.close()

    assert second.admin_password == first.admin_password
    assert (taken_up, gone, empty) == (True, True, True)
    assert [path.name for path in tmp_path.iterdir()] == ["postgres.log"]


def make_table(server: LocalServer) -> None:
    with psycopg.connect(server.dsn()) as connection:
        connection.execute("CREATE TABLE kept (word text)")


def has_table(server: LocalServer) -> bool:
    with psycopg.connect(server.dsn()) as connection:
        return connection.execute("SELECT to_regclass('kept')").fetchone() != (None,)


def test_a_server_that_does_not_start_says_what_its_log_says(tmp_path: Path) -> None:
    (tmp_path / "initdb").write_text('#!/bin/sh\necho "$@"\nexit 1\n')
    (tmp_path / "initdb").chmod(0o755)
    broken = LocalServer(tmp_path, programs=tmp_path, user=None)

    with pytest.raises(ServerFailed, match=r"could not be made: -D .*scram-sha-256"), broken:
        pass

    assert broken.pid is None
    assert not (tmp_path / "data").exists()


def test_what_does_not_run_is_not_paused(tmp_path: Path) -> None:
    idle = LocalServer(tmp_path, programs=Path("/bin"), user=None)

    for touch in (idle.pause, idle.resume):
        with pytest.raises(ServerFailed, match="does not run"):
            touch()
    idle.stop()
    idle.kill()
