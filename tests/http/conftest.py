"""Doors over copies of homes: opened once a module, for tests that leave each other's cases be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.homes import copy_of
from tests.http.calling import Caller, served


@pytest.fixture(scope="module")
def morning(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """The realm on its first morning, under `LogClock`."""
    with served(copy_of(joined, tmp_path_factory.mktemp("morning"))) as caller:
        yield caller


@pytest.fixture(scope="module")
def fortnight(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """The realm after its fortnight, under `LogClock`."""
    with served(copy_of(played, tmp_path_factory.mktemp("fortnight"))) as caller:
        yield caller


@pytest.fixture(scope="module")
def office(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """The realm as an office has it: under the machine's clock."""
    home = copy_of(joined, tmp_path_factory.mktemp("office"))
    with served(home, log_clock=False) as caller:
        yield caller
