"""Each import contract is seen to fail: a copy of the product with one breach of every contract."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.tree import PACKAGES, ROOT, text

BREACHES: Final = {
    "The language knows nobody": ("events/codec.py", "import services.intake.domain.commands"),
    "Services talk only through events": (
        "services/intake/domain/window.py",
        "import services.provider.domain.commands",
    ),
    "The log stands above the language": ("events/known.py", "import events.log.lane.work"),
    "Rooms of the intake": (
        "services/intake/domain/window.py",
        "import services.intake.application.policies",
    ),
    "Rooms of the provider": (
        "services/provider/application/policies.py",
        "import services.provider.bootstrap",
    ),
    "Rooms of the complaints": (
        "services/complaints/domain/complaint.py",
        "import services.complaints.application.handlers",
    ),
    "Rooms of the audit": (
        "services/audit/domain/case_file.py",
        "import services.audit.projections.recorded",
    ),
    "Domains are pure": ("services/provider/domain/delivery.py", "import sqlite3"),
    "One driver a file": ("events/log/lane/work.py", "import sqlite3"),
    "One driver a room": ("services/serving/host.py", "import kafka"),
    "Sealing serves all services": ("services/sealing/cipher.py", "import services.realm"),
    "Examples use the product": ("services/realm.py", "import examples.receipt.rows"),
}
"""How a contract's name begins -> a file, and the line that breaks the contract there."""

CONTRACTS: Final = [
    contract["name"]
    for contract in tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"]
]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Lint a copy that breaks every contract: contract -> `KEPT` or `BROKEN`."""
    copy = tmp_path_factory.mktemp("breached")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for path, line in BREACHES.values():
        plant(copy / path, line)
    lint = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(lint, cwd=copy, capture_output=True, text=True, check=False)  # noqa: S603 -- fixed
    assert done.returncode == 1, done.stdout + done.stderr
    return dict(re.findall(r"^(.+) (KEPT|BROKEN)", done.stdout, re.MULTILINE))


def plant(file: Path, line: str) -> None:
    with file.open("a", encoding="utf-8") as end:
        end.write(f"\n{line}\n")


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_planted_breach_breaks_the_contract(contract: str, verdicts: dict[str, str]) -> None:
    planted = [name for name in BREACHES if contract.startswith(name)]

    assert planted, f"plant a breach of {contract!r}: nobody has seen this contract fail"
    assert verdicts[contract] == "BROKEN"
