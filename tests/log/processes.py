"""Other processes, as tests start and watch them."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.log.undefended import MARKER

ROOT: Final = Path(__file__).parents[2]


def start(module: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start `python -m tests.log.<module>`."""
    return subprocess.Popen(  # noqa: S603 -- this interpreter, this repository
        [sys.executable, "-m", f"tests.log.{module}", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def crash(home: Path, task: str, point: str, number: int, defences: str = "all") -> list[str]:
    """Let a process die at a point; prove that it died there; give the lines that it said."""
    child = start("crash_child", home, task, point, number, defences)
    said, errors = child.communicate()
    assert child.returncode == -signal.SIGKILL, errors
    assert (home / MARKER).read_text() == f"{point} {number}"
    return said.splitlines()
