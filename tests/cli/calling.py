"""Calling the command line, in this process."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from examples.kazakhstan.agencies import WINDOW_LANE
from services.cli.main import main

SHOWN_MAX = 2_000
"""Characters of an output that a failing test shows."""
READING = (
    ("case", "A-2024-000118"),
    ("findings",),
    ("explain", "14c0"),
    ("lanes",),
    ("lane-file", WINDOW_LANE),
    ("verify",),
)
"""The commands that read a home, on the played realm."""


def call(home: Path | None, *arguments: str) -> Result:
    """Call `qyzmet` with a home; whatever it raises but its own exit fails the test."""
    options = [] if home is None else ["--home", str(home)]
    return CliRunner().invoke(main, [*options, *arguments], catch_exceptions=False)


def said(home: Path | None, *arguments: str) -> str:
    """Give what a command that succeeds prints."""
    result = call(home, *arguments)
    assert result.exit_code == 0, result.output[:SHOWN_MAX]
    return result.stdout


def lines(home: Path, *arguments: str) -> list[dict[str, Any]]:
    """Give the JSON Lines of a command."""
    return [json.loads(line) for line in said(home, *arguments, "--json").splitlines()]


def refused(home: Path | None, *arguments: str, code: int = 1) -> str:
    """Give the words of a command that fails."""
    result = call(home, *arguments)
    assert result.exit_code == code, result.output[:SHOWN_MAX]
    assert "Traceback" not in result.output
    return result.output
