"""Homes that several flows read, or change in copies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.contradicting import lead_to_cases
from tests.flows.front import Front, front_of
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


@pytest.fixture(scope="session")
def front_of_cases(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """A realm with one case at its deliverer, one only lodged, and a complaint on the books."""
    with front_of(joined, tmp_path_factory.mktemp("contradictions")) as front:
        lead_to_cases(front)
        yield front
