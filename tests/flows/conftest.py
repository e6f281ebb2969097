"""Homes that several flows read, or change in copies."""

from pathlib import Path

import pytest

from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days
from tests.flows.tampering import play_everything


@pytest.fixture(scope="session")
def everything(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kazakh realm after a few days of which every table holds something."""
    home = copy_of(joined, tmp_path_factory.mktemp("everything"))
    with kz_days(home) as days:
        play_everything(days)
    return home
