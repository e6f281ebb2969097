"""The closing of a ledger day, killed after each of its commits, ends in the same findings."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import JURISDICTION, LANES
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.homes import copy_of, findings_of, lanes_of
from tests.flows.killing import killed
from tests.flows.kz_days import CLOSER, kz_days

DAY = date(2024, 5, 10)
COMMITS_MAX = 40
"""More than the closing of a day has."""


@pytest.fixture(scope="module")
def ready(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All lanes have closed the day on which the ledger finds the first breach."""
    home = copy_of(joined, tmp_path_factory.mktemp("ready"))
    with kz_days(home) as days:
        days.close_until(date(2024, 5, 3))
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close_until(DAY)
        days.close_lanes(*LANES)
    return home


def close(home: Path) -> None:
    realm = Realm(home)
    realm.closing.close(JURISDICTION, DAY, actor=CLOSER, time=f"{DAY}T18:59:59Z")
    realm.close()


def test_a_closing_killed_after_any_of_its_commits_is_completed_to_the_same_bytes(
    ready: Path, tmp_path: Path
) -> None:
    unbroken = copy_of(ready, tmp_path / "unbroken")
    close(unbroken)
    assert [made.rule for made in findings_of(unbroken)] == ["result_to_centre_late"]

    was_killed, commit = True, 0
    for commit in range(1, COMMITS_MAX):
        home = copy_of(ready, tmp_path / f"{commit}")
        was_killed = killed(partial(close, home), commit)
        assert list(Verifying(Realm(home)).faults()) == [], f"killed after commit {commit}"
        close(home)
        assert lanes_of(home) == lanes_of(unbroken)
        if not was_killed:
            break

    assert not was_killed
    assert commit > 5
