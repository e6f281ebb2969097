"""Homes that are costly to make: each is made once, read by many tests, changed in copies only."""

import gc
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from examples.almaty.play import SUMMER
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from services.cli.demo import draw
from services.cli.main import main
from tests.absent import tell
from tests.flows.homes import driven, no_progress


class Demo(NamedTuple):
    """The home that `qyzmet demo` makes, and what it printed."""

    home: Path
    output: str


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The whole demo: the real receipt log and the two Kazakh cases."""
    home = tmp_path_factory.mktemp("demo") / "home"
    result = CliRunner().invoke(main, ["--home", str(home), "demo"])
    assert result.exit_code == 0, result.output
    return Demo(home, result.stdout)


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kazakh realm on its first morning: agencies and norms known, no case, no day closed."""
    home = tmp_path_factory.mktemp("joined") / "home"
    found(home, draw)
    with driven(home) as driver:
        Scenario(driver, draw).join()
    return home


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kazakh realm after its fortnight, without the receipt log."""
    home = tmp_path_factory.mktemp("played") / "home"
    found(home, draw)
    with driven(home) as driver:
        scenario = Scenario(driver, draw)
        scenario.join()
        scenario.play(no_progress)
    return home


@pytest.fixture(scope="session")
def summer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The realm of a whole case to its end, with every stage of its complaint."""
    home = tmp_path_factory.mktemp("summer") / "home"
    found(home, draw)
    with driven(home) as driver:
        scenario = Scenario(driver, draw, SUMMER)
        scenario.join()
        scenario.play(no_progress)
    return home


@pytest.fixture
def sockets_of_the_library(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A client that is refused leaves its sockets to the collector, and to who keeps its log."""
    caplog.set_level(logging.CRITICAL, logger="kafka")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    tell(terminalreporter, config)
