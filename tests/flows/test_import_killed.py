"""An import that is killed half way is completed by the same command, to the same bytes (H14)."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from services.realm import Realm
from services.verifying import Verifying
from tests.examples.receipt_log import text
from tests.flows.homes import findings_of, import_log, lanes_of
from tests.flows.small_log import LATE, ON_TIME, log

LOG = text(*log(LATE, ON_TIME))


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("unbroken") / "home"
    import_log(home, LOG)
    return home


def import_killed(home: Path, commit: int, when: str) -> None:
    """Import in a child process, which dies at a commit."""
    file = home.parent / "log.csv"
    file.write_text(LOG, "utf-8")
    child = [sys.executable, "-m", "tests.flows.killed_import"]
    done = subprocess.run([*child, str(home), str(file), str(commit), when], check=False)  # noqa: S603 -- own child
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("commit", [7, 40, 77, 101, 128])
def test_an_import_killed_at_any_commit_is_completed_by_the_same_command(
    tmp_path: Path, unbroken: Path, commit: int, when: str
) -> None:
    home = tmp_path / "home"
    import_killed(home, commit, when)

    import_log(home, LOG)

    assert lanes_of(home) == lanes_of(unbroken)
    assert findings_of(home) == findings_of(unbroken)
    assert list(Verifying(Realm(home)).faults()) == []
