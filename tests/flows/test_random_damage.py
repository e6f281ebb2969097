"""Whatever happens to the files of a home, `verify` ends in words (protocol H3)."""

import re
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.flows.damaging import damage
from tests.flows.homes import copy_of

SEEDS = range(24)
REPR = re.compile(r"\b[A-Z]\w*\(\w+=")
"""How Python writes a record: no sentence has it."""


def contents(home: Path) -> dict[str, bytes]:
    """Read all files of a home."""
    files = (path for path in home.rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", SEEDS)
def test_random_damage_is_a_fault_in_words_or_changes_nothing(
    everything: Path, tmp_path: Path, seed: int
) -> None:
    home = copy_of(everything, tmp_path)
    done = damage(home, seed)
    assert contents(home) != contents(everything), done

    result = call(home, "verify")

    if result.exit_code == 0:
        assert result.output.startswith("verified: "), done
    else:
        assert result.exit_code == 1, done
        assert re.match(r"FAULT \S+ at |FAULT \S+ <- \S+ at |Error: ", result.output), done
    assert not REPR.search(result.output), done
