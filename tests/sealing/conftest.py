"""The small realm, its agencies and norms known, no case yet: each test in a copy of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.homes import copy_of
from tests.sealing.small_realm import SmallRealm, make_home, opened


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("sealing") / "home"
    make_home(home)
    with opened(home) as small:
        small.begin()
        assert not small.alarms
    return home


@pytest.fixture
def realm(begun: Path, tmp_path: Path) -> Iterator[SmallRealm]:
    with opened(copy_of(begun, tmp_path)) as small:
        yield small
