"""Two commands are enough, and all that a page names can be run."""

import re
from pathlib import Path

from tests.architecture.tree import ROOT, committed, text

MAKEFILE = text("Makefile")
TARGETS = set(re.findall(r"^([a-z][\w-]*):", MAKEFILE, re.MULTILINE))
PHONY = set(" ".join(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)).split())
MODULE = re.compile(r"python -m (\w+(?:\.\w+)*)")
OTHERS = frozenset({"venv", "pytest", "pip"})


def runs(module: str) -> bool:
    """Say whether `python -m` finds a module of this repository."""
    file = ROOT.joinpath(*module.split("."))
    return file.with_suffix(".py").is_file() or (file / "__main__.py").is_file()


def pages() -> dict[str, str]:
    found = (name for name in committed() if Path(name).suffix == ".md")
    return {name: text(name) for name in found}


def test_the_two_commands_are_there() -> None:
    assert {"demo", "test"} <= TARGETS


def test_every_target_that_is_promised_has_a_rule() -> None:
    missing = PHONY - TARGETS

    assert not missing, f"Makefile: .PHONY names {sorted(missing)}, which no rule makes"


def test_every_target_that_a_page_names_has_a_rule() -> None:
    named = {(page, one) for page, says in pages().items() for one in _targets(says)}
    missing = sorted(f"{page}: make {one}" for page, one in named if one not in TARGETS)

    assert not missing, missing


def _targets(says: str) -> list[str]:
    return re.findall(r"`make ([a-z]+)[ `]", says)


def test_every_module_that_is_to_be_run_is_there() -> None:
    named = {
        (where, module)
        for where, says in {**pages(), "Makefile": MAKEFILE.replace("$(BIN)/", "")}.items()
        for module in MODULE.findall(says)
        if module.partition(".")[0] not in OTHERS
    }
    missing = sorted(f"{where}: python -m {module}" for where, module in named if not runs(module))

    assert not missing, missing


def test_what_ci_runs_is_make_test() -> None:
    assert text(".ci/run").rstrip().endswith("exec make test")
