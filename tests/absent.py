"""Tests that need a real server and have none are skipped aloud: why, in the last lines."""

from typing import Final, NoReturn

import pytest

from examples.servers.server import NoServer

ABSENT: Final = pytest.StashKey[dict[str, NoServer]]()
"""What there is none of -> why."""


def skip(config: pytest.Config, absent: NoServer) -> NoReturn:
    """Skip, and keep the reasons for the end."""
    config.stash.setdefault(ABSENT, {})[absent.what] = absent
    pytest.skip(str(absent))


def tell(reporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Write what was not tested, and why."""
    for what, absent in config.stash.get(ABSENT, {}).items():
        reporter.section(f"NOT TESTED on a real {what}", red=True, bold=True)
        for reason in absent.reasons:
            reporter.line(reason)
