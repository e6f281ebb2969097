"""An import that is killed half way is completed by the same command, to the same bytes (H14)."""

from pathlib import Path

import pytest

from services.realm import Realm
from services.verifying import Verifying
from tests.examples.receipt_log import text
from tests.flows.homes import findings_of, import_log, lanes_of
from tests.flows.killing import killed
from tests.flows.small_log import LATE, ON_TIME, log

LOG = text(*log(LATE, ON_TIME))


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("unbroken") / "home"
    import_log(home, LOG)
    return home


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("commit", [1, 2, 7, 40, 77, 101, 128, 145])
def test_an_import_killed_at_any_commit_is_completed_by_the_same_command(
    tmp_path: Path, unbroken: Path, commit: int, *, before: bool
) -> None:
    home = tmp_path / "home"
    assert killed(lambda: import_log(home, LOG), commit, before=before)

    import_log(home, LOG)

    assert lanes_of(home) == lanes_of(unbroken)
    assert findings_of(home) == findings_of(unbroken)
    assert list(Verifying(Realm(home)).faults()) == []
