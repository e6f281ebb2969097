"""Runs the whole suite as two processes side by side: what waits for brokers, and what computes.

`python -m tests.both_cores`; `python -m pytest` runs the same tests one after the other.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final

TESTS: Final = Path(__file__).parent
FIRST: Final = ("cli", "http", "kafka", "postgres", "serving", "topics")
"""Brokers, databases, processes, front doors, and the command line that shows what others prove."""


def parts() -> tuple[list[str], list[str]]:
    """Part the folders of tests; each is in one part, and none is left out."""
    folders = sorted(path.name for path in TESTS.iterdir() if any(path.glob("test_*.py")))
    first = [f"tests/{name}" for name in folders if name in FIRST]
    second = [f"tests/{name}" for name in folders if name not in FIRST]
    return first, second


def main() -> int:
    """Run both; their outputs come one after the other, each with its skips and its summary."""
    with tempfile.TemporaryFile() as output:
        beside = _start(parts()[0], output)
        code = _start(parts()[1], None).wait()
        other = beside.wait()
        output.seek(0)
        sys.stdout.buffer.write(output.read())
    sys.stdout.flush()
    return max(code, other)


def _start(folders: Sequence[str], output: IO[bytes] | None) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "pytest", *folders]
    return subprocess.Popen(command, cwd=TESTS.parent, stdout=output, stderr=output)  # noqa: S603 -- this interpreter


if __name__ == "__main__":
    sys.exit(main())
